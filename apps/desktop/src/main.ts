import { join } from 'node:path';
import process from 'node:process';
import { app, BrowserWindow, Menu, powerSaveBlocker, session, utilityProcess } from 'electron';
import { homeOf } from './decisions.ts';
import { type DesktopOptions, readOptions } from './desktop-options.ts';
import { keepServiceAlive } from './keep-service-alive.ts';
import { openLockedWindow } from './locked-window.ts';

const log = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`);

let quitting = false;
app.on('before-quit', () => {
  quitting = true;
});

function relaunch(): void {
  app.relaunch();
  app.exit(1);
}

async function start(options: DesktopOptions): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(null);
  if (options.show !== 'counter') powerSaveBlocker.start('prevent-display-sleep');
  const kioskUrl = options.show === 'kiosk' ? await startService(options) : null;
  openLockedWindow(options.show, homeOf(options.show, options.hub, kioskUrl), {
    createWindow: (windowOptions) => new BrowserWindow(windowOptions),
    session: session.fromPartition(`persist:${options.show}`),
    relaunch,
    isQuitting: () => quitting,
    now: () => Date.now(),
    log,
  });
}

function startService({ hub, kioskPort, printer, widthDots, name }: DesktopOptions) {
  const service = keepServiceAlive({
    fork: () =>
      utilityProcess.fork(join(import.meta.dirname, 'kiosk-service.mjs'), [
        ...['--hub', hub, '--port', String(kioskPort), '--printer', printer],
        ...['--width', widthDots, '--name', name],
        ...['--data', join(app.getPath('userData'), 'kiosk')],
      ]),
    after: (ms, work) => void setTimeout(work, ms),
    log,
  });
  app.on('before-quit', service.stop);
  return service.url;
}

const read = readOptions(process.argv.slice(1));
if (!read.ok) {
  log(read.sentence);
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  app.enableSandbox();
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  process.on('SIGTERM', () => app.quit());
  app.on('window-all-closed', () => app.quit());
  process.on('uncaughtException', (cause) => {
    log(String(cause.stack));
    relaunch();
  });
  start(read.options).catch((cause: unknown) => {
    log(String(cause));
    relaunch();
  });
}
