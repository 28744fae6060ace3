import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { writeControlFile } from '../operations/control-file.ts';
import { setUpCentre } from '../operations/set-up.ts';
import { aHttpHub, CONTROL_TOKEN, type HttpHub } from '../transport/builders.ts';
import { runCommandLine } from './run-command-line.ts';

describe('motcua setup', () => {
  let dir: string;
  let theirs: string;
  let ours: string;
  let file: string;
  let running: HttpHub | null;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-setup-'));
    [theirs, ours] = [mkdtempSync(join(dir, 'a-')), mkdtempSync(join(dir, 'b-'))];
    file = join(dir, 'setup.json');
    running = null;
    const hub = createHub({ dataDir: theirs, onFault: fail });
    const made = await setUpCentre(hub, { type: 'made-up' }, THE_HUB_ITSELF);
    hub.close();
    expect(made).toMatchObject({ ok: true });
    expect(await motcua('setup', 'export', file, '--data', theirs)).toMatchObject({ code: 0 });
  });
  afterEach(async () => {
    await running?.close();
    rmSync(dir, { recursive: true });
  });

  const fail = (cause: unknown) => {
    throw cause;
  };
  async function motcua(...args: string[]) {
    const [out, explained]: [string[], string[]] = [[], []];
    const code = await runCommandLine(args, {
      out: (text) => out.push(String(text)),
      explain: (text) => explained.push(text),
    });
    return { code, out: out.join(''), explained: explained.join('') };
  }
  const apply = (...args: string[]) => motcua('setup', 'apply', file, ...args, '--data', ours);

  it('shows what a file would change, and changes it on --yes', async () => {
    const shown = await apply();
    expect(shown.code).toBe(0);
    expect(shown.out.split('\n')).toEqual(
      expect.arrayContaining(['~\tcentre, hours and rules\t', '+\tservice\tĐăng ký kết hôn']),
    );
    expect(shown.explained).toContain('Nothing was changed yet');
    expect((await apply('--yes')).out).toBe(shown.out);
    const again = await apply();
    expect(again.out).toBe('');
    expect(again.explained).toContain('already');
    await motcua('setup', 'export', join(dir, 'ours.json'), '--data', ours);
    const contentOf = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
    expect(contentOf(join(dir, 'ours.json'))).toEqual(contentOf(file));
    expect(await motcua('verify', '--data', ours)).toMatchObject({ code: 0 });
  });

  it('does the same through a hub that runs', async () => {
    running = await aHttpHub({}, ours);
    await running.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = running.app.server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    writeControlFile(ours, { url, pid: process.pid, controlToken: CONTROL_TOKEN });
    const before = running.hub.state.settings.all().services.length;
    const shown = await apply();
    expect(shown.code).toBe(0);
    expect(running.hub.state.settings.all().services).toHaveLength(before);
    expect((await apply('--yes')).out).toBe(shown.out);
    expect(running.hub.state.settings.all().services).toHaveLength(61);
  });

  it.each([
    ['cut', (path: string) => truncateSync(path, 5_000), 'is cut or damaged'],
    [
      'of another kind',
      (path: string) => writeFileSync(path, 'Mã;Tên\n'),
      'not a set-up of motcua',
    ],
    ['of 200 MB', (path: string) => truncateSync(path, 200 * 1024 ** 2), 'too large'],
    ['missing', (path: string) => rmSync(path), 'there is no such file'],
    [
      'of a later version',
      (path: string) => writeFileSync(path, '{"format":"motcua-setup","version":9}'),
      'has version 9; this program reads version 1',
    ],
  ])('refuses a file that is %s in one sentence, and changes nothing', async (_, spoil, words) => {
    spoil(file);
    const refused = await apply('--yes');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.explained).toContain(words);
    expect(refused.explained.trim().split('\n')).toHaveLength(1);
    const hub = createHub({ dataDir: ours, onFault: fail });
    expect(hub.state.settings.all().services).toEqual([]);
    hub.close();
  });
});
