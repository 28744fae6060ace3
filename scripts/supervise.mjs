/**
 * Keeps one part of motcua under a service manager: `supervise.mjs MODULE [args]`. Tells systemd that it is ready when
 * the part says so, and that it is well only while it answers over HTTP, or says so itself where it serves nobody: a
 * process that hangs is alive but no help. Without systemd this only passes on ends.
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

child.on('message', (told) => {
  if (typeof told !== 'object' || told === null) return;
  if (!isReady) notifySystemd('--ready');
  isReady = true;
  if ('well' in told) notifySystemd('WATCHDOG=1');
  // The only way in at first; whoever reads the service's journal is whoever set it up.
  if ('firstLink' in told && typeof told.firstLink === 'string')
    process.stdout.write(
      `The first administrator signs in here, once, within a day: ${told.firstLink}\n` +
        'From another computer, with the address of this one in place of 127.0.0.1.\n',
    );
  if (!('url' in told) || watchdogIntervalMs === 0) return;
  const health = new URL('/health', String(told.url));
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

/** Any answer will do, a refusal too, and whoever vouches for it: what hangs gives none. @param {URL} url */
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
