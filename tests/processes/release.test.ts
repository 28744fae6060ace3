import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '@motcua/testing';
import { makeRelease, type Release } from '../../scripts/make-release.ts';

/** Node itself takes 121 MiB of it. */
const MAX_BYTES = 280 * 2 ** 20;

describe('the release', () => {
  let out: string;
  let release: Release;
  let hub: ChildProcess | null = null;
  const data = () => join(out, 'data');
  const motcua = (...args: string[]) =>
    execFileSync(join(release.folder, 'bin', 'motcua'), [...args, '--data', data()], {
      cwd: tmpdir(),
      env: {},
      encoding: 'utf8',
    });

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'motcua-release-'));
    release = await makeRelease(out);
  });
  afterAll(async () => {
    if (hub !== null && hub.exitCode === null) {
      const gone = once(hub, 'exit');
      hub.kill();
      await gone;
    }
    rmSync(out, { recursive: true, force: true });
  });

  it('is small, without development tools', () => {
    expect(release.bytes).toBeLessThan(MAX_BYTES);
    const shipped = readdirSync(join(release.folder, 'node_modules'));
    for (const tool of ['vite', 'vitest', 'typescript', 'electron', 'react', 'lucide-react'])
      expect(shipped).not.toContain(tool);
    const sources = readdirSync(release.folder, { recursive: true, encoding: 'utf8' });
    expect(sources.filter((path) => /(?<!node_modules.*)\.test\.ts$/.test(path))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'runs a hub with its pages, without another Node',
    async () => {
      const port = await freePort();
      const node = join(release.folder, 'node_modules', '.bin', 'node');
      const main = join(release.folder, 'apps/hub/src/main.ts');
      hub = spawn(node, [main, '--port', String(port), '--data', data()], {
        ...{ cwd: tmpdir(), env: {}, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
      });
      await once(hub, 'message');
      const get = async (path: string) => {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`);
        return { status: answer.status, text: await answer.text() };
      };
      expect(await get('/health')).toMatchObject({ status: 200 });
      for (const page of ['counter', 'display', 'admin']) {
        const { status, text } = await get(`/${page}/`);
        expect([page, status]).toEqual([page, 200]);
        expect(text).toContain('<script');
      }
      // Through the running hub, whose reader process writes it.
      const pdf = join(out, 'day.pdf');
      const today = new Date(Date.now() + 7 * 60 * 60_000).toISOString().slice(0, 10);
      motcua('report', 'day', today, '--out', pdf);
      expect(existsSync(pdf)).toBe(true);
    },
  );

  it.skipIf(process.platform === 'win32')('runs a kiosk service', () => {
    const node = join(release.folder, 'node_modules', '.bin', 'node');
    const kiosk = join(release.folder, 'apps/kiosk/src/service/main.ts');
    const help = execFileSync(node, [kiosk, '--help'], {
      cwd: tmpdir(),
      env: {},
      encoding: 'utf8',
    });
    expect(help).toContain('--printer');
    expect(existsSync(join(release.folder, 'apps/kiosk/dist/index.html'))).toBe(true);
  });
});
