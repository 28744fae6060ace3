/**
 * Runs one part of motcua under systemd: `supervise.mjs MODULE [args]`. Notifies systemd when the part reports that it is
 * ready, and its watchdog while the part answers over HTTP, or reports itself alive where it serves no clients, because
 * a hanging process would not be restarted otherwise. Without systemd it only forwards signals and exit codes.
 */
import { fork } from 'node:child_process';
import { get } from 'node:http';
import { get as getOverTls } from 'node:https';
import { resolve } from 'node:path';
import process from 'node:process';
import { watchdogIntervalMs, notifySystemd } from './systemd-notify.mjs';

const [module, ...args] = process.argv.slice(2);
if (module === undefined) {
  process.stderr.write('Name the module to keep: supervise.mjs apps/hub/src/main.ts --data DIR\n');
  process.exit(1);
}

const child = fork(resolve(module), args, { stdio: 'inherit' });
/** @type {NodeJS.Timeout | undefined} */
let looking;
let isReady = false;

child.on('message', (message) => {
  if (typeof message !== 'object' || message === null) return;
  if (!isReady) notifySystemd('--ready');
  isReady = true;
  if ('well' in message) notifySystemd('WATCHDOG=1');
  // The first sign-in needs this link; only administrators can read the service's journal.
  if ('firstLink' in message && typeof message.firstLink === 'string')
    process.stdout.write(
      `The first administrator signs in here, once, within a day: ${message.firstLink}\n` +
        'From another computer, with the address of this one in place of 127.0.0.1.\n',
    );
  if (!('url' in message) || watchdogIntervalMs === 0) return;
  const health = new URL('/health', String(message.url));
  clearInterval(looking);
  looking = setInterval(() => look(health), watchdogIntervalMs);
});
child.once('exit', (code, signal) => {
  clearInterval(looking);
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => {
    clearInterval(looking);
    notifySystemd('STOPPING=1');
    child.kill(signal);
  });

/** Any answer counts, also a refusal or one with an unknown certificate. @param {URL} url */
function look(url) {
  const options = { timeout: watchdogIntervalMs, agent: false, rejectUnauthorized: false };
  const asked = (url.protocol === 'https:' ? getOverTls : get)(url, options, (answer) => {
    answer.resume();
    notifySystemd('WATCHDOG=1');
  });
  asked.once('timeout', () => asked.destroy(new Error('silence')));
  asked.once('error', () =>
    process.stderr.write('No answer; if that goes on, the service is started again.\n'),
  );
}
