import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const KEY_COOKIE = 'motcua_kiosk';
const KEY = /^[\w-]{43}$/;
const A_YEAR_S = 31_536_000;

/**
 * The key that the kiosk's own window shows in order to get the page, and with it the secret of this start. It is
 * stored in a file readable only by the owner of the service, so other programs and users of this machine get nothing.
 */
export async function readWindowKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'window-key');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (KEY.test(known.trim())) return known.trim();
  const key = randomBytes(32).toString('base64url');
  await writeForOwner(file, key);
  return key;
}

/** Where the window finds the page, for the program that opens it: `chromium --kiosk "$(cat page-address)"`. */
export async function writePageAddress(dataDir: string, pageUrl: string): Promise<void> {
  await writeForOwner(join(dataDir, 'page-address'), `${pageUrl}\n`);
}

/** Whether a request shows the key: in its address the first time, in its cookie from then on. */
export function showsKey(
  { url, cookie }: { readonly url: string; readonly cookie: string | undefined },
  key: string,
): boolean {
  const inAddress = new URL(url, 'http://127.0.0.1').searchParams.get('key');
  const inCookie = cookie?.split(/;\s*/).map((part) => part.split('=', 2)) ?? [];
  return [
    inAddress,
    ...inCookie.filter(([name]) => name === KEY_COOKIE).map(([, value]) => value),
  ].some((shown) => typeof shown === 'string' && isSame(shown, key));
}

export function cookieFor(key: string): string {
  return `${KEY_COOKIE}=${key}; Path=/; Max-Age=${A_YEAR_S}; HttpOnly; SameSite=Strict`;
}

function isSame(shown: string, key: string): boolean {
  const [a, b] = [Buffer.from(shown), Buffer.from(key)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function writeForOwner(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
}
