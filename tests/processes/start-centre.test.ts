import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceId } from '@motcua/domain';
import { connectToKiosk, freePort } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import type { ElectronHere } from '../../apps/desktop/scripts/electron-binary.ts';
import { readOptions } from '../../apps/desktop/src/desktop-options.ts';
import { showKiosk } from '../../scripts/centre/show-kiosk.ts';

avoidMidnight();

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START = fileURLToPath(new URL('../../scripts/start-centre.ts', import.meta.url));
const IS_WINDOWS = process.platform === 'win32';
if (IS_WINDOWS) console.log('skipped: the end of npm by a signal, which Windows does not have.');
/** The offsets of the ports of kiosk, printer and paper from the hub's port. */
const BESIDE = [10, 20, 21];
const KEYS = [
  'hub',
  'kiosk',
  'counter',
  'display',
  'admin',
  'printer',
  'paper',
  'adminLink',
  'headLink',
  'ready',
];

/** Pages are built, ten passwords hashed and three processes started, which takes long on a slow computer. */
const A_START_MS = 150_000;
const SLOWLY = { timeout: 3 * A_START_MS };

/** Logged by a hub that was blocked for seconds, and by a kiosk whose printer answered late. */
const SLOW = [
  /^\{"level":"warn",.*"msg":"the hub stood still; what was asked meanwhile is not done"\}$/,
  /^\{"level":"warn",.*"fault":"no-answer",.*"msg":"slip not printed"\}$/,
];

/** Run like `npm start`, in a process of its own, or through npm itself. */
class Centre {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown[]>;
  out = '';
  explained = '';

