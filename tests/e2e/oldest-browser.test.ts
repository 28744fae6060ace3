import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CounterId, ServiceId } from '@motcua/domain';
import { plainTicket } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OLDEST_CHROMIUM } from '../../scripts/pages/older-browsers.ts';
import { BROWSER, openBrowser, takePicture } from './browser.ts';
import { findOldChromium, type OldPage, openOldPage } from './old-chromium.ts';
import { calledIn, filesOf, methodsNewerThan, stylesNewerThan } from './newer-browser-features.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = ['kiosk', 'counter', 'display', 'admin'] as const;
const distOf = (page: string) => join(ROOT, 'apps', page, 'dist');

/** Methods of that name in our own code and libraries, or feature-tested before use. */
const NOT_THE_BROWSERS = new Set([
  ...[
    'transfer',
    'build',
    'run',
    'vi',
    'use',
    'destroy',
    'format',
    'createContext',
    'when',
    'check',
    // Of the link to the hub.
    ...['lost', 'dispatch', 'command'],
  ],
  ...['createBidirectionalStream', 'checkVisibility', 'maximize', 'showPicker'],
  ...['command', 'dispatch', 'lost'],
  ...['startViewTransition', 'skipTransition'],
]);

/** Styles without which a page looks a little plainer, but works. */
const PLAINER_WITHOUT = new Set([
  ...['accent-color', 'font-synthesis', 'text-wrap', 'container-type', '-webkit-touch-callout'],
  // Without round corners; with the fallback font.
  ...['outline', 'font-family'],
  // In flexible boxes the same as the default.
  ...['align-content:start', 'justify-content:start', 'justify-content:safe'],
]);

