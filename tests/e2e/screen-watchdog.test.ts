import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';

const SHOW_PAGE = fileURLToPath(new URL('../../scripts/show-page.mjs', import.meta.url));

/** A fake Chromium with its pipe protocol, which loses the page at the first attempt to attach. */
const FORGETFUL_BROWSER = `
import { createReadStream, writeSync } from 'node:fs';
let attached = 0;
const answers = {
  'Target.getTargets': () => ({ result: { targetInfos: [{ type: 'page', targetId: 'page' }] } }),
  'Target.attachToTarget': () =>
    (attached += 1) === 1
      ? { error: { code: -32602, message: 'No target with given id found' } }
      : { result: { sessionId: 'session' } },
  'Runtime.evaluate': () => ({ result: { result: { value: 'http:' } } }),
};
createReadStream('', { fd: 3 }).on('data', (asked) => {
  for (const each of String(asked).split('\\0').filter((piece) => piece !== '')) {
    const { id, method } = JSON.parse(each);
    writeSync(4, JSON.stringify({ id, ...answers[method]() }) + '\\0');
  }
});
`;

describe.skipIf(BROWSER === null || process.platform !== 'linux')(
  'the watchdog of a screen',
  () => {
    let dir: string;
    let server: Server;
    let supervisor: ChildProcess;

    beforeEach(async () => {
      dir = mkdtempSync(join(tmpdir(), 'motcua-screen-'));
      program('systemd-notify', `echo "$@" >> '${join(dir, 'notified')}'`);
      program('browser', `exec '${BROWSER}' --headless=new --no-sandbox --disable-gpu "$@"`);
      // A page that reloads all the time, like one whose hub was updated.
      server = createServer((_request, answer) => {
        answer.setHeader('content-type', 'text/html');
        answer.end('<!doctype html><meta http-equiv="refresh" content="1"><title>wall</title>');
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      writeFileSync(join(dir, 'page-address'), `${address()}?key=abc\n`);
    });
    afterEach(async () => {
      if (supervisor.exitCode === null && supervisor.signalCode === null) {
        const gone = once(supervisor, 'exit');
        process.kill(-(supervisor.pid ?? 0), 'SIGKILL');
        await gone;
      }
      server.closeAllConnections();
      server.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    });

    function program(name: string, line: string): void {
      writeFileSync(join(dir, name), `#!/bin/sh\n${line}\n`);
      chmodSync(join(dir, name), 0o755);
    }
    const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const notified = () =>
      existsSync(join(dir, 'notified'))
        ? readFileSync(join(dir, 'notified'), 'utf8').trim().split('\n')
        : [];
    const notifiedMore = (than: number) =>
      expect.poll(() => notified().length, { timeout: 90_000 }).toBeGreaterThan(than);

    function show(...addresses: readonly string[]): void {
      supervisor = spawn(process.execPath, [SHOW_PAGE, ...addresses], {
        stdio: 'ignore',
        detached: true,
        env: {
          ...process.env,
          PATH: `${dir}:${process.env['PATH'] ?? ''}`,
          CHROMIUM: join(dir, 'browser'),
          XDG_STATE_HOME: dir,
          NOTIFY_SOCKET: join(dir, 'socket'),
          WATCHDOG_USEC: '1500000',
        },
      });
    }

    /** Pending notifications may still arrive; then there are none. */
    async function expectSilence(): Promise<void> {
      let before = -1;
      const isSame = () => {
        const same = notified().length === before;
        before = notified().length;
        return same;
      };
      await expect.poll(isSame, { interval: 3_000, timeout: 90_000 }).toBe(true);
    }

    function renderers(): readonly number[] {
      const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
      return lines
        .filter((line) => line.includes('--type=renderer') && line.includes(dir))
        .map((line) => Number(line.trim().split(/\s/)[0]));
    }

    it('is notified while the page answers, and no longer when it hangs', async () => {
      show(address());
      await expect.poll(notified, { timeout: 90_000 }).toContain('WATCHDOG=1');
      expect(notified()[0]).toBe('--ready');
      const all = renderers();
      expect(all.length).toBeGreaterThan(0);
      for (const pid of all) process.kill(pid, 'SIGSTOP');
      await expectSilence();
      for (const pid of all) process.kill(pid, 'SIGCONT');
      await notifiedMore(notified().length);
    });

    it('is not notified when the browser shows its own error page', async () => {
      show(address());
      await expect.poll(notified, { timeout: 90_000 }).toContain('WATCHDOG=1');
      server.closeAllConnections();
      server.close();
      await expectSilence();
    });

    it('retries when the page is closed during a check', async () => {
      writeFileSync(join(dir, 'forgetful.mjs'), FORGETFUL_BROWSER);
      program('browser', `exec '${process.execPath}' '${join(dir, 'forgetful.mjs')}'`);
      show(address());
      await expect.poll(notified, { timeout: 90_000 }).toContain('WATCHDOG=1');
    });

    it('waits for an address that answers, also for one in a file', async () => {
      const asked = once(server, 'request') as Promise<[{ url: string }]>;
      show('http://127.0.0.1:9/', join(dir, 'nowhere'), join(dir, 'page-address'));
      expect((await asked)[0].url).toBe('/?key=abc');
      await notifiedMore(1);
    });
  },
);