  constructor(args: readonly string[], by = [process.execPath, START]) {
    const [command = '', ...before] = by;
    this.#child = spawn(command, [...before, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = once(this.#child, 'close');
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.explained += chunk.toString()));
  }

  get lastLine(): string {
    return this.out.trimEnd().split('\n').at(-1) ?? '';
  }

  /** Its stderr, without log lines that only show a slow computer. */
  get complaints(): string {
    const lines = this.explained.split('\n');
    return lines.filter((line) => !SLOW.some((slow) => slow.test(line))).join('\n');
  }

  async ready(): Promise<Record<string, unknown>> {
    await expect
      .poll(() => this.lastLine + this.complaints, { timeout: A_START_MS })
      .toMatch(/^\{.*\}$/);
    return JSON.parse(this.lastLine) as Record<string, unknown>;
  }

  async end(signal?: NodeJS.Signals): Promise<number> {
    if (signal !== undefined) this.#child.kill(signal);
    const [code] = (await this.#ended) as [number];
    return code;
  }
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

async function listening(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('npm start', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-start-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it(
    'runs a whole centre, exits cleanly, and continues the same day when started again',
    SLOWLY,
    async () => {
      const port = await freePort(BESIDE);
      const args = ['--port', String(port), '--data', join(dir, 'day'), '--no-window'];
      const first = new Centre(args);
      const addresses = await first.ready();
      expect(Object.keys(addresses).toSorted()).toEqual(KEYS.toSorted());
      expect(addresses).toMatchObject({ ready: true, hub: `http://127.0.0.1:${port}` });
      expect(first.out).toContain(
        `The kiosk is shown in a browser at ${String(addresses['kiosk'])}.`,
      );
      expect(await takeNumber(String(addresses['kiosk']))).toBe('H001');
      expect(await first.end('SIGINT')).toBe(0);

      const second = new Centre(args);
      await second.ready();
      expect(await takeNumber(String(addresses['kiosk']))).toBe('H002');
      expect(await second.end('SIGTERM')).toBe(0);
      expect(first.complaints + second.complaints).toBe('');
    },
  );

  it.skipIf(IS_WINDOWS)('exits with npm when only npm is killed', SLOWLY, async () => {
    const port = await freePort(BESIDE);
    const args = ['--port', String(port), '--data', join(dir, 'day'), '--no-window'];
    const centre = new Centre(args, ['npm', 'start', '--']);
    await centre.ready();
    await centre.end('SIGTERM');
    expect(centre.out).toContain('Closing the centre');
    for (const above of [0, ...BESIDE]) await closed(await listening(port + above));
  });

  it('exits with 1 and one sentence after a wrong option', async () => {
    const centre = new Centre(['--nonsense']);

    expect(await centre.end()).toBe(1);
    expect(centre.explained).toBe(
      "Unknown option '--nonsense'; npm start -- --help lists the options.\n",
    );
    expect(centre.out).toBe('');
  });

  it('exits with 1 and names the port that is in use', async () => {
    const port = await freePort(BESIDE);
    const other = await listening(port + 21);
    const centre = new Centre(['--port', String(port), '--data', join(dir, 'day')]);

    expect(await centre.end()).toBe(1);
    expect(centre.explained).toBe(
      `Port ${port + 21} is already in use; choose others with --port.\n`,
    );
    await closed(other);
  });

  it('exits with 1 and names the folder that cannot be written', async () => {
    writeFileSync(join(dir, 'file'), '');
    const folder = join(dir, 'file', 'day');
    const centre = new Centre(['--port', String(await freePort(BESIDE)), '--data', folder]);

    expect(await centre.end()).toBe(1);
    expect(centre.explained).toBe(
      `The folder ${folder} cannot be written; choose another with --data.\n`,
    );
  });
});

describe('the kiosk of npm start', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-window-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const show = (electron: ElectronHere, said: string[] = []) =>
    showKiosk({
      ...{ hub: 'http://127.0.0.1:1', kiosk: 'http://127.0.0.1:2', dataDir: dir, wanted: true },
      say: (line) => said.push(line),
      electron,
    });

  it('is shown in a browser where no window is possible, and says why', async () => {
    const { sentence } = await show({ binary: null, missing: 'there is no screen' });

    expect(sentence).toBe(
      'The kiosk is shown in a browser at http://127.0.0.1:2: there is no screen.',
    );
  });

  it('is shown in a window that closes with the centre', async () => {
    const said: string[] = [];
    const { sentence, stop } = await show(
      { binary: aProgram('setInterval(() => {}, 1_000)') },
      said,
    );
    // The file may exist before it is completely written.
    await expect.poll(askedFor).not.toBeNull();
    await stop();

    expect(sentence).toMatch(/^The kiosk is shown in a window of its own, and at http:/);
    expect(said).toEqual([]);
    const [folder, ...asked] = askedFor() ?? [];
    expect(existsSync(join(folder ?? '', 'main.mjs'))).toBe(true);
    expect(readOptions(asked)).toMatchObject({
      ok: true,
      options: { show: 'kiosk', kioskService: 'http://127.0.0.1:2', windowed: true, dataDir: dir },
    });
  });

  it('continues in a browser when its window is closed, or does not open', async () => {
    const said: string[] = [];
    await show({ binary: aProgram('process.exitCode = 0') }, said);
    await show({ binary: join(dir, 'nothing') }, said);

    await expect
      .poll(() => said.toSorted())
      .toEqual([
        expect.stringMatching(
          /^The kiosk's window cannot be opened \(.*ENOENT\); the kiosk goes on/,
        ),
        "The kiosk's window is closed; the kiosk goes on at http://127.0.0.1:2.",
      ]);
  });

  /** The arguments of the fake program; null: not written yet. */
  function askedFor(): readonly string[] | null {
    try {
      return JSON.parse(readFileSync(join(dir, 'asked.json'), 'utf8')) as string[];
    } catch {
      return null;
    }
  }

  /** A fake Electron that records its arguments. */
  function aProgram(then: string): string {
    const file = join(dir, 'electron');
    const note = `require('node:fs').writeFileSync(${JSON.stringify(join(dir, 'asked.json'))}, JSON.stringify(process.argv.slice(2)));`;
    writeFileSync(file, `#!${process.execPath}\n${note}\n${then};\n`, { mode: 0o755 });
    return file;
  }
});

async function takeNumber(kiosk: string): Promise<string> {
  const page = await connectToKiosk(kiosk);
  await page.live();
  const printed = page.nextSlip();
  const issued = await page.issue('1.000894' as ServiceId, 'vi');
  // Wait for the slip: a kiosk that exits while printing would log it.
  if (issued.ok) await printed;
  page.close();
  return issued.ok ? issued.value.number : issued.refusal.code;
}
