import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '@motcua/i18n';
import { CALM_MS } from '../../apps/kiosk/src/page/touch/press-guard.ts';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';
import { inspectGlass, smallButtons, type Combination } from './kiosk-geometry.ts';
import { doubledPresses, pressEach, type Press } from './kiosk-presses.ts';
import { type NamedScene, SCENES } from './kiosk-scenes.ts';
import { serveStage, type StageServer } from './kiosk-stage.ts';

const SIZES = [false, true];
const EVERY = SIZES.flatMap((largeText) => LANGUAGES.map((language) => ({ language, largeText })));
const UPRIGHT = { width: 1080, height: 1920 };
const WIDE = { width: 1920, height: 1080 };
const GLASSES = [
  UPRIGHT,
  WIDE,
  { width: 1280, height: 800 },
  { width: 1280, height: 1024 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1536, height: 864 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
];

describe.skipIf(BROWSER === null)('the kiosk on every screen size', () => {
  let server: StageServer;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let presses: readonly Press[];

  beforeAll(async () => {
    server = await serveStage();
    browser = await openBrowser();
    ({ page, complaints } = await openPage(browser, server.url, UPRIGHT));
    presses = await pressEach(page, SCENES);
  });
  afterAll(async () => {
    expect(complaints).toEqual([]);
    await browser.close();
    await server.close();
  });

  const show = async (name: string, combination: Combination, glass = UPRIGHT) => {
    await page.setViewportSize(glass);
    const scene = { ...named(name), ...combination };
    await page.evaluate((shown) => window.stage.show(shown), scene);
  };
  const screenName = () => page.evaluate(() => window.stage.screen().name);
  const USUAL: Combination = { language: 'vi', largeText: false };
  const LARGE: Combination = { language: 'vi', largeText: true };

  it.each(GLASSES)(
    'shows everything complete, uncovered and reachable at $width × $height, and nothing else under a pressed button',
    async (glass) => {
      const { faults, pages } = await inspectGlass(page, glass, SCENES, EVERY);
      expect(faults).toEqual([]);
      expect(doubledPresses(pages, presses)).toEqual([]);
    },
  );

  it('counts no second tap on a group before the pause is over, and every one after it', async () => {
    const { page: timed } = await openPage(browser, server.url, UPRIGHT);
    await timed.clock.install();
    await timed.reload();
    // An event is as old as the page's clock says.
    await timed.evaluate(() => {
      Object.defineProperty(Event.prototype, 'timeStamp', { get: () => performance.now() });
    });
    const shown = () => timed.evaluate(() => window.stage.screen().name);
    for (const [pauseMs, counts] of [
      [100, false],
      [450, false],
      [900, false],
      [CALM_MS - 1, false],
      [CALM_MS + 50, true],
    ] as const) {
      await timed.evaluate((scene) => window.stage.show(scene), { ...named('welcome'), ...USUAL });
      const [x, y] = await middleOf(timed, 'group-civil');
      // From here on time passes only as the test says, whatever else the computer does.
      await timed.clock.pauseAt(await timed.evaluate(() => Date.now() + 60_000));
      await timed.mouse.click(x, y);
      await expect.poll(shown).toBe('services');
      await timed.clock.runFor(pauseMs);
      await timed.mouse.click(x, y);
      await timed.locator('[data-held]').waitFor({ state: 'detached' });
      expect((await shown()) !== 'services', `after ${pauseMs} ms`).toBe(counts);
      await timed.clock.resume();
    }
    await timed.context().close();
  });

  it('accepts other fingers while an object rests on the screen', async () => {
    await show('welcome', USUAL);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
    const [x, y] = await middleOf(page, 'group-civil');
    const touch = (type: 'touchStart' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      devTools.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [{ x, y }]);
    await page.locator('[data-id="group-civil"][data-held]').waitFor();
    await page.locator('[data-held]').waitFor({ state: 'detached' });
    await page.mouse.click(...(await middleOf(page, 'group-cert')));
    await expect.poll(screenName).toBe('services');
    await page.locator('[data-id="back"]').click();
    await expect.poll(screenName).toBe('welcome');
    await touch('touchEnd', []);
    expect(await screenName()).toBe('welcome');
    await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await devTools.detach();
  });

  it('accepts a tap that trembles by 7 mm, and turns a page by 30', async () => {
    await show('services', USUAL);
    const slide = async (byRem: number) => {
      const [x, y] = await middleOf(page, 'service-1.000894');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y - byRem * 16, { steps: 4 });
      await page.mouse.up();
    };
    await slide(30 / 2.88);
    await page.locator('[data-id="page-before"]:not([disabled])').waitFor();
    expect(await screenName()).toBe('services');
    await page.locator('[data-id="page-before"]').click();
    await page.locator('[data-id="page-before"][disabled]').waitFor();
    await page.locator('[data-id="service-1.000894"]').click({ trial: true });
    await slide(7 / 2.88);
    await expect.poll(screenName).toBe('confirm');
  });

  it('shows the first screen on one page, in portrait format and on 5:4', async () => {
    for (const glass of [UPRIGHT, { width: 1280, height: 1024 }])
      for (const language of LANGUAGES) {
        await show('welcome', { language, largeText: false }, glass);
        const pages = await page.locator('[data-part="pager"]').getAttribute('data-pages');
        expect(pages, `${glass.width} ${language}`).toBe('1');
      }
  });

  it('paginates a list again when the screen size changes', async () => {
    const whole = page.locator('main li:not([data-other-page])');
    await show('services', LARGE, WIDE);
    const lying = await whole.count();
    await show('services', LARGE, UPRIGHT);
    const upright = await whole.count();
    expect(upright).not.toBe(lying);
    await page.setViewportSize(WIDE);
    await expect.poll(() => whole.count()).toBe(lying);
    await page.setViewportSize(UPRIGHT);
    await expect.poll(() => whole.count()).toBe(upright);
  });

  it('moves no key when a number is typed', async () => {
    await show('number', USUAL);
    const before = await page.locator('[data-id="key-7"]').boundingBox();
    await page.locator('[data-id="key-H"]').click();
    await page.locator('[data-part="typed"]', { hasText: 'H' }).waitFor();
    expect(await page.locator('[data-id="key-7"]').boundingBox()).toEqual(before);
  });

  it('shows many services at once, and a focus ring', async () => {
    for (const [glass, combination, least] of [
      [{ width: 1280, height: 1024 }, USUAL, 8],
      [{ width: 1280, height: 1024 }, LARGE, 4],
      [WIDE, USUAL, 9],
      [UPRIGHT, USUAL, 10],
      [UPRIGHT, LARGE, 5],
    ] as const) {
      await show('services', combination, glass);
      const whole = page.locator('main li:not([data-other-page])');
      expect(await whole.count(), `${glass.width}`).toBeGreaterThanOrEqual(least);
    }
    await page.keyboard.press('Tab');
    await page.locator('[data-id^="service-"]').first().focus();
    const ring = await page
      .locator('[data-id^="service-"]')
      .first()
      .evaluate((card) => getComputedStyle(card).outlineStyle);
    expect(ring).toBe('solid');
  });

  it('is accessible, and has no button below 20 mm', async () => {
    for (const { name } of SCENES) {
      await show(name, LARGE, { width: 1280, height: 1024 });
      await checkPage(page, `kiosk-${name}-1280-large`);
      expect(await smallButtons(page), `small on ${name}`).toEqual([]);
    }
  });
});

function named(name: string): NamedScene {
  const found = SCENES.find((scene) => scene.name === name);
  if (found === undefined) throw new Error(`No scene ${name}`);
  return found;
}

async function middleOf(page: Page, id: string): Promise<readonly [number, number]> {
  const button = page.locator(`[data-id="${id}"]`);
  await button.waitFor();
  const place = await button.boundingBox();
  if (place === null) throw new Error(`${id} is nowhere`);
  return [place.x + place.width / 2, place.y + place.height / 2];
}
