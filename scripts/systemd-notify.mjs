import { execFile } from 'node:child_process';
import process from 'node:process';

/** The interval of health checks, a third of systemd's watchdog timeout; 0: there is no watchdog. */
export const watchdogIntervalMs = Number(process.env['WATCHDOG_USEC'] ?? 0) / 1000 / 3;

/** A hanging systemd-notify must not block later notifications. */
const NOTIFY_TIMEOUT_MS = 5_000;
let previous = Promise.resolve();
/** @type {Set<string>} */
const waiting = new Set();

/**
 * Notifies systemd through the program systemd-notify, because Node cannot send to its datagram socket. One at a time,
 * so that states arrive in order and watchdog messages do not pile up. Without systemd it does nothing.
 *
 * @param {string} state
 */
export function notifySystemd(state) {
  if (process.env['NOTIFY_SOCKET'] === undefined || waiting.has(state)) return;
  waiting.add(state);
  previous = previous.then(() => {
    waiting.delete(state);
    return runSystemdNotify(state);
  });
}

/** @param {string} state @returns {Promise<void>} */
function runSystemdNotify(state) {
  return new Promise((done) => {
    execFile('systemd-notify', [state], { timeout: NOTIFY_TIMEOUT_MS }, (error) => {
      if (error !== null) process.stderr.write(`systemd-notify: ${error.message}\n`);
      done();
    });
  });
}
