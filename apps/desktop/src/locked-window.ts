import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import {
  addressOf,
  type Home,
  mayGrant,
  mayOpen,
  type Remedy,
  remedyFor,
  type Trouble,
} from './decisions.ts';
import type { Show } from './desktop-options.ts';

/** The parts of Electron that are needed, so that a test can pass its own. */
export interface WindowParts {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly session: Session;
  readonly relaunch: () => void;
  /** Whether the whole program is ending; only then may a locked window close. */
  readonly isQuitting: () => boolean;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const TEN_MINUTES_MS = 600_000;

/** Which page, and whether in a normal window for trying things. */
export interface WindowMode {
  readonly show: Show;
  readonly windowed: boolean;
}

/** A counter is a PC that is used for other work as well, so its window is not locked. */
const holdsTheScreen = ({ show, windowed }: WindowMode): boolean => show !== 'counter' && !windowed;

/** Appearance and security options of the window. */
export function windowOptions(mode: WindowMode, session: Session): BrowserWindowConstructorOptions {
  const { show } = mode;
  const locked = holdsTheScreen(mode);
  return {
    show: false,
    backgroundColor: show === 'display' ? '#101418' : '#fbf8f3',
    autoHideMenuBar: true,
    kiosk: locked,
    fullscreen: locked,
    frame: !locked,
    ...(show === 'kiosk' ? { width: 540, height: 960 } : { width: 1366, height: 768 }),
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      disableDialogs: true,
      safeDialogs: true,
      navigateOnDragDrop: false,
      autoplayPolicy: show === 'display' ? 'no-user-gesture-required' : 'user-gesture-required',
      backgroundThrottling: false,
    },
  };
}

/** Opens the window on its first page and keeps it there, whatever the page or a visitor tries. */
export function openLockedWindow(mode: WindowMode, home: Home, parts: WindowParts): BrowserWindow {
  const { show } = mode;
  const { session, log } = parts;
  const window = parts.createWindow(windowOptions(mode, session));
  const { webContents } = window;
  const address = addressOf(home);
  const crashes: number[] = [];
  let attempt = 0;
  let hangsSince: number | null = null;

  session.setPermissionRequestHandler((_page, permission, decide, { requestingUrl }) =>
    decide(mayGrant(permission, requestingUrl, show, home)),
  );
  session.setPermissionCheckHandler((_page, permission, origin) =>
    mayGrant(permission, origin, show, home),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());

  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const)
    webContents.on(event as 'will-navigate', (details) => {
      if (!mayOpen(details.url, home)) details.preventDefault();
    });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.on('context-menu', (event) => event.preventDefault());
  webContents.on('before-input-event', (event, { type, alt, control, meta, key }) => {
    const leaves =
      key === 'F11' || (alt && key === 'F4') || ((control || meta) && isBrowserKey(key));
    if (type === 'keyDown' && holdsTheScreen(mode) && leaves) event.preventDefault();
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (holdsTheScreen(mode) && !parts.isQuitting()) event.preventDefault();
  });

  webContents.on('did-finish-load', () => {
    attempt = 0;
  });
  webContents.on('did-fail-load', (_event, code, reason, _url, isMainFrame) => {
    const ABORTED = -3;
    if (!isMainFrame || code === ABORTED) return;
    heal({ type: 'not-reached', attempt: attempt++ }, reason);
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    const now = parts.now();
    crashes.push(now);
    const recent = crashes.filter((at) => now - at < TEN_MINUTES_MS);
    heal({ type: 'crashed', crashesInTenMinutes: recent.length }, reason);
  });
  window.on('unresponsive', () => {
    hangsSince = parts.now();
    heal({ type: 'hangs', forMs: 0 }, 'unresponsive');
  });
  window.on('responsive', () => {
    hangsSince = null;
  });

  function heal(trouble: Trouble, reason: string): void {
    const remedy = remedyFor(trouble);
    log(`${trouble.type} (${reason}): ${remedy.type}`);
    carryOut(remedy);
  }

  function carryOut(remedy: Remedy): void {
    switch (remedy.type) {
      case 'wait':
        setTimeout(() => {
          if (hangsSince !== null)
            heal({ type: 'hangs', forMs: parts.now() - hangsSince }, 'still unresponsive');
        }, remedy.ms);
        return;
      case 'load-again':
        setTimeout(() => {
          if (!window.isDestroyed()) load();
        }, remedy.afterMs);
        return;
      case 'kill-page':
        webContents.forcefullyCrashRenderer(); // its end is reported as `render-process-gone`
        return;
      case 'relaunch':
        parts.relaunch();
        return;
      default:
        remedy satisfies never;
    }
  }

  function load(): void {
    window.loadURL(address).catch((cause: unknown) => log(`${address}: ${String(cause)}`));
  }

  load();
  return window;
}

/** Keys that would leave the page, with Control or Command held. */
function isBrowserKey(key: string): boolean {
  return ['w', 'q', 'r', 'n', 't', 'o', 'p', 's', 'j', 'i', 'u', '+', '-', '0'].includes(
    key.toLowerCase(),
  );
}
