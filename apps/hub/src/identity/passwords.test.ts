import { describe, expect, it } from 'vitest';
import { createHub } from '../engine/hub.ts';
import { hashSecret, newSecret, USUAL_COST, verifySecret } from './passwords.ts';

const CHEAP = { memoryKib: 8, passes: 1, lanes: 1 };

describe('newSecret', () => {
  it('is three groups without letters and digits that look alike', () => {
    const secrets = Array.from({ length: 200 }, newSecret);
    for (const secret of secrets)
      expect(secret).toMatch(/^[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}-[a-hjkmnp-z2-9]{4}$/);
    expect(new Set(secrets).size).toBe(200);
  });
});

describe('verifySecret', () => {
  it('accepts the right secret, and no other', async () => {
    const hash = await hashSecret('k7mp-x3qa-v9dn', USUAL_COST);

    expect(await verifySecret('k7mp-x3qa-v9dn', hash, CHEAP)).toBe(true);
    expect(await verifySecret('k7mp-x3qa-v9dm', hash, USUAL_COST)).toBe(false);
    expect(await verifySecret('', hash, USUAL_COST)).toBe(false);
  });

  it('salts: the same secret never has the same hash', async () => {
    expect(await hashSecret('same', CHEAP)).not.toBe(await hashSecret('same', CHEAP));
  });

  it('has the cost that OWASP recommends', async () => {
    const hub = createHub({ dataDir: ':memory:' });

    expect(await hashSecret('x', hub.secretCost)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    hub.close();
  });

  it('accepts composed and decomposed letters alike', async () => {
    const hash = await hashSecret('Hộ tịch'.normalize('NFC'), CHEAP);

    expect(await verifySecret('Hộ tịch'.normalize('NFD'), hash, CHEAP)).toBe(true);
  });

  it('rejects an unknown login after the same work', async () => {
    expect(await verifySecret('anything', null, USUAL_COST)).toBe(false);
  });

  it('reads the cost from the hash, so that old hashes outlive a change of it', async () => {
    const weak =
      '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

    expect(await verifySecret('x', weak, USUAL_COST)).toBe(false);
  });

  it('throws on an invalid hash', async () => {
    await expect(verifySecret('x', 'plain text', USUAL_COST)).rejects.toThrow('PHC');
  });
});
