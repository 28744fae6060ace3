import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { startTestSite, type TestSite } from '@motcua/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { avoidMidnight } from '../avoid-midnight.ts';
import { buildDesktop } from '../../apps/desktop/scripts/build-desktop.ts';
import { findElectron } from '../../apps/desktop/scripts/electron-binary.ts';
import type { Show } from '../../apps/desktop/src/desktop-options.ts';

const ELECTRON = findElectron();
/** The name of the kiosk service's process in apps/desktop/src/main.ts. */
const SERVICE_NAME = 'motcua kiosk service';

/** What a test records in Electron's main process. */
interface Noted {
  tried?: (readonly [what: string, prevented: boolean])[];
}

describe.skipIf(ELECTRON.binary === null)('a window of Electron', () => {
  let site: TestSite;
  let folder: string;
  let dataDir: string;
  let electron: ElectronApplication | null = null;

  avoidMidnight();
  beforeAll(async () => {
    folder = await buildDesktop();
    site = await startTestSite({
      kioskPageDir: fileURLToPath(new URL('../../apps/kiosk/dist', import.meta.url)),
    });
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-desktop-'));
  });

  afterEach(async () => {
    await electron?.close();
    electron = null;
  });

  afterAll(async () => {
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function open(show: Show): Promise<{ app: ElectronApplication; page: Page }> {
    if (ELECTRON.binary === null) throw new Error(ELECTRON.missing);
    const app = await _electron.launch({
      executablePath: ELECTRON.binary,
      args: [
        ...[folder, '--show', show, '--hub', site.hubUrl, '--data', dataDir],
        ...['--kiosk-port', '0', '--printer', `tcp://127.0.0.1:${site.printer.port}`],
      ],
      timeout: 60_000,
    });
    electron = app;
    const page = await app.firstWindow({ timeout: 60_000 });
    await page.waitForLoadState();
    return { app, page };
  }

  /** Whatever the page tries, it stays on its address, with a single window and without permissions. */
  async function expectLocked(app: ElectronApplication, page: Page): Promise<void> {
    const home = page.url();
    await app.evaluate(({ BrowserWindow }) => {
      const noted = globalThis as Noted;
      noted.tried = [];
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (details) => {
        noted.tried?.push([details.url, details.defaultPrevented]);
      });
    });
    // A page that exists, so that only the lock prevents navigation to it.
    const elsewhere = `${site.paperUrl}/`;
    await page.evaluate((address) => location.assign(address), elsewhere);
    await expect
      .poll(() => app.evaluate(() => (globalThis as Noted).tried), { timeout: 10_000 })
      .toEqual([[elsewhere, true]]);
    expect(page.url()).toBe(home);

    expect(await page.evaluate((address) => window.open(address) === null, home)).toBe(true);
    expect(app.windows()).toHaveLength(1);

    const denied = await page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      place: await new Promise((answer) => {
        navigator.geolocation.getCurrentPosition(
          () => answer('given'),
          ({ code }) => answer(code),
        );
      }),
      camera: await navigator.permissions.query({ name: 'camera' }).then(({ state }) => state),
      ofNode: typeof (globalThis as { require?: unknown }).require,
    }));
    const PERMISSION_DENIED = 1;
    expect(denied).toEqual({
      notifications: 'denied',
      place: PERMISSION_DENIED,
      camera: 'denied',
      ofNode: 'undefined',
    });
  }

  /** Closing is refused; a window manager, the page and a key all cause this event. */
  async function expectNotToClose(app: ElectronApplication): Promise<void> {
    await app.evaluate(({ BrowserWindow }) => {
      const noted = globalThis as Noted;
      noted.tried = [];
      const [window] = BrowserWindow.getAllWindows();
      window?.on('close', (event) => noted.tried?.push(['close', event.defaultPrevented]));
      window?.close();
    });
    await expect
      .poll(() => app.evaluate(() => (globalThis as Noted).tried), { timeout: 10_000 })
      .toEqual([['close', true]]);
    expect(app.windows()).toHaveLength(1);
  }

  const expectToBeSeen = (app: ElectronApplication) =>
    expect
      .poll(
        () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()),
        { timeout: 10_000 },
      )
      .toBe(true);

  const serviceOf = (app: ElectronApplication): Promise<number | null> =>
    app.evaluate(
      (main, name) =>
        main.app.getAppMetrics().find((one) => one.type === 'Utility' && one.name === name)?.pid ??
        null,
      SERVICE_NAME,
    );

  async function takeNumber(page: Page): Promise<string> {
    // Offered only while the hub is connected; otherwise the kiosk issues its own numbers.
    await page.locator('[data-id="have-booking"]').waitFor();
    await page.locator('[data-id="group-civil"]').click();
    await page.locator('[data-id="service-1.000894"]').click();
    await page.locator('[data-id="take-number"]').click();
    await page.locator('[data-slip="printed"]').waitFor();
    return page.locator('[data-part="number"]').innerText();
  }

  it('on a kiosk issues numbers, stays on its page, and restarts a killed service', async () => {
    const { app, page } = await open('kiosk');
    await expectToBeSeen(app);
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const home = page.url();
    expect(await takeNumber(page)).toBe('H001');
    await expectLocked(app, page);
    await expectNotToClose(app);

    const loadedAgain = page.waitForEvent('load', { timeout: 60_000 });
    const killed = await serviceOf(app);
    expect(killed).not.toBeNull();
    process.kill(killed ?? 0, 'SIGKILL');
    await expect
      .poll(() => serviceOf(app), { timeout: 30_000 })
      .toSatisfy((pid: number | null) => pid !== null && pid !== killed);
    // The page is rejected by the new service and reloads.
    await loadedAgain;
    expect(page.url()).toBe(home);
    expect(await takeNumber(page)).toBe('H002');
    expect([...site.started.hub.state.visits.values()].map(({ ticket }) => ticket.number)).toEqual([
      'H001',
      'H002',
    ]);
  });

  it('on a wall shows the display, may play sound, and starts no kiosk service', async () => {
    const { app, page } = await open('display');
    await page.locator('[data-sound="on"]').waitFor();

    expect(page.url()).toBe(`${site.hubUrl}/display/`);
    await expectToBeSeen(app);
    expect(await serviceOf(app)).toBeNull();
    await expectLocked(app, page);
    await expectNotToClose(app);
  });

  it('at a counter is a normal window with the sign-in page', async () => {
    const { app, page } = await open('counter');
    await page.locator('input[type="password"]').waitFor();

    expect(page.url()).toBe(`${site.hubUrl}/counter/`);
    await expectToBeSeen(app);
    await expectLocked(app, page);
  });
});

it('says why no window of Electron was opened, and fails when one was required', () => {
  if (ELECTRON.binary === null)
    console.warn(`tests/e2e: no window of Electron was opened: ${ELECTRON.missing}`);
  const promised = process.env['ELECTRON'] ?? process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  expect(ELECTRON.binary === null && promised !== undefined).toBe(false);
});
