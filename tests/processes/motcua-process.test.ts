import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MOTCUA = fileURLToPath(new URL('../../apps/hub/src/motcua.ts', import.meta.url));

/** As a shell runs it: a process of its own, with real streams and exit code. */
function motcua(...args: string[]): Promise<{ code: unknown; out: string; explained: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MOTCUA, ...args], (error, out, explained) => {
      resolve({ code: error === null ? 0 : error.code, out, explained });
    });
  });
}

describe('the motcua process', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-process-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('prints the token on stdout and the rest on stderr, then verifies without findings', async () => {
    const add = ['device', 'add', '--role', 'display', '--name', 'Màn hình 1', '--data', dir];
    const added = await motcua(...add);
    expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/^[\w-]{43}\n$/) as string });
    expect(added.explained).toContain('Màn hình 1');

    expect(await motcua('verify', '--data', dir)).toMatchObject({ code: 0, explained: '' });
  });

  it('exits quietly when its reader closes the pipe', async () => {
    const child = execFile(process.execPath, [MOTCUA, 'doctor', '--data', dir]);
    let explained = '';
    child.stderr?.on('data', (chunk: string) => (explained += chunk));
    child.stdout?.destroy();
    await once(child, 'close');
    expect(explained).not.toMatch(/EPIPE|\bat \w+/);
  });

  it('exits with 1 after a wrong option', async () => {
    const { code, out, explained } = await motcua('device', 'add', '--role', 'x', '--name', 'y');

    expect(code).toBe(1);
    expect(out).toBe('');
    expect(explained).toContain('Allowed choices are kiosk, counter, display');
  });
});
