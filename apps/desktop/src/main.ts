import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import {
  app,
  BrowserWindow,
  Menu,
  powerSaveBlocker,
  type Session,
  session,
  utilityProcess,
} from 'electron';
import { homeOf } from './decisions.ts';
import { type DesktopOptions, readOptions } from './desktop-options.ts';
import { keepServiceAlive } from './keep-service-alive.ts';
import { openLockedWindow } from './locked-window.ts';
import { verifyCertificate } from './verify-certificate.ts';

const log = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`);

/** The result of Electron's certificate verifier for a trusted certificate. */
const TRUSTED = 0;
const AS_CHROMIUM_SAYS = -3;

/** The name of the kiosk service's process among Electron's processes. */
const SERVICE_NAME = 'motcua kiosk service';

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
  if (options.show !== 'counter' && !options.windowed)
    powerSaveBlocker.start('prevent-display-sleep');
  const { show, hub, windowed } = options;
  const kioskUrl =
    show === 'kiosk' ? (options.kioskService ?? (await startService(options))) : null;
  openLockedWindow({ show, windowed }, homeOf(show, hub, kioskUrl), {
    createWindow: (windowOptions) => new BrowserWindow(windowOptions),
    session: trusting(session.fromPartition(`persist:${show}`), options.authority),
    relaunch,
    isQuitting: () => quitting,
    now: () => Date.now(),
    log,
  });
}

/** Chromium's own verification, plus certificates signed by the centre's authority for the hub. */
function trusting(pages: Session, authority: string | null): Session {
  if (authority === null) return pages;
  const authorityPem = readFileSync(authority, 'utf8');
  pages.setCertificateVerifyProc(({ hostname, certificate }, decide) => {
    const shown = { certificate: certificate.data, hostname, nowMs: Date.now() };
    decide(verifyCertificate(authorityPem, shown) ? TRUSTED : AS_CHROMIUM_SAYS);
  });
  return pages;
}

function startService({ hub, kioskPort, printer, widthDots, name, authority }: DesktopOptions) {
  const service = keepServiceAlive({
    fork: (url) =>
      utilityProcess.fork(
        join(import.meta.dirname, 'kiosk-service.mjs'),
        [
          ...['--hub', hub, '--port', url === null ? String(kioskPort) : new URL(url).port],
          ...['--printer', printer, '--width', widthDots, '--name', name],
          ...['--data', join(app.getPath('userData'), 'kiosk')],
          ...(authority === null ? [] : ['--authority', authority]),
        ],
        { serviceName: SERVICE_NAME },
      ),
    after: (ms, work) => void setTimeout(work, ms),
    log,
  });
  app.on('before-quit', service.stop);
  return service.url;
}

/** A kiosk, a display and a counter may run on one computer, each once. */
function isOnlyOne({ show, dataDir }: DesktopOptions): boolean {
  app.setPath('userData', join(dataDir ?? app.getPath('userData'), show));
  return app.requestSingleInstanceLock();
}

const read = readOptions(process.argv.slice(1));
if (!read.ok) {
  log(read.sentence);
  app.exit(1);
} else if (!isOnlyOne(read.options)) {
  log(`This computer already shows a ${read.options.show} window.`);
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
