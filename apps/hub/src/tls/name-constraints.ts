import { X509Certificate } from 'node:crypto';
import { BlockList, isIP, isIPv6 } from 'node:net';
import forge from 'node-forge';

const { asn1 } = forge;
/** RFC 5280, 4.2.1.10. */
const NAME_CONSTRAINTS_OID = '2.5.29.30';
const DNS_TAG = 2;
const IP_TAG = 7;

/** Private networks, so that an address of the office may change under the same authority. */
const PRIVATE_NETWORKS: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
];

/**
 * The extension by which an authority certifies these names, these addresses and those of private networks, and nothing
 * else: with a stolen key no bank can be impersonated.
 */
export function nameConstraints(hosts: readonly string[]): object {
  const dns = hosts.filter((host) => isIP(host) === 0).map((host) => subtree(DNS_TAG, host));
  const elsewhere = hosts.filter((host) => isIP(host) !== 0 && !isPrivate(host));
  const networks = [
    ...PRIVATE_NETWORKS,
    ...elsewhere.map((host) => [host, isIPv6(host) ? 128 : 32] as const),
  ].map(([address, bits]) =>
    subtree(IP_TAG, String.fromCharCode(...bytesOf(address), ...maskOf(bits, isIPv6(address)))),
  );
  const permitted = asn1.create(asn1.Class.CONTEXT_SPECIFIC, 0, true, [...dns, ...networks]);
  const value = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [permitted]);
  return { id: NAME_CONSTRAINTS_OID, critical: true, value };
}

/** Whether an authority of ours certifies this name or address; one without constraints certifies all. */
export function certifies(authority: string, host: string): boolean {
  const extension: unknown = forge.pki
    .certificateFromPem(authority)
    .getExtension({ id: NAME_CONSTRAINTS_OID } as never);
  const value: unknown =
    typeof extension === 'object' && extension !== null ? Reflect.get(extension, 'value') : null;
  if (typeof value !== 'string') return true;
  const bases = childrenOf(childrenOf(asn1.fromDer(value))[0]).map((each) => childrenOf(each)[0]);
  return isIP(host) === 0
    ? textsOf(bases, DNS_TAG).some((name) => host === name || host.endsWith(`.${name}`))
    : textsOf(bases, IP_TAG).some((network) => lies(host, network));
}

/** When the first of the certificates in a chain ends. */
export function endOfChain(pem: string): number {
  const all = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return Math.min(...all.map((each) => Date.parse(new X509Certificate(each).validTo)));
}

function subtree(tag: number, bytes: string): forge.asn1.Asn1 {
  const base = asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, false, bytes);
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [base]);
}

function isPrivate(address: string): boolean {
  const networks = new BlockList();
  for (const [net, bits] of PRIVATE_NETWORKS) networks.addSubnet(net, bits, familyOf(net));
  return networks.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

function bytesOf(address: string): number[] {
  if (!isIPv6(address)) return address.split('.').map(Number);
  // Converts an address with an IPv4 end into groups as well.
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after = []] = plain
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 0xff]);
}

function maskOf(bits: number, isV6: boolean): number[] {
  return Array.from({ length: isV6 ? 16 : 4 }, (_, n) => {
    const own = Math.max(0, Math.min(8, bits - n * 8));
    return (0xff << (8 - own)) & 0xff;
  });
}

/** An address with its mask behind it, as the extension has it. */
function lies(host: string, network: string): boolean {
  const own = bytesOf(host);
  const both = [...network].map((each) => each.charCodeAt(0));
  if (both.length !== own.length * 2) return false;
  const mask = both.slice(own.length);
  return own.every((byte, n) => (byte & (mask[n] ?? 0)) === both[n]);
}

function childrenOf(node: forge.asn1.Asn1 | undefined): readonly forge.asn1.Asn1[] {
  return Array.isArray(node?.value) ? node.value : [];
}

function textsOf(bases: readonly (forge.asn1.Asn1 | undefined)[], tag: number): readonly string[] {
  return bases.flatMap((base) =>
    base !== undefined && Number(base.type) === tag && typeof base.value === 'string'
      ? [base.value]
      : [],
  );
}
