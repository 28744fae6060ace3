import { isIP } from 'node:net';

/** Whether the address is loopback, in any spelling that a socket reports. */
export function isLoopback(address: string | undefined): boolean {
  const plain = (address ?? '')
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
