import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChildTask } from './child-task.ts';

const TIMEOUT_MS = 60_000;

describe('a task in a child process', () => {
  let dir: string;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-own-process-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  /** A module whose work is this expression of `task`. */
  function moduleThat(does: string): URL {
    const file = join(dir, `${crypto.randomUUID()}.mjs`);
    const here = new URL('./child-task.ts', import.meta.url).href;
    writeFileSync(
      file,
      `import { serveChildTask } from '${here}';\nserveChildTask(async (task) => ${does});`,
    );
    return pathToFileURL(file);
  }

  it('answers with unchanged bytes', async () => {
    const module = moduleThat('new Uint8Array(task.bytes)');
    const answer = await runChildTask(module, { bytes: [0, 255, 7] }, TIMEOUT_MS);
    expect(answer).toEqual(new Uint8Array([0, 255, 7]));
  });

  it('fails as the task failed, with its code', async () => {
    const module = moduleThat(`{ throw Object.assign(new Error('full'), { code: 'ENOSPC' }); }`);
    await expect(runChildTask(module, {}, TIMEOUT_MS)).rejects.toMatchObject({
      message: 'full',
      code: 'ENOSPC',
    });
  });

  it('fails when the process ends in the middle', async () => {
    const module = moduleThat('process.kill(process.pid, "SIGKILL")');
    await expect(runChildTask(module, {}, TIMEOUT_MS)).rejects.toThrow('ended');
  });

  it('fails when it takes too long', async () => {
    const module = moduleThat('new Promise(() => {})');
    await expect(runChildTask(module, {}, 50)).rejects.toThrow('within 50 ms');
  });
});
