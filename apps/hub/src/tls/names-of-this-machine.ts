import { hostname, networkInterfaces } from 'node:os';

/** The names and addresses of this machine: its own, and those of the networks it is on now. */
export function namesOfThisMachine(): readonly string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
    .map(({ address }) => address);
  const name = hostname().toLowerCase();
  const local = /^[a-z0-9-]+$/.test(name) ? [name, `${name}.local`] : [];
  return [...new Set([...local, 'localhost', '127.0.0.1', '::1', ...addresses])];
}
