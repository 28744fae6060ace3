import { isIPv4 } from 'node:net';
import QRCode from 'qrcode';
import { namesOfThisMachine } from '../tls/names-of-this-machine.ts';

/** The addresses of a hub that listens on all of them; elsewhere it has the one that it was given. */
const EVERYWHERE: readonly string[] = ['0.0.0.0', '::'];

/** The one-time link of an empty hub for a person at the console: to be opened here, or scanned with a phone. */
export async function firstLinkWords(
  link: string,
  host: string,
  names: readonly string[] = namesOfThisMachine(),
): Promise<string> {
  const url = new URL(link);
  const reached = names.find((name) => isIPv4(name) && !name.startsWith('127.'));
  if (EVERYWHERE.includes(host) && reached !== undefined) url.hostname = reached;
  const code = await QRCode.toString(url.href, { type: 'utf8' });
  return `Set the centre up with this link. It works once.\n${url.href}\n${code}\n`;
}
