import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterId, ServiceId } from '@motcua/domain';
import { plainTicket, type RequestedAction } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, fontsAreThere, checkPage, openBrowser, openPage } from './browser.ts';
import { cutWords } from './in-every-language.ts';
import { confirmAnnouncement } from './confirm-announcement.ts';

const LYING = { width: 1920, height: 1080 };
const UPRIGHT = { width: 1080, height: 1920 };
const COUNTER_2 = 'counter-2' as CounterId;
const MARRIAGE = '1.000894' as ServiceId;
/** The height of digits relative to the font size. */
const DIGITS = 0.75;
/** A 43″ television is 941 mm wide. */
const PIXELS_PER_MM = LYING.width / 941;

describe.skipIf(BROWSER === null)('the display, readable from ten metres', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startTestSite({ now: createMorningClock() });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('shows the number at a quarter of the screen’s height, with one call, many, and a long list of missed ones', async () => {
    const guide = await site.asPerson('hanh');
    const lan = await site.asPerson('lan');
    for (let count = 0; count < 20; count += 1) await guide.execute(plainTicket(MARRIAGE));
    await lan.execute({ type: 'open-counter', counterId: COUNTER_2, training: false });
    const act = async (place: number, ...actions: readonly RequestedAction['type'][]) => {
      const number = `H${String(place).padStart(3, '0')}`;
      const visits = [...site.started.hub.state.visits.values()];
      const visit = visits.find(({ ticket }) => ticket.number === number);
      if (visit === undefined) throw new Error(`No ${number}`);
      for (const type of actions) {
        const done = await lan.execute({
          type: 'act-on-visit',
          visitId: visit.id,
          counterId: COUNTER_2,
          action: { type } as RequestedAction,
          note: null,
          reason: 'cần hỗ trợ sớm',
        });
        if (!done.ok) throw new Error(`${number} ${type}: ${done.refusal.code}`);
      }
    };
    const look = async (name: string) => {
      for (const size of [LYING, UPRIGHT]) {
        const { page } = await openPage(browser, `${site.hubUrl}/display/`, size);
        await page.locator('[data-part="number"]').waitFor();
        await fontsAreThere(page);
        const { font, over, middle, below } = await page.evaluate(() => {
          const number = document.querySelector('[data-part="number"]');
          const range = document.createRange();
          if (number !== null) range.selectNodeContents(number);
          const panel = number?.parentElement?.getBoundingClientRect();
          const words = range.getBoundingClientRect();
          return {
            font: Number.parseFloat(getComputedStyle(number ?? document.body).fontSize),
            over: words.right > (panel?.right ?? 0) || words.left < (panel?.left ?? 0),
            middle: (words.top + words.bottom) / 2 - (panel?.top ?? 0),
            below:
              (document.querySelector('[data-part="way"]')?.getBoundingClientRect().top ?? 0) -
              (panel?.top ?? 0),
          };
        });
        // On a portrait screen four characters reach the full width before that height.
        const least = size === LYING ? size.height / 4 : size.width / 5;
        expect(font * DIGITS, `${name} at ${size.width}`).toBeGreaterThanOrEqual(least);
        expect(over, `${name} at ${size.width}`).toBe(false);
        // Half of the digits' height above and below the middle of their line, and some space.
        expect(middle - font * 0.4, `above at ${size.width}`).toBeGreaterThanOrEqual(0);
        expect(middle + font * 0.39, `below at ${size.width}`).toBeLessThanOrEqual(below);
        // A digit's line box is taller than the digit: in rows that fill their list only the width counts.
        const cut = (await cutWords(page)).filter((words) => !words.includes(' in called-'));
        expect(cut, `${name} at ${size.width}`).toEqual([]);
        const wide = await page
          .locator('main ol li')
          .evaluateAll((rows) => rows.filter((row) => row.scrollWidth > row.clientWidth).length);
        expect(wide, `${name} at ${size.width}`).toBe(0);
        for (const height of await lettersOfNotices(page))
          expect(height / PIXELS_PER_MM, `letters below at ${size.width}`).toBeGreaterThanOrEqual(
            25,
          );
        await checkPage(page, `display-${name}-${size.width}`);
        await page.context().close();
      }
    };

    await act(1, 'call');
    await look('one');
    for (let place = 1; place < 12; place += 1) {
      await act(place, 'start-service', 'finish');
      await act(place + 1, 'call');
    }
    await look('twelve');
    for (let place = 12; place < 20; place += 1) {
      await confirmAnnouncement(site, `H${String(place).padStart(3, '0')}`);
      await act(place, 'mark-no-show');
      await act(place + 1, 'call');
    }
    const minh = await site.asPerson('minh');
    const counterId = 'counter-3' as CounterId;
    await minh.execute({ type: 'open-counter', counterId, training: false });
    await minh.execute({ type: 'pause-counter', counterId, reason: 'lunch' });
    await look('missed');
  });
});

/** The height of capitals, in pixels, in every text of the strip of missed calls and paused counters. */
async function lettersOfNotices(page: Page): Promise<readonly number[]> {
  return page.locator('footer :is(h2, p, li)').evaluateAll((texts) => {
    const canvas = document.createElement('canvas').getContext('2d');
    return texts.map((text) => {
      const { fontWeight, fontSize, fontFamily } = getComputedStyle(text);
      if (canvas === null) return 0;
      canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      return canvas.measureText('H').actualBoundingBoxAscent;
    });
  });
}
