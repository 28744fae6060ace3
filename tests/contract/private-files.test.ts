import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, readConfig, startHub } from '@motcua/hub';
import { keepPrivate } from '@motcua/store';
import { startKioskService } from '@motcua/kiosk';
import { runCommandLine } from '../../apps/hub/src/command-line/run-command-line.ts';

const HAS_RIGHTS = process.platform !== 'win32';
if (!HAS_RIGHTS) console.warn('Skipped: files have no rights of this kind on Windows.');

describe.skipIf(!HAS_RIGHTS)('the files of hub and kiosk', () => {
  let folder: string;
  let umask: number;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-rights-'));
    // The usual umask: everything created is readable by others.
    umask = process.umask(0o022);
  });
  afterEach(() => {
    process.umask(umask);
    rmSync(folder, { recursive: true });
  });

  /** Paths below a folder on which other users have any permission. */
  function open(dir: string): readonly string[] {
    const found = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(dir, name),
    );
    return [dir, ...found].filter((path) => (lstatSync(path).mode & 0o077) !== 0);
  }
  async function runOnce(dataDir: string, logFile: string): Promise<readonly string[]> {
    const read = readConfig({ port: 0, dataDir });
    if (!read.ok) throw new Error(read.sentence);
    const { hub, close } = await startHub(read.config, createLog({ level: 'info', file: logFile }));
    // While it runs the write-ahead log is beside the database.
    const names = readdirSync(dataDir);
    expect(names).toEqual(expect.arrayContaining(['motcua.db', 'motcua.db-wal', 'hub.json']));
    const found = [...open(dataDir), ...open(join(folder, 'log'))];
    expect(hub.state.seq).toBeGreaterThan(0);
    await close();
    return found;
  }

  it('are readable by their owner only from the first byte on, whatever the umask', async () => {
    expect(await runOnce(join(folder, 'hub'), join(folder, 'log', 'hub.log'))).toEqual([
      join(folder, 'log'),
    ]);
  });

  it('are protected again at a start where their permissions were changed', async () => {
    const dataDir = join(folder, 'hub');
    const log = join(folder, 'log', 'hub.log');
    await runOnce(dataDir, log);
    mkdirSync(join(dataDir, 'backups'), { mode: 0o755 });
    writeFileSync(join(dataDir, 'backups', 'motcua-2026-11-22-190000.backup'), 'older');
    for (const path of [dataDir, log, ...readdirSync(dataDir).map((name) => join(dataDir, name))])
      chmodSync(path, lstatSync(path).isDirectory() ? 0o755 : 0o644);
    expect(open(dataDir).length).toBeGreaterThan(3);
    expect(await runOnce(dataDir, log)).toEqual([join(folder, 'log')]);

    const ignored = { out: () => undefined, explain: () => undefined };
    chmodSync(join(dataDir, 'motcua.db'), 0o644);
    await runCommandLine(['device', 'list', '--data', dataDir], ignored);
    expect(open(dataDir)).toEqual([]);
  });

  it('are protected at a kiosk too, with its tickets and its page address', async () => {
    const dataDir = join(folder, 'kiosk');
    mkdirSync(dataDir);
    mkdirSync(join(folder, 'page'));
    writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><head></head>');
    for (const name of ['kiosk.db', 'page-address']) writeFileSync(join(dataDir, name), '');
    const kiosk = await startKioskService({
      ...{ hubUrl: 'http://127.0.0.1:9', port: 0, name: 'Kiosk', deviceToken: 'token', dataDir },
      ...{ printer: 'tcp://127.0.0.1:9', pageDir: join(folder, 'page') },
    });
    expect(readdirSync(dataDir)).toEqual(
      expect.arrayContaining(['kiosk.db', 'kiosk.db-wal', 'page-address', 'window-key']),
    );
    expect(open(dataDir)).toEqual([]);
    await kiosk.close();
  });

  it('leave a folder alone that all users write to', () => {
    chmodSync(folder, 0o1777);
    keepPrivate(folder);
    expect(lstatSync(folder).mode & 0o1777).toBe(0o1777);
    chmodSync(folder, 0o700);
  });
});
