import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKioskFile } from './kiosk-file.ts';

describe('The file of the kiosk', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kiosk-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('keeps the token readable by this user only', async () => {
    const file = await openKioskFile(join(dir, 'new', 'folder'));
    expect(await file.readToken()).toBeNull();
    await file.writeToken('secret');
    expect(await file.readToken()).toBe('secret');
    const { mode } = await stat(join(dir, 'new', 'folder', 'kiosk.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('deletes it', async () => {
    const file = await openKioskFile(dir);
    await file.writeToken('secret');
    await file.writeToken(null);
    expect(await file.readToken()).toBeNull();
    expect(await readFile(join(dir, 'kiosk.json'), 'utf8')).not.toContain('secret');
  });

  it('says in one sentence that its folder cannot be written', async () => {
    await writeFile(join(dir, 'no-folder'), '');
    await expect(openKioskFile(join(dir, 'no-folder', 'data'))).rejects.toThrow(
      'cannot be written. Choose another',
    );
  });

  it('starts without a token when it was damaged', async () => {
    await writeFile(join(dir, 'kiosk.json'), '{"deviceToken":');
    const file = await openKioskFile(dir);
    expect(await file.readToken()).toBeNull();
  });
});
