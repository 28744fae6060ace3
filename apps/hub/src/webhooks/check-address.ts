import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { ok, refuse, type Result } from '@motcua/domain';

const LOCAL = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  LOCAL.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  LOCAL.addSubnet(net, prefix, 'ipv6');

/** Whether an IP address is of this machine or its own network; an IPv4 address within IPv6 is one. */
export function isLocalAddress(address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const isOwn = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .some((each) => each.address === address);
  return isOwn || LOCAL.check(address, family);
}

/** What a URL's host resolves to; a host of several addresses is local if one of them is. */
export interface Target {
  readonly url: URL;
  /** The request goes to this address, so that a name that changes in between cannot lead elsewhere. */
  readonly address: string;
  readonly family: number;
}

/** Refuses with `webhook-address-unusable`, and unless `allowLocal` with `webhook-address-local`. */
export async function resolveAddress(text: string, allowLocal: boolean): Promise<Result<Target>> {
  const unusable = refuse('webhook-address-unusable');
  if (!URL.canParse(text)) return unusable;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return unusable;
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (first === undefined) return unusable;
  const local = found.find(({ address }) => isLocalAddress(address));
  if (local !== undefined && !allowLocal)
    return refuse('webhook-address-local', { address: local.address });
  return ok({ url, ...first });
}
