import { execFile } from 'node:child_process';
import process from 'node:process';

/** How long systemd waits for a sign of life, in milliseconds; 0: nobody waits. */
export const watchdogMs = Number(process.env['WATCHDOG_USEC'] ?? 0) / 1000;

/** Node cannot send to systemd's socket by itself, so systemd-notify does; without systemd nothing is told. @param {string} state */
export function tellSystemd(state) {
  if (process.env['NOTIFY_SOCKET'] === undefined) return;
  execFile('systemd-notify', [state], (error) => {
    if (error !== null) process.stderr.write(`systemd-notify: ${error.message}\n`);
  });
}
