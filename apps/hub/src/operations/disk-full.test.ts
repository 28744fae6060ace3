import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isDiskFull } from './disk-full.ts';

const fault = (code: string, cause?: unknown) =>
  Object.assign(new Error('a fault', { cause }), { code });

describe('a fault', () => {
  it('is a full disk when its code, or that of its cause, says so', () => {
    for (const code of ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])
      expect(isDiskFull(fault(code), '/nowhere')).toBe(true);
    expect(isDiskFull(new Error('The hub', { cause: fault('ENOSPC') }), '/nowhere')).toBe(true);
  });

  it('is a bad disk, or something else, while the disk has space', () => {
    for (const code of ['SQLITE_IOERR_SHMSIZE', 'SQLITE_CANTOPEN', 'EIO', 'EACCES'])
      expect(isDiskFull(fault(code), tmpdir())).toBe(false);
    expect(isDiskFull('a word', tmpdir())).toBe(false);
  });
});
