import { execFile } from 'node:child_process';
import process from 'node:process';

/**
 * After how many milliseconds to look again whether all is well: three looks fit into the time after which systemd
 * gives up. 0: nobody waits for a sign of life.
 */
export const watchdogIntervalMs = Number(process.env['WATCHDOG_USEC'] ?? 0) / 1000 / 3;

/** A program that hangs must not keep back what is told after it. */
const LONGEST_TELLING_MS = 5_000;
let lastTold = Promise.resolve();
/** @type {Set<string>} */
const waiting = new Set();

/**
 * Node cannot send to systemd's socket by itself, so systemd-notify does, one after the other: a later state never
 * overtakes an earlier one, and signs of life do not pile up behind a slow one. Without systemd nothing is told.
 *
 * @param {string} state
 */
export function notifySystemd(state) {
  if (process.env['NOTIFY_SOCKET'] === undefined || waiting.has(state)) return;
  waiting.add(state);
  lastTold = lastTold.then(() => {
    waiting.delete(state);
    return sayOffline(state);
  });
}

/** @param {string} state @returns {Promise<void>} */
function sayOffline(state) {
  return new Promise((done) => {
    execFile('systemd-notify', [state], { timeout: LONGEST_TELLING_MS }, (error) => {
      if (error !== null) process.stderr.write(`systemd-notify: ${error.message}\n`);
      done();
    });
  });
}
