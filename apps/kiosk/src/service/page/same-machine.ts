import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request is addressed to this service and comes from its own page. A foreign site can make a browser on this
 * machine send requests here (DNS rebinding), but then its name is in Host or Origin.
 */
export function mayTalkToUs({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { host, origin } = headers;
  if (host === undefined || !LOOPBACK.has(hostName(host))) return false;
  return origin === undefined || origin === `http://${host}`;
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === '::1';
}

function hostName(host: string): string {
  return host.replace(/:\d{1,5}$/, '').toLowerCase();
}
