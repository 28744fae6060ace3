import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '@playwright/test';
import type { CounterId } from '@motcua/domain';
import { plainTicket } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';
import { BIRTH, LAPTOP } from './office.ts';

const WALL = { width: 1920, height: 1080 };
const COUNTER = 'counter-2' as CounterId;

/** The proxy forwards what is sent to the hub and drops its answers, as if the hub hung with its connections open. */
describe.skipIf(BROWSER === null)('a page that receives nothing from the hub', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startTestSite({ now: createMorningClock() });
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Its console may have errors: its requests fail. */
  const open = async (path: string, size: typeof WALL, session: string | null = null) =>
    (await openPage(browser, `${site.kioskCable.url}/${path}`, size, session)).page;

  it('shows on the display how old it is, whatever its clock is set to, and then speaks each call once', async () => {
    const wall = await open('display/', WALL);
    await wall.locator('[data-sound="on"]').waitFor();
    const banner = wall.locator('[role="alert"] p').first();
    site.kioskCable.loseAnswers();
    await wall.evaluate(() => {
      const realNow = Date.now.bind(Date);
      Date.now = () => realNow() - 3_600_000;
    });
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/cách đây \d+ giây/);
    await checkPage(wall, 'display-behind');

    const clerk = await site.asPerson('lan');
    await clerk.execute({ type: 'open-counter', counterId: COUNTER, training: false });
    await clerk.execute(plainTicket(BIRTH));
    const called = await clerk.execute({
      ...{ type: 'call-next', counterId: COUNTER, finishCurrent: false },
    });
    expect(called).toMatchObject({ ok: true });
    site.kioskCable.plugIn();
    await banner.waitFor({ state: 'detached' });
    const { hub } = site.started;
    const heard = () => [...hub.state.announcements.values()].map(({ state }) => state);
    await expect.poll(heard, { timeout: 90_000 }).toEqual(['played']);
    expect(await wall.locator('[data-part="number"]').innerText()).toBe('H001');
  });

  it('shows since when, at the counter and in administration, at any scroll position', async () => {
    const clerk = await site.asPerson('lan');
    await clerk.execute({ type: 'open-counter', counterId: COUNTER, training: false });
    const counter = await open('counter/', LAPTOP, site.sessionOf('lan'));
    const today = await open('admin/#today', LAPTOP, site.sessionOf('dung'));
    await counter.locator('[data-part="pad"]').waitFor();
    await today.locator('[data-part="figures"]').waitFor();
    await today.mouse.move(800, 500);
    await today.mouse.wheel(0, 5_000);
    site.kioskCable.loseAnswers();
    for (const page of [counter, today])
      await page.getByText(/Mất kết nối từ \d\d:\d\d:\d\d\. Số liệu có thể đã cũ\./).waitFor();
    const { y = -1 } = (await today.locator('[data-tone="offline"]').boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(LAPTOP.height);
    for (const picture of [counter.locator('main'), today.locator('[data-part="figures"]')])
      expect(await picture.evaluate((shown) => getComputedStyle(shown).filter)).toBe(
        'grayscale(1)',
      );
    await checkPage(today, 'admin-behind');
    await checkPage(counter, 'counter-behind');

    site.kioskCable.plugIn();
    for (const page of [counter, today])
      await page.locator('[data-tone="offline"]').waitFor({ state: 'detached' });
  });
});
