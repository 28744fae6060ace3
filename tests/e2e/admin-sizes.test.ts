import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ServiceId } from '@motcua/domain';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { BROWSER, fontsAreThere, checkPage, openBrowser, openPage } from './browser.ts';
import { isInView } from './in-every-language.ts';

const LAPTOP = { width: 1366, height: 768 };
const WIDE = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };
const PAGES = [
  'today',
  'report',
  'devices',
  'counters',
  'services',
  'hours',
  'rules',
  'centre',
  'import',
  'people',
  'programs',
];
const COPY = '2.000815' as ServiceId;

describe.skipIf(BROWSER === null)('administration on every screen', () => {
  let site: TestSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await startTestSite({ now: createMorningClock() });
    browser = await openBrowser();
    // A visit waits where no counter is open, and several slips failed.
    site.printer.setState({ paper: 'out' });
    const kiosk = await site.touchKiosk();
    await kiosk.live();
    for (let count = 0; count < 6; count += 1) await kiosk.issue(COPY, 'vi');
    const failed = () => [...site.started.hub.state.printJobs.values()].filter(isFailed).length;
    await vi.waitFor(() => expect(failed()).toBe(6), { timeout: 20_000 });
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('shows clearly that nothing was saved, and that the settings were changed meanwhile', async () => {
    const { hub } = site.started;
    const url = `${site.hubUrl}/admin/#centre`;
    const { page } = await openPage(browser, url, LAPTOP, site.sessionOf('dung'));
    const name = page.locator('main form input').first();
    await name.fill('Trung tâm 王');
    await page.locator('[data-part="form-bar"] [type="submit"]').click();
    expect(await isInView(page, '[data-tone="fault"]')).toBe(true);
    const before = hub.state.settings.all().site;
    const other = await site.asPerson('quantri', 'admin');
    const setting = { kind: 'site', value: { ...before, place: 'Bo' } } as const;
    expect(await other.execute({ type: 'put-setting', setting })).toMatchObject({ ok: true });
    expect(await isInView(page, '[data-tone="warning"]')).toBe(true);
    await other.execute({ type: 'put-setting', setting: { kind: 'site', value: before } });
  });

  it.each([LAPTOP, WIDE, PHONE])(
    'is never wider than $width × $height, in the longest language',
    async (size) => {
      const url = `${site.hubUrl}/admin/#today`;
      const { page } = await openPage(browser, url, size, site.sessionOf('dung'));
      if (size === PHONE) await page.locator('header > [aria-expanded]').click();
      await page.locator('button[lang="de"]').first().click();
      if (size === PHONE) await page.locator('header > [aria-expanded]').click();
      const wider: string[] = [];
      for (const name of PAGES) {
        // The pages of people and programs are the administrator's, all others are the head's too.
        if (name === 'people') {
          const value = site.sessionOf('quantri');
          await page.context().addCookies([{ name: 'motcua_session', value, url: site.hubUrl }]);
          await page.reload();
        }
        if (size === PHONE) await page.locator('header > [aria-expanded]').click();
        await page.locator(`nav a[href="#${name}"]`).click();
        // On a phone the navigation closes as soon as a section is chosen.
        const current = page.locator(`nav a[href="#${name}"][aria-current]`);
        await current.waitFor({ state: 'attached' });
        await page.locator('main h1').waitFor();
        await fontsAreThere(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) wider.push(`${name}: ${over}`);
        if (size === PHONE) {
          const head = await page.locator('header').boundingBox();
          expect(head?.height, `the head of ${name}`).toBeLessThan(size.height / 6);
          expect(await page.evaluate(brokenInTables), `broken on ${name}`).toEqual([]);
          await checkPage(page, `admin-phone-${name}`);
        }
        if (size !== PHONE && (name === 'counters' || name === 'services')) {
          await page.locator('[data-part="row"]').first().click();
          expect(
            await isInView(page, '[data-part="form-bar"] [type="submit"]'),
            `saving ${name}`,
          ).toBe(true);
        }
      }
      expect(wider).toEqual([]);
      if (size !== LAPTOP) return;
      // The head has the most pages, and the centre's name is longest in Vietnamese.
      const value = site.sessionOf('dung');
      await page.context().addCookies([{ name: 'motcua_session', value, url: site.hubUrl }]);
      await page.reload();
      for (const language of ['de', 'vi']) {
        await page.locator(`button[lang="${language}"]`).first().click();
        await page.locator(`html[lang="${language}"]`).waitFor();
        const inView = await isInView(page, '[data-part="side-foot"] > :last-child');
        expect(inView, `signing out in ${language}`).toBe(true);
      }
    },
  );

  it('aligns each card at its top, however tall the card beside it is', async () => {
    const url = `${site.hubUrl}/admin/#today`;
    const { page } = await openPage(browser, url, LAPTOP, site.sessionOf('dung'));
    await page.locator('[data-alarm]').nth(1).waitFor();
    await fontsAreThere(page);
    const low = await page.evaluate(() =>
      [...document.querySelectorAll('[data-part="columns"] > section')].flatMap((card) => {
        const [title, list] = [card.querySelector('h2'), card.querySelector('h2 + *')];
        const gap =
          (list?.getBoundingClientRect().top ?? 0) - (title?.getBoundingClientRect().bottom ?? 0);
        return gap > 24 ? [`${title?.textContent}: ${gap}`] : [];
      }),
    );
    expect(low).toEqual([]);
    await checkPage(page, 'admin-today-incidents');
  });
});

/** Words of buttons and states in tables that stand on two lines: `Lo|ck`. */
function brokenInTables(): readonly string[] {
  const range = document.createRange();
  return [...document.querySelectorAll('td :is(button, [data-part="state"])')].flatMap(
    (element) => {
      const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      while (words.nextNode() !== null)
        for (const { 0: word, index } of (words.currentNode.textContent ?? '').matchAll(/\S+/g)) {
          range.setStart(words.currentNode, index);
          range.setEnd(words.currentNode, index + word.length);
          const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
          if (new Set(tops).size > 1) broken.push(word);
        }
      return broken;
    },
  );
}

const isFailed = ({ state }: { readonly state: string }): boolean => state === 'failed';
