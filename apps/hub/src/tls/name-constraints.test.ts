import { describe, expect, it } from 'vitest';
import { makeAuthority } from './make-certificate.ts';
import { certifies } from './name-constraints.ts';

describe('the names an authority certifies', () => {
  it('are those it was made for, what lies below them, and addresses of private networks', async () => {
    const hosts = ['hub.kimboi.local', 'localhost', '192.168.1.10', '203.0.113.7', '2001:db8::7'];
    const { certificate } = await makeAuthority('motcua', hosts, {
      nowMs: Date.now(),
      lifeMs: 1e9,
    });
    const isCertified = (name: string) => certifies(certificate, name);

    expect([...hosts, 'a.hub.kimboi.local'].filter((host) => !isCertified(host))).toEqual([]);
    for (const address of ['10.1.2.3', '172.31.0.1', '127.0.0.1', '::1', 'fd12:3456::1', 'fe80::1'])
      expect(isCertified(address), address).toBe(true);
    for (const name of ['kimboi.local', 'xhub.kimboi.local', 'local', 'gov.vn'])
      expect(isCertified(name), name).toBe(false);
    for (const address of ['203.0.113.8', '172.32.0.1', '8.8.8.8', '2001:db8::8', '::ffff:8.8.8.8'])
      expect(isCertified(address), address).toBe(false);
  });
});