/** Methods from the core-js modules that every page imports first: `es.array.to-sorted` gives `toSorted`. */
function polyfilled(): ReadonlySet<string> {
  const source = readFileSync(join(ROOT, 'packages/ui/src/older-browsers.ts'), 'utf8');
  const modules = [...source.matchAll(/core-js\/modules\/\w+\.[\w-]+\.([\w-]+)\.js/g)];
  const names = modules.map(([, name = '']) =>
    name
      .replace('-alternative', '')
      .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
  return new Set([...names, 'timeout']);
}

describe.each(PAGES)('the page %s', (page) => {
  it('calls no method that the oldest browser lacks without a polyfill', () => {
    const young = methodsNewerThan(OLDEST_CHROMIUM);
    expect(young).toContain('toSorted');
    const brought = polyfilled();
    const missing = [...calledIn(distOf(page))].filter(
      (name) => young.has(name) && !brought.has(name) && !NOT_THE_BROWSERS.has(name),
    );
    expect(missing).toEqual([]);
  });

  it('has no style that the oldest browser drops without a fallback', () => {
    const styles = filesOf(distOf(page), '.css').map((file) => readFileSync(file, 'utf8'));
    expect(styles.length).toBeGreaterThan(0);
    for (const text of styles) {
      expect(
        text.match(/@(layer|container|scope|property)\b|(color-mix|oklch|lab|lch|light-dark)\(/g),
      ).toBeNull();
      const newUnits = [
        ...text.matchAll(/([\w-]+):([^;{}]*\d(?:dvh|svh|lvh|cq[whib]|cqmin|cqmax)\b[^;{}]*)/g),
      ];
      for (const { 1: property = '', index } of newUnits) {
        const before = text.slice(text.lastIndexOf('{', index), index);
        expect(before, text.slice(index, index + 60)).toMatch(new RegExp(`[{;]${property}:`));
      }
    }
  });

  it('has no style or selector that the oldest browser drops and that matters', () => {
    const young = stylesNewerThan(OLDEST_CHROMIUM);
    expect(young).toContain('overflow:clip');
    for (const file of filesOf(distOf(page), '.css')) {
      const text = readFileSync(file, 'utf8').replaceAll(
        /@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g,
        '',
      );
      const dropped = [...text.matchAll(/[{;]([a-z-]+):\s*([a-z-]+)?/g)].flatMap(
        ([, property = '', value = '']) =>
          [property, `${property}:${value}`].filter(
            (each) =>
              young.has(each) && !PLAINER_WITHOUT.has(each) && !PLAINER_WITHOUT.has(property),
          ),
      );
      expect(dropped).toEqual([]);
      // `:-webkit-any()`, its replacement, does not allow combinators inside.
      expect(text.match(/:is\([^()]*[\w\])]\s*[ >+~]\s*[\w.#:[*][^()]*\)/g)).toBeNull();
    }
  });
});

const OLD_BROWSER = BROWSER === null ? null : findOldChromium();

describe.skipIf(OLD_BROWSER === null)(`in Chromium ${OLDEST_CHROMIUM}`, () => {
  let site: TestSite;
  const pages: OldPage[] = [];

  beforeAll(async () => {
    site = await startTestSite({ now: createMorningClock(), kioskPageDir: distOf('kiosk') });
    const guide = await site.asPerson('hanh');
    for (let count = 0; count < 3; count += 1)
      await guide.execute(plainTicket('1.000894' as ServiceId));
    const lan = await site.asPerson('lan');
    const counterId = 'counter-2' as CounterId;
    await lan.execute({ type: 'open-counter', counterId, training: false });
  });

  afterAll(async () => {
    await Promise.all(pages.map((page) => page.close()));
    await site.close();
  });

  async function open(url: string, size: Parameters<typeof openOldPage>[1], session?: string) {
    const page = await openOldPage(OLD_BROWSER ?? '', size);
    pages.push(page);
    if (session !== undefined) await page.setCookie(url, 'motcua_session', session);
    await page.goto(url);
    return page;
  }
  const text = (page: OldPage) => async () =>
    String(await page.evaluate('document.body.innerText')).replaceAll('\u00a0', ' ');
  const keep = (page: OldPage, name: string) => takePicture(page, `chromium-87-${name}`);

  it('the counter calls, and the display shows the number at full size', async () => {
    const laptop = { width: 1366, height: 768 };
    const wall = await open(`${site.hubUrl}/display/`, { width: 1920, height: 1080 });
    const counter = await open(`${site.hubUrl}/counter/`, laptop, site.sessionOf('lan'));
    await expect.poll(text(counter), { timeout: 60_000 }).toContain('Gọi số tiếp theo');
    await expect.poll(text(wall), { timeout: 60_000 }).toContain('Kính chào ông, bà!');
    await expect
      .poll(
        async () => {
          await counter.press('Enter', 'Enter');
          return text(wall)();
        },
        { timeout: 60_000, interval: 2_000 },
      )
      .toContain('H001');
    const digits = await wall.evaluate(
      `parseFloat(getComputedStyle(document.querySelector('[data-part=number]')).fontSize) * 0.75`,
    );
    expect(digits).toBeGreaterThanOrEqual(1080 / 4);
    await expect.poll(text(counter)).toContain('H001');
    const number = await counter.evaluate(
      `parseFloat(getComputedStyle(document.querySelector('[data-part=current-number]')).fontSize)`,
    );
    expect(number).toBeGreaterThanOrEqual(52);
    await keep(wall, 'display');
    await keep(counter, 'counter');

    // A relational selector (`:has(:checked)`) highlights the chosen option.
    const border = (choice: number) =>
      counter.evaluate(
        `getComputedStyle(document.querySelectorAll('[type=radio]')[${choice}].closest('label')).borderColor`,
      );
    await counter.press('a', 'KeyA');
    await expect
      .poll(() => counter.evaluate(`document.querySelectorAll('[type=radio]').length`))
      .toBeGreaterThan(1);
    expect(await border(0)).toBe(await border(1));
    await counter.evaluate(`document.querySelector('[type=radio]').click()`);
    await expect.poll(async () => (await border(0)) === (await border(1))).toBe(false);
    expect([...wall.complaints, ...counter.complaints]).toEqual([]);
  });

  it('administration opens, and the kiosk offers its services', async () => {
    const admin = await open(
      `${site.hubUrl}/admin/#hours`,
      { width: 1366, height: 768 },
      site.sessionOf('dung'),
    );
    await expect.poll(text(admin), { timeout: 60_000 }).toContain('Giờ làm việc');
    const kiosk = await open(site.kioskUrl, { width: 1080, height: 1920 });
    await expect.poll(text(kiosk), { timeout: 60_000 }).toContain('Đăng ký khai sinh');
    await keep(admin, 'admin');
    await keep(kiosk, 'kiosk');
    expect([...admin.complaints, ...kiosk.complaints]).toEqual([]);
  });
});

describe.skipIf(BROWSER === null)('a page that cannot run', () => {
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

  it.each([
    [
      'an older browser',
      true,
      ['Trình duyệt này quá cũ', 'too old', 'zu alt', String(OLDEST_CHROMIUM)],
    ],
    [
      'a script that did not arrive',
      false,
      ['Trang chưa tải được', 'could not be loaded', 'nicht geladen'],
    ],
  ])('explains in three languages that it is %s', async (_why, isOld, words) => {
    const page = await browser.newPage();
    await page.route('**/assets/*.js', (route) => route.abort());
    if (isOld) await page.addInitScript('delete String.prototype.replaceAll');
    await page.goto(`${site.hubUrl}/display/`);
    const notice = page.locator('#old-browser');
    await notice.waitFor();
    for (const word of words) expect(await notice.textContent()).toContain(word);
    await page.close();
  });

  it('asks for JavaScript where it is turned off', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.hubUrl}/counter/`);
    expect(await page.locator('body').textContent()).toContain('Trang này cần JavaScript');
    await context.close();
  });
});
