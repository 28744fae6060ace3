/**
 * Shows the first address that answers, full screen: `show-page.mjs ADDRESS [ADDRESS of the standby]`. An address may
 * also be a file that contains it, as written by the kiosk service. Notifies systemd's watchdog only while the page
 * evaluates a script, which a hanging or crashed page and the browser's own error page do not.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { watchdogIntervalMs, notifySystemd } from './systemd-notify.mjs';

const TIMEOUT_MS = 3_000;
const browser = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const state = process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state');
const profile = join(state, 'motcua-screen');

const addresses = process.argv.slice(2);
if (addresses.length === 0) {
  process.stderr.write('Name the page to show: show-page.mjs http://192.168.1.10:7100/display/\n');
  process.exit(1);
}
mkdirSync(profile, { recursive: true });
notifySystemd('--ready');
show(await firstThatAnswers());

/** Waits for the hub, so that the browser does not show an error page. @returns {Promise<string>} */
async function firstThatAnswers() {
  for (;;) {
    for (const each of addresses) {
      const address = readAddress(each);
      if (address !== null && (await answers(new URL(address)))) return address;
    }
    notifySystemd('WATCHDOG=1');
    await pause(1_000);
  }
}

/** @param {string} given */
function readAddress(given) {
  try {
    const address = given.startsWith('http') ? given : readFileSync(given, 'utf8').trim();
    return URL.canParse(address) ? address : null;
  } catch {
    return null;
  }
}

/** Whether the port accepts connections; the browser verifies certificates. @param {URL} url @returns {Promise<boolean>} */
function answers({ hostname, port, protocol }) {
  return new Promise((done) => {
    const usual = protocol === 'https:' ? 443 : 80;
    const host = hostname.replaceAll(/^\[|\]$/g, '');
    const socket = connect({ host, port: port === '' ? usual : Number(port) });
    const end = (/** @type {boolean} */ is) => {
      socket.destroy();
      done(is);
    };
    socket.setTimeout(TIMEOUT_MS, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** @param {string} address */
function show(address) {
  const child = spawn(
    browser,
    [
      ...['--kiosk', '--no-first-run', '--noerrdialogs', '--disable-infobars'],
      ...[
        '--disable-session-crashed-bubble',
        '--disable-pinch',
        '--overscroll-history-navigation=0',
      ],
      ...['--disable-component-update', '--disable-background-networking', '--disable-sync'],
      '--autoplay-policy=no-user-gesture-required',
      `--user-data-dir=${profile}`,
      // A pipe, not a port, so that no other program on this machine can control the browser.
      '--remote-debugging-pipe',
      address,
    ],
    { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'pipe'] },
  );
  child.once('error', (error) => {
    process.stderr.write(`The browser ${browser} cannot be started: ${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => {
      notifySystemd('STOPPING=1');
      child.kill(signal);
    });
  if (watchdogIntervalMs > 0) watch(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function watch({ stdio: [, , , to, from] }) {
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  let asked = 0;
  let rest = '';
  /** @type {{ targetId: string, sessionId: string } | null} */
  let page = null;

  from?.on('data', (chunk) => {
    const pieces = (rest + String(chunk)).split('\0');
    rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      const { id, result } = JSON.parse(piece);
      // A page that was just closed returns an error instead.
      waiting.get(id)?.(result ?? {});
      waiting.delete(id);
    }
  });
  for (const pipe of [to, from]) pipe?.on('error', () => undefined);

  /** May never resolve; the next check sends a new request. @param {string} method @param {object} params @returns {Promise<any>} */
  function ask(method, params = {}, sessionId = '') {
    asked += 1;
    const id = asked;
    const message = { id, method, params, ...(sessionId === '' ? {} : { sessionId }) };
    if (to !== null && to !== undefined && 'write' in to) to.write(`${JSON.stringify(message)}\0`);
    return new Promise((done) => waiting.set(id, done));
  }

  async function look() {
    const { targetInfos = [] } = await ask('Target.getTargets');
    const target = targetInfos.find((/** @type {{ type: string }} */ { type }) => type === 'page');
    if (target === undefined) return;
    if (page?.targetId !== target.targetId) {
      const { targetId } = target;
      const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
      if (sessionId === undefined) return;
      page = { targetId, sessionId };
    }
    const expression = 'location.protocol';
    const answer = await ask('Runtime.evaluate', { expression }, page.sessionId);
    if (String(answer.result?.value).startsWith('http')) notifySystemd('WATCHDOG=1');
  }
  setInterval(() => void look(), watchdogIntervalMs);
}
