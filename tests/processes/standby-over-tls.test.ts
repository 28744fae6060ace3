import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CentreData,
  type HubProcess,
  startHubProcess,
  writeCentreData,
} from '../faults/hub-process.ts';
import { motcua, MOTCUA } from '../faults/motcua-command.ts';
import { end, letStandbyIn } from '../faults/standby-process.ts';

describe('a standby of a hub with a certificate', () => {
  let centre: CentreData;
  let hub: HubProcess;
  let dir: string;
  let child: ChildProcess | null;
  let said: string;
  let token: string;

  beforeEach(async () => {
    centre = await writeCentreData();
    token = await letStandbyIn(centre.dataDir);
    await motcua('certificate', '--data', centre.dataDir);
    hub = await startHubProcess(centre.dataDir);
    dir = mkdtempSync(join(tmpdir(), 'motcua-standby-tls-'));
    [child, said] = [null, ''];
  });
  afterEach(async () => {
    if (child !== null) await end(child);
    await end(hub.child);
    centre.remove();
    rmSync(dir, { recursive: true });
  });

  function follow(...options: readonly string[]): void {
    child = spawn(
      process.execPath,
      [MOTCUA, 'follow', '--hub', hub.url, '--data', dir, ...options, '--', '--port', '0'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const heard = { timeout: 60_000 };
  const DISTRUST = 'The certificate of the hub is not trusted here';
  const takeAuthority = () =>
    copyFileSync(join(centre.dataDir, 'authority.pem'), join(dir, 'authority.pem'));

  it('follows a hub certified by the authority in its folder, and reports one that is not', async () => {
    follow('--token', token);
    await expect.poll(() => said, heard).toContain(DISTRUST);
    await end(child as ChildProcess);
    takeAuthority();
    follow();
    await expect.poll(() => said, heard).toContain('Following https://');
    expect(statSync(join(dir, 'motcua.db')).mode & 0o077).toBe(0);
  });

  it('says why no pairing code appears', async () => {
    follow();
    await expect.poll(() => said, heard).toContain(DISTRUST);
  });

  it('is not promoted while the hub is alive but not trusted', async () => {
    takeAuthority();
    follow('--token', token);
    await expect.poll(() => said, heard).toContain('Following https://');
    rmSync(join(dir, 'authority.pem'));
    const refused = await motcua('promote', '--data', dir);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.said).toContain('still answers');

    await end(hub.child);
    expect(await motcua('promote', '--data', dir)).toMatchObject({ code: 0 });
  });
});
