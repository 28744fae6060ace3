import { describe, expect, it } from 'vitest';
import { aLog } from '../transport/builders.ts';

describe('createLog', () => {
  it('redacts credentials', () => {
    const lines: string[] = [];
    const secrets = { token: 'S1', password: 'S2', secret: 'S3', deviceToken: 'S4' };
    aLog(lines).info({ ...secrets, req: { headers: { cookie: 'S5', authorization: 'S6' } } }, 'x');

    expect(lines.join('')).not.toMatch(/S\d/);
    expect(lines.join('').match(/\[secret\]/g)).toHaveLength(6);
  });

  it('names the level and the cause of a fault', () => {
    const lines: string[] = [];
    const fault = new Error('outer', { cause: new Error('the disk is full') });
    aLog(lines).error({ err: fault }, 'fault');

    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', msg: 'fault' });
    expect(lines[0]).toContain('the disk is full');
  });
});
