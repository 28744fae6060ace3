import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { homeOf } from './decisions.ts';
import { openLockedWindow, windowOptions } from './locked-window.ts';

type Handler = (...args: never[]) => unknown;

/** A fake window and session that record calls. */
function aFakeElectron() {
  const handlers: Record<string, Handler> = {};
  const loaded: string[] = [];
  const page = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: Handler) => void (handlers['open'] = handler),
    forcefullyCrashRenderer: () => page.emit('render-process-gone', {}, { reason: 'killed' }),
  });
  const window = Object.assign(new EventEmitter(), {
    webContents: page,
    loadURL: (address: string) => {
      loaded.push(address);
      return Promise.resolve();
    },
    isDestroyed: () => false,
    show: () => {},
  });
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: Handler) => void (handlers['request'] = handler),
    setPermissionCheckHandler: (handler: Handler) => void (handlers['check'] = handler),
    setDevicePermissionHandler: (handler: Handler) => void (handlers['device'] = handler),
  });
  return { handlers, loaded, page, window, session };
}

const HUB = 'http://hub.local:7100';
const display = homeOf('display', HUB, null);

describe('a locked window', () => {
  let electron: ReturnType<typeof aFakeElectron>;
  let options: BrowserWindowConstructorOptions;
  let now = 0;
  let relaunches = 0;
  let quitting = false;

  beforeEach(() => {
    vi.useFakeTimers();
    electron = aFakeElectron();
    relaunches = 0;
    now = 0;
    quitting = false;
    openLockedWindow({ show: 'display', windowed: false }, display, {
      createWindow: (wanted) => {
        options = wanted;
        return electron.window as unknown as BrowserWindow;
      },
      session: electron.session as unknown as Session,
      relaunch: () => (relaunches += 1),
      isQuitting: () => quitting,
      now: () => now,
      log: () => {},
    });
    return () => vi.useRealTimers();
  });

  const emit = (event: string, details: object) => {
    let prevented = false;
    electron.page.emit(event, { ...details, preventDefault: () => (prevented = true) }, details);
    return prevented;
  };

  it('is sandboxed, isolated, full screen and allowed to play sound', () => {
    expect(options).toMatchObject({
      kiosk: true,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: false,
        autoplayPolicy: 'no-user-gesture-required',
      },
    });
    expect(electron.loaded).toEqual([`${HUB}/display/`]);
  });

  it('stays on its own page whatever the page tries', () => {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(emit(event, { url: 'http://evil.example/' })).toBe(true);
      expect(emit(event, { url: `${HUB}/display/` })).toBe(false);
    }
    expect(electron.handlers['open']?.()).toEqual({ action: 'deny' });
    expect(emit('will-attach-webview', {})).toBe(true);
  });

  it('handles no key that would leave the page', () => {
    const press = (input: object) => emit('before-input-event', { type: 'keyDown', ...input });

    expect(press({ key: 'F4', alt: true })).toBe(true);
    expect(press({ key: 'w', control: true })).toBe(true);
    expect(press({ key: 'F11' })).toBe(true);
    expect(press({ key: 'a' })).toBe(false);
  });

  it('closes only when the whole program ends', () => {
    const close = () => {
      let prevented = false;
      electron.window.emit('close', { preventDefault: () => (prevented = true) });
      return !prevented;
    };

    expect(close()).toBe(false);
    quitting = true;
    expect(close()).toBe(true);
  });

  it('denies every device and every permission except sound', () => {
    const answers: boolean[] = [];
    const ask = (permission: string) =>
      (electron.handlers['request'] as (...args: unknown[]) => void)(
        null,
        permission,
        (given: boolean) => answers.push(given),
        { requestingUrl: `${HUB}/display/` },
      );
    ask('media');
    ask('speaker-selection');

    expect(answers).toEqual([false, true]);
    expect(electron.handlers['device']?.()).toBe(false);
  });

  it('reloads after a crash, and relaunches after repeated crashes', () => {
    for (let crash = 0; crash < 6; crash += 1) {
      electron.page.emit('render-process-gone', {}, { reason: 'crashed' });
      vi.advanceTimersByTime(500);
    }

    expect(electron.loaded).toHaveLength(6);
    expect(relaunches).toBe(1);
  });

  it('retries when the hub cannot be reached', () => {
    electron.page.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', HUB, true);
    vi.advanceTimersByTime(500);

    expect(electron.loaded).toHaveLength(2);
  });

  it('ends a page that hangs for twenty seconds, but not one that recovers', () => {
    electron.window.emit('unresponsive');
    electron.window.emit('responsive');
    now = 20_000;
    vi.advanceTimersByTime(20_000);
    expect(electron.loaded).toHaveLength(1);

    electron.window.emit('unresponsive');
    now = 40_000;
    vi.advanceTimersByTime(20_500);
    expect(electron.loaded).toHaveLength(2);
  });
});

describe('the window of a counter, or one for trying things', () => {
  it.each([
    { show: 'counter', windowed: false },
    { show: 'kiosk', windowed: true },
  ] as const)('is a normal one, and as isolated as the others: %j', (mode) => {
    const options = windowOptions(mode, {} as Session);

    expect(options).toMatchObject({ kiosk: false, frame: true, webPreferences: { sandbox: true } });
  });
});
