import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const UNITS = ['hardware/hub-pc', 'hardware/kiosk-pc'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.service'))
    .map((name) => join(ROOT, folder, name)),
);
const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const CAN_ANALYZE = has('systemd-analyze');
if (!CAN_ANALYZE) console.warn('Skipped: systemd-analyze is not here, the units are not verified.');
const IS_UNIX = process.platform !== 'win32';
if (process.platform !== 'linux')
  console.warn('Skipped: a hanging standby, and all supervision on Windows; this is no Linux.');

describe('the systemd units', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-units-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('exist for the hub, the standby, the kiosk and the display', () => {
    expect(UNITS.length).toBe(5);
  });

  it.skipIf(!CAN_ANALYZE)('are accepted by systemd completely', () => {
    const copies = UNITS.map((file) => {
      const copy = join(dir, file.split('/').at(-1) ?? '');
      const here = readFileSync(file, 'utf8')
        .replaceAll('/opt/motcua/node_modules/.bin/node', process.execPath)
        .replaceAll('/opt/motcua', ROOT.replace(/\/$/, ''));
      writeFileSync(copy, here);
      return copy;
    });
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...copies], {
      encoding: 'utf8',
    });
    const ours = stderr.split('\n').filter((line) => line.includes('motcua'));
    expect([status, ours]).toEqual([0, []]);
  });

  it('restart without limit, and are sandboxed', () => {
    for (const file of UNITS) {
      const unit = readFileSync(file, 'utf8');
      for (const line of ['Restart=always', 'StartLimitIntervalSec=0', 'NoNewPrivileges=yes'])
        expect(unit.split('\n'), file).toContain(line);
      // A user's own manager cannot do more, or would make the browser's profile read-only.
      const isOfUser = unit.includes('graphical-session.target');
      expect(unit.includes('\nProtectSystem=strict\n'), file).toBe(!isOfUser);
    }
  });

  it('all have a watchdog that restarts a hanging process', () => {
    for (const file of UNITS) {
      const unit = readFileSync(file, 'utf8');
      for (const part of ['Type=notify', 'NotifyAccess=all', /^WatchdogSec=\d+$/m])
        expect(unit, file).toMatch(part);
    }
  });
});

describe.skipIf(!IS_UNIX)('a supervised process', () => {
  let dir: string;
  let supervisor: ChildProcess;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-supervise-'));
    // Replaces systemd-notify: records the notifications, and is slow with the first one, which must come first.
    const program = join(dir, 'systemd-notify');
    const note = `echo "$@" >> '${join(dir, 'notified')}'`;
    writeFileSync(program, `#!/bin/sh\n[ "$1" = --ready ] && sleep 1\n${note}\n`);
    chmodSync(program, 0o755);
  });
  afterEach(async () => {
    if (supervisor.exitCode === null && supervisor.signalCode === null) {
      const gone = once(supervisor, 'exit');
      supervisor.kill('SIGTERM');
      await gone;
    }
    rmSync(dir, { recursive: true });
  });

  const notified = () =>
    existsSync(join(dir, 'notified'))
      ? readFileSync(join(dir, 'notified'), 'utf8').trim().split('\n')
      : [];

  const HUB = ['apps/hub/src/main.ts', '--port', '0', '--log-level', 'silent'];

  function keep([module = '', ...args]: readonly string[] = HUB): void {
    supervisor = spawn(
      process.execPath,
      [
        ...[join(ROOT, 'scripts/supervise.mjs'), join(ROOT, module)],
        ...[...args, '--data', join(dir, 'data')],
      ],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: {
          ...process.env,
          PATH: `${dir}:${process.env['PATH'] ?? ''}`,
          NOTIFY_SOCKET: join(dir, 'socket'),
          WATCHDOG_USEC: '600000',
        },
      },
    );
  }

  const pidOfHub = () =>
    (JSON.parse(readFileSync(join(dir, 'data', 'hub.json'), 'utf8')) as { pid: number }).pid;

  async function expectSilenceWhile(pid: number): Promise<void> {
    process.kill(pid, 'SIGSTOP');
    // Pending notifications may still arrive; then there are none for longer than systemd's timeout.
    let before = -1;
    await expect
      .poll(
        () => {
          const same = notified().length === before;
          before = notified().length;
          return same;
        },
        { interval: 1_500, timeout: 60_000 },
      )
      .toBe(true);
    process.kill(pid, 'SIGCONT');
    await expect.poll(() => notified().length, { timeout: 60_000 }).toBeGreaterThan(before);
  }

  it('is reported ready once it listens, and alive while it answers; no longer when it hangs', async () => {
    keep();
    await expect.poll(notified, { timeout: 60_000 }).toContain('WATCHDOG=1');
    expect(notified()[0]).toBe('--ready');
    await expectSilenceWhile(pidOfHub());
  });

  it('prints the first administrator’s link for the reader of its journal', async () => {
    keep();
    let said = '';
    supervisor.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await expect
      .poll(() => said, { timeout: 60_000 })
      .toMatch(/once, within a day: http:\/\/127\.0\.0\.1:\d+\/admin\/#link=[\w-]{20,}\n/);
  });

  it('is alive with a certificate of the centre’s own too', async () => {
    mkdirSync(join(dir, 'data'));
    const motcua = [join(ROOT, 'apps/hub/src/motcua.ts'), 'certificate', '--data'];
    spawnSync(process.execPath, [...motcua, join(dir, 'data')]);
    keep();
    await expect.poll(notified, { timeout: 60_000 }).toContain('WATCHDOG=1');
    expect(readFileSync(join(dir, 'data', 'hub.json'), 'utf8')).toContain('https://');
    const open = readdirSync(join(dir, 'data')).filter(
      (name) => (statSync(join(dir, 'data', name)).mode & 0o077) !== 0,
    );
    expect(open).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'is alive as a standby whose hub is unreachable, and no longer when it hangs',
    async () => {
      keep([
        ...['apps/hub/src/motcua.ts', 'follow', '--hub', 'http://127.0.0.1:9', '--token', 'x'],
      ]);
      await expect.poll(notified, { timeout: 60_000 }).toContain('WATCHDOG=1');
      expect(notified()[0]).toBe('--ready');
      const pid = supervisor.pid ?? 0;
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
      const [follower = ''] = children.trim().split(' ');
      await expectSilenceWhile(Number(follower));
    },
  );

  it('exits in good order on request, and forwards its exit code', async () => {
    keep();
    await expect.poll(notified, { timeout: 60_000 }).toContain('--ready');
    supervisor.kill('SIGTERM');
    expect(await once(supervisor, 'exit')).toEqual([0, null]);
    expect(existsSync(join(dir, 'data', 'hub.json'))).toBe(false);

    writeFileSync(join(dir, 'data', 'motcua.db'), 'no database'.repeat(999));
    rmSync(join(dir, 'data', 'motcua.db-wal'), { force: true });
    keep();
    expect(await once(supervisor, 'exit')).toEqual([1, null]);
  });
});
