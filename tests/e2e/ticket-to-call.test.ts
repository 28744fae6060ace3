import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { readBarcodes } from 'zxing-wasm/reader';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CommandId, type Site } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';

const KIOSK = { width: 1080, height: 1920 };
const LAPTOP = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const FOLLOW = 'https://kimboi.example/so/';

describe.skipIf(BROWSER === null)('the whole path of a visitor', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startTestSite({
      now: createMorningClock(),
      kioskPageDir: fileURLToPath(new URL('../../apps/kiosk/dist', import.meta.url)),
    });
    const { hub } = site.started;
    const value: Site = { ...hub.state.settings.site, followAddress: FOLLOW };
    await hub.execute(
      { commandId: 'follow' as CommandId, type: 'put-setting', setting: { kind: 'site', value } },
      THE_HUB_ITSELF,
    );
    browser = await openBrowser();
  });

  // An open page keeps rendering and slows down the next test.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('leads from the touch at the kiosk over the paper to the voice in the room', async () => {
    const { hub } = site.started;
    const wall = await openPage(browser, `${site.hubUrl}/display/`, WALL);
    await wall.page.locator('[data-sound="on"]').waitFor();
    await checkPage(wall.page, 'display-nobody-called');

    const kiosk = await openPage(browser, site.kioskUrl, KIOSK);
    await kiosk.page.locator('main[data-screen="welcome"]').waitFor();
    await checkPage(kiosk.page, 'kiosk-welcome');
    await kiosk.page.locator('[data-id="group-civil"]').click();
    await kiosk.page.locator('main[data-screen="services"]').waitFor();
    await checkPage(kiosk.page, 'kiosk-services');
    await kiosk.page.locator('[data-id="service-1.000894"]').click();
    await kiosk.page.locator('[data-id="take-number"]').waitFor();
    await checkPage(kiosk.page, 'kiosk-papers');
    await kiosk.page.locator('[data-id="take-number"]').click();
    await kiosk.page.locator('[data-slip="printed"]').waitFor();
    const number = await kiosk.page.locator('[data-part="number"]').innerText();
    expect(number).toBe('H001');
    await checkPage(kiosk.page, 'kiosk-number');

    const [slip] = (await (await fetch(`${site.paperUrl}/slips`)).json()) as { id: number }[];
    const picture = await (
      await fetch(`${site.paperUrl}/slips/${slip?.id ?? 0}.png`)
    ).arrayBuffer();
    const [code] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
    const visit = [...hub.state.visits.values()][0];
    expect(code?.text).toBe(`${FOLLOW}${visit?.id ?? ''}`);

    const counter = await openPage(
      browser,
      `${site.hubUrl}/counter/`,
      LAPTOP,
      site.sessionOf('lan'),
    );
    await counter.page.locator('[data-part="counters"]').waitFor();
    await checkPage(counter.page, 'counter-choose');
    await counter.page.locator('[data-part="counters"] li').nth(1).getByRole('button').click();
    await counter.page.getByText('H001').first().waitFor();
    await checkPage(counter.page, 'counter-waiting');
    await padAcceptsKeys(counter.page);
    await counter.page.keyboard.press('Enter');

    await wall.page.getByText('H001').first().waitFor();
    await checkPage(counter.page, 'counter-called'); // while the call is being spoken
    await expect
      .poll(() => [...hub.state.announcements.values()].map(({ state }) => state), {
        timeout: 60_000,
        interval: 200,
      })
      .toEqual(['played']);
    const loudest = Number(await wall.page.locator('[data-sound]').getAttribute('data-loudest'));
    expect(loudest).toBeGreaterThan(0.05);
    await checkPage(wall.page, 'display-called');

    await counter.page.keyboard.press('s');
    await expect.poll(() => hub.state.visits.get(visit?.id as never)?.state).toBe('serving');
    await checkPage(counter.page, 'counter-serving');
    await padAcceptsKeys(counter.page);
    await counter.page.keyboard.press('f');
    await expect
      .poll(() => hub.state.visits.get(visit?.id as never))
      .toMatchObject({ state: 'closed', outcome: 'served' });
    for (const { complaints } of [wall, kiosk, counter]) expect(complaints).toEqual([]);
  });

  it('shows the number large when the paper runs out, and alerts the staff', async () => {
    site.printer.setState({ paper: 'out' });
    const counter = await openPage(
      browser,
      `${site.hubUrl}/counter/`,
      LAPTOP,
      site.sessionOf('lan'),
    );
    const kiosk = await openPage(browser, site.kioskUrl, KIOSK);
    await kiosk.page.locator('[data-id="language-en"]').click();
    await kiosk.page.locator('[data-id="group-civil"]').click();
    await kiosk.page.locator('[data-id="service-1.000894"]').click();
    await kiosk.page.locator('[data-id="take-number"]').click();
    await kiosk.page.locator('[data-id="noted"]').waitFor();
    expect(await kiosk.page.locator('[data-part="number"]').innerText()).toBe('H002');
    await checkPage(kiosk.page, 'kiosk-slip-failed-en');
    // The number is shown again after a reload.
    await kiosk.page.reload();
    await kiosk.page.locator('[data-id="noted"]').waitFor();
    expect(await kiosk.page.locator('[data-part="number"]').innerText()).toBe('H002');
    expect(await kiosk.page.locator('h1').innerText()).toMatch(/slip/);
    await kiosk.page.locator('[data-id="give-back"]').click();
    const { hub } = site.started;
    await expect
      .poll(() => [...hub.state.visits.values()].find((v) => v.ticket.number === 'H002'))
      .toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    await counter.page.locator('body').waitFor();
    await checkPage(counter.page, 'counter-paper-out');
    site.printer.setState({ paper: 'ok' });
  });

  it('starts with a clerk who signs in, with a clear message for a wrong password', async () => {
    const { page, complaints } = await openPage(browser, `${site.hubUrl}/counter/`, LAPTOP);
    await page.locator('input').first().waitFor();
    await checkPage(page, 'counter-sign-in');
    await page.locator('input').nth(0).fill('lan');
    await page.locator('input').nth(1).fill('sai-mat-khau');
    await page.keyboard.press('Enter');
    await page.getByText('Tên đăng nhập hoặc mật khẩu không đúng').waitFor();
    // The browser logs the answers 401 that make the page ask for a password.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });

  it('ends with the figures for the head', async () => {
    const { page, complaints } = await openPage(
      browser,
      `${site.hubUrl}/admin/`,
      LAPTOP,
      site.sessionOf('dung'),
    );
    await page.getByRole('navigation').waitFor();
    await checkPage(page, 'admin');
    expect(complaints).toEqual([]);
  });
});

it('is tested wherever a browser is required', () => {
  expect(BROWSER === null && process.env['CI'] === 'true').toBe(false);
});
