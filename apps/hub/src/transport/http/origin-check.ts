import type { IncomingMessage } from 'node:http';
import { isLoopback } from '@motcua/http-limits';
import type { Config } from '../../config.ts';

export type Turned = 'wrong-host' | 'wrong-origin';

/**
 * Whether a request may be made from its origin. A foreign page must not reach the hub through a clerk's
 * browser: not under a name that was pointed at the hub (Host), not from that page (Origin, Sec-Fetch-Site).
 */
export interface OriginCheck {
  /** Null: allowed. */
  whyNot(request: Pick<IncomingMessage, 'headers' | 'method' | 'socket'>): Turned | null;
}

export function createOriginCheck({
  host,
  allowedHosts,
  allowedOrigins,
}: Pick<Config, 'host' | 'allowedHosts' | 'allowedOrigins'>): OriginCheck {
  const names = new Set(['localhost', ...[host, ...allowedHosts].map(toName)]);

  return {
    whyNot({ headers, method, socket }) {
      const name = nameOf(headers.host);
      const known =
        name !== null && (names.has(name) || isLoopback(name) || isSame(name, socket.localAddress));
      if (!known) return 'wrong-host';

      const { origin } = headers;
      const isTls = 'encrypted' in socket && socket.encrypted === true;
      if (
        origin !== undefined &&
        !allowedOrigins.includes(origin) &&
        !isOurs(origin, headers.host, isTls)
      )
        return 'wrong-origin';
      const crossSite = headers['sec-fetch-site'] === 'cross-site';
      const reads = method === 'GET' || method === 'HEAD';
      return crossSite && origin === undefined && !reads ? 'wrong-origin' : null;
    },
  };
}

/** Whether the other end of the connection is on this machine. */
export function isOwnOrigin({
  remoteAddress,
  localAddress,
}: Pick<IncomingMessage['socket'], 'remoteAddress' | 'localAddress'>): boolean {
  return isLoopback(remoteAddress) || isSame(toName(remoteAddress ?? ''), localAddress);
}

/** Host header without port, brackets and capitals; null when it is not one. */
function nameOf(header: string | undefined): string | null {
  const [, bracketed, plain] =
    /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::\d{1,5})?$/.exec(header ?? '') ?? [];
  const name = bracketed ?? plain;
  return name === undefined ? null : toName(name);
}

function toName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/\.$/, '');
}

/** The machine's own address cannot have been pointed at it by DNS. */
function isSame(name: string, localAddress: string | undefined): boolean {
  return name !== '' && localAddress !== undefined && name === toName(localAddress);
}

/** A page that came over plain HTTP may have been changed on its way, so a hub with a certificate refuses it. */
function isOurs(origin: string, hostHeader: string | undefined, isTls: boolean): boolean {
  if (origin === `https://${hostHeader ?? ''}`) return true;
  return !isTls && origin === `http://${hostHeader ?? ''}`;
}
