/**
 * Keeps one part of motcua under a service manager: `supervise.mjs MODULE [args]`. Tells systemd that it is ready when
 * the part says so, and that it is well only while it answers over HTTP, or says so itself where it serves nobody: a
 * process that hangs is alive but no help. Node cannot send to systemd's socket by itself, so systemd-notify does;
 * without systemd this only passes on ends.
 */
import { execFile, fork } from 'node:child_process';
import { get } from 'node:http';
import { get as getOverTls } from 'node:https';
import { resolve } from 'node:path';
import process from 'node:process';

const [module, ...args] = process.argv.slice(2);
if (module === undefined) {
  process.stderr.write('Name the module to keep: supervise.mjs apps/hub/src/main.ts --data DIR\n');
  process.exit(1);
}

/** Three looks fit into the time after which systemd gives up. */
const watchdogMs = Number(process.env['WATCHDOG_USEC'] ?? 0) / 1000;
const everyMs = watchdogMs > 0 ? watchdogMs / 3 : 0;

const child = fork(resolve(module), args, { stdio: 'inherit' });
/** @type {NodeJS.Timeout | undefined} */
let looking;
let isReady = false;

child.on('message', (told) => {
  if (typeof told !== 'object' || told === null) return;
  if (!isReady) notify('--ready');
  isReady = true;
  if ('well' in told) notify('WATCHDOG=1');
  if (!('url' in told) || everyMs === 0) return;
  const health = new URL('/health', String(told.url));
  clearInterval(looking);
  looking = setInterval(() => look(health), everyMs);
});
child.once('exit', (code, signal) => {
  clearInterval(looking);
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => {
    clearInterval(looking);
    notify('STOPPING=1');
    child.kill(signal);
  });

/** Any answer will do, a refusal too, and whoever vouches for it: what hangs gives none. @param {URL} url */
function look(url) {
  const options = { timeout: everyMs, agent: false, rejectUnauthorized: false };
  const asked = (url.protocol === 'https:' ? getOverTls : get)(url, options, (answer) => {
    answer.resume();
    notify('WATCHDOG=1');
  });
  asked.once('timeout', () => asked.destroy(new Error('silence')));
  asked.once('error', () =>
    process.stderr.write('No answer; if that goes on, the service is started again.\n'),
  );
}

/** @param {string} state */
function notify(state) {
  if (process.env['NOTIFY_SOCKET'] === undefined) return;
  execFile('systemd-notify', [state], (error) => {
    if (error !== null) process.stderr.write(`systemd-notify: ${error.message}\n`);
  });
}
