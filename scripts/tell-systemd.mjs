import { execFile } from 'node:child_process';
import process from 'node:process';

/**
 * After how many milliseconds to look again whether all is well: three looks fit into the time after which systemd
 * gives up. 0: nobody waits for a sign of life.
 */
export const lookEveryMs = Number(process.env['WATCHDOG_USEC'] ?? 0) / 1000 / 3;

/** Node cannot send to systemd's socket by itself, so systemd-notify does; without systemd nothing is told. @param {string} state */
export function tellSystemd(state) {
  if (process.env['NOTIFY_SOCKET'] === undefined) return;
  execFile('systemd-notify', [state], (error) => {
    if (error !== null) process.stderr.write(`systemd-notify: ${error.message}\n`);
  });
}
