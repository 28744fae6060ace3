import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CommandId, ServiceId } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { plainTicket } from '@motcua/protocol';
import { BROWSER, fontsAreThere, lookAt } from './browser.ts';
import { type Office, openOffice } from './office.ts';

const UPRIGHT = { width: 1080, height: 1920 };
const WIDE = { width: 1920, height: 1080 };
const OLD_GLASS = { width: 1280, height: 1024 };
const GLASSES = [UPRIGHT, WIDE, OLD_GLASS];
/** 20 mm on a glass of 15.6 inches and 1080 dots across. */
const FINGER_PX = 111;
/** What stands on a capital (Ế, Ỗ) rises so far above its line, of the size of the letters. */
const HAT = 0.2;

describe.skipIf(BROWSER === null)('the kiosk on every glass', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  const open = async (glass: typeof UPRIGHT, large: boolean, language: Language = 'vi') => {
    const page = await office.kioskOf(glass.width, glass.height);
    const touch = async (id: string, screen: string) => {
      await page.locator(`[data-id="${id}"]`).click();
      await page.locator(`main[data-screen="${screen}"]`).waitFor();
    };
    await page.locator('main[data-screen="welcome"]').waitFor();
    await touch(`language-${language}`, 'welcome');
    if (large) await touch('large-text', 'welcome');
    return { page, touch };
  };

  it.each(GLASSES.flatMap((glass) => [false, true].map((large) => ({ ...glass, large }))))(
    'cuts no heading at $width × $height, large text: $large',
    async ({ large, ...glass }) => {
      const { page, touch } = await open(glass, large);
      const cut: string[] = [];
      const look = async () => cut.push(...(await headingsAtAnEdge(page)));
      const home = async () => touch('start-over', 'welcome');
      await look();
      await touch('group-civil', 'services');
      await look();
      await touch('go-priority', 'priority');
      await look();
      await touch('back', 'services');
      await touch('go-wishes', 'wishes');
      await look();
      await home();
      await touch('usual-1.001193', 'confirm');
      await look();
      await home();
      await touch('have-number', 'number');
      await look();
      await touch('key-H', 'number');
      await touch('key-9', 'number');
      await page.locator('[data-id="look-up"]').click();
      await page.locator('[role="alert"]').waitFor();
      await look();
      await home();
      await touch('have-booking', 'booking');
      await look();
      await home();
      await touch('usual-2.000815', 'confirm');
      await page.locator('[data-id="take-number"]').click();
      await page.locator('[data-slip="printed"]').waitFor();
      await look();
      expect(cut).toEqual([]);
    },
  );

  it('gives services most of the height, and keeps priority at hand', async () => {
    for (const [glass, large, least] of [
      [OLD_GLASS, false, 8],
      [OLD_GLASS, true, 6],
      [WIDE, false, 12],
      [UPRIGHT, true, 5],
    ] as const) {
      const { page, touch } = await open(glass, large);
      await touch('group-civil', 'services');
      await page.locator('[data-id="go-priority"]').waitFor();
      const { whole, small } = await services(page);
      expect(whole, `whole at ${glass.width}, large: ${large}`).toBeGreaterThanOrEqual(least);
      expect(small).toEqual([]);
      await lookAt(page, `kiosk-services-${glass.width}${large ? '-large' : ''}`);
    }
  });

  it('names both lists of the first page, with a group in sight in large text', async () => {
    for (const language of LANGUAGES) {
      const { page } = await open(OLD_GLASS, true, language);
      for (const id of ['usual', 'groups', 'language-vi'])
        expect(await inSight(page, id), `${id} in ${language}`).toBe(true);
      expect(await inSight(page, 'group-guide'), language).toBe(true);
      expect(await linesOf(page, '.foot-help'), language).toBeLessThanOrEqual(2);
      await lookAt(page, `kiosk-welcome-1280-large-${language}`);
    }
  });

  it('takes the second tap of a trembling finger for none, also without motion', async () => {
    const { page } = await open(UPRIGHT, false);
    const group = page.locator('[data-id="group-civil"]');
    // The first screen listens by now.
    await group.click({ trial: true });
    const place = await group.boundingBox();
    const [x, y] = [(place?.x ?? 0) + 60, (place?.y ?? 0) + 50];
    // The time in which a screen does not listen yet stands still, however slow this computer is.
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Animation.enable');
    await devTools.send('Animation.setPlaybackRate', { playbackRate: 0 });
    await page.mouse.click(x, y);
    await page.locator('main[data-screen="services"]').waitFor();
    await page.mouse.click(x, y);
    expect(await page.locator('main').getAttribute('data-screen')).toBe('services');
    await devTools.send('Animation.setPlaybackRate', { playbackRate: 1 });
    await page.locator('[data-id="go-priority"]').click();
    await page.locator('main[data-screen="priority"]').waitFor();
    // A finger that slides while it holds still means its button, and shows that it is held.
    const card = await page.locator('[data-id="priority-elderly"]').boundingBox();
    await page.mouse.move((card?.x ?? 0) + 40, (card?.y ?? 0) + 40);
    await page.locator('[data-id="priority-elderly"]').click({ trial: true });
    await page.mouse.down();
    await page.locator('[data-id="priority-elderly"][data-held]').waitFor();
    await page.mouse.move((card?.x ?? 0) + 58, (card?.y ?? 0) + 55, { steps: 4 });
    await page.mouse.up();
    await page.locator('main[data-screen="services"]').waitFor();
    for (const _ of ['list', 'service']) await page.keyboard.press('Tab');
    const ring = () =>
      page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(
          document.activeElement ?? document.body,
        );
        return `${outlineStyle} ${outlineWidth}`;
      });
    await expect.poll(ring).toBe('solid 6px');
  });

  it('moves no key under a finger, and keeps a long number on one line', async () => {
    const { page, touch } = await open(UPRIGHT, false);
    await touch('have-number', 'number');
    const key = page.locator('[data-id="key-7"]');
    await key.waitFor();
    await fontsAreThere(page);
    const before = await key.boundingBox();
    await touch('key-H', 'number');
    await fontsAreThere(page);
    expect(await key.boundingBox()).toEqual(before);
    await touch('start-over', 'welcome');
    // Numbers of practice are longer by their mark.
    const { hub } = office.site.started;
    const kiosk = [...hub.state.devices.values()].find(({ role }) => role === 'kiosk');
    if (kiosk === undefined) throw new Error('No kiosk');
    const practise = (training: boolean) =>
      hub.execute(
        {
          commandId: crypto.randomUUID() as CommandId,
          ...{ type: 'set-kiosk', deviceId: kiosk.id, locked: false, training },
        },
        THE_HUB_ITSELF,
      );
    await practise(true);
    await page.locator('.training-band').waitFor();
    const guide = await office.site.asPerson('hanh');
    const wish = { ...plainTicket('1.001193' as ServiceId), training: true };
    for (const _ of ['one', 'two', 'three']) await guide.execute(wish);
    await touch('usual-1.001193', 'confirm');
    await page.locator('[data-id="take-number"]').click();
    await page.locator('[data-slip="printed"]').waitFor();
    expect(await page.locator('.number').innerText()).toBe('#H004');
    expect(await linesOf(page, '.number')).toBe(1);
    await practise(false);
  });

  it('says everything on one line that stands beside a picture, in every language', async () => {
    for (const language of LANGUAGES) {
      const { page, touch } = await open(UPRIGHT, false, language);
      const lines = async () => {
        await fontsAreThere(page);
        return page.evaluate(
          () =>
            [...document.querySelectorAll('.tool-text, .foot-ways .action')].filter((button) => {
              const words = [...button.childNodes].find(({ nodeType }) => nodeType === 3);
              const range = document.createRange();
              if (words !== undefined) range.selectNodeContents(words);
              return range.getClientRects().length !== 1;
            }).length,
        );
      };
      expect(await lines(), language).toBe(0);
      await touch('group-civil', 'services');
      expect(await lines(), language).toBe(0);
      await page.context().close();
    }
  });

  it('takes support and company to where services have nothing to read', async () => {
    const { page, touch } = await open(UPRIGHT, false);
    await touch('group-civil', 'services');
    await touch('go-wishes', 'wishes');
    await lookAt(page, 'kiosk-wishes');
    await touch('go-needs', 'needs');
    await touch('need-wheelchair', 'needs');
    await touch('done', 'services');
    await page.locator('[data-id="go-wishes"][aria-pressed="true"]').waitFor();
    await page.getByRole('button', { name: 'Đăng ký giám hộ', exact: true }).click();
    await page.locator('[data-slip="printed"]').waitFor();
    const number = await page.locator('.number').innerText();
    const { visits, care } = office.site.started.hub.state;
    const visit = [...visits.values()].find(({ ticket }) => ticket.number === number);
    expect(visit && care.get(visit.id)).toMatchObject({ needs: ['wheelchair'] });
  });
});

/** Headings with less room than their hats need below the edge of a part that scrolls. */
async function headingsAtAnEdge(page: Page): Promise<readonly string[]> {
  await fontsAreThere(page);
  return page.evaluate((hat) => {
    const scrolls = (box: Element) => getComputedStyle(box).overflowY !== 'visible';
    return [...document.querySelectorAll('main :is(h1, h2)')].flatMap((heading) => {
      const least = Number.parseFloat(getComputedStyle(heading).fontSize) * hat;
      for (let box = heading.parentElement; box?.closest('main'); box = box.parentElement) {
        const room = heading.getBoundingClientRect().top - box.getBoundingClientRect().top;
        if (scrolls(box) && room < least) return [`${heading.textContent}: ${room} of ${least}`];
      }
      return [];
    });
  }, HAT);
}

/** How many services are wholly in sight, and which are too small for a finger. */
async function services(page: Page): Promise<{ readonly whole: number; readonly small: string[] }> {
  await fontsAreThere(page);
  return page.evaluate((finger) => {
    const list = document.querySelector('.pager-list')?.getBoundingClientRect();
    const cards = [...document.querySelectorAll<HTMLElement>('.card-service, .pager-side button')];
    return {
      whole: cards.filter(
        (card) =>
          card.matches('.card-service') &&
          card.getBoundingClientRect().bottom <= (list?.bottom ?? 0),
      ).length,
      small: cards
        .filter((card) => card.offsetHeight < finger || card.offsetWidth < finger)
        .map((card) => card.innerText),
    };
  }, FINGER_PX);
}

/** Whether something named so begins within what is seen of the list. */
async function inSight(page: Page, id: string): Promise<boolean> {
  await fontsAreThere(page);
  return page.evaluate((name) => {
    const found = document.querySelector(`[data-id="${name}"], h2[id="${name}"]`);
    const { top = 0, bottom = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
    const list = found?.closest('.pager-list')?.getBoundingClientRect().bottom ?? innerHeight;
    return height > 1 && top >= 0 && bottom <= list;
  }, id);
}

async function linesOf(page: Page, selector: string): Promise<number> {
  await fontsAreThere(page);
  return page.locator(selector).evaluate((box) => {
    const { lineHeight } = getComputedStyle(box);
    return Math.round(box.getBoundingClientRect().height / Number.parseFloat(lineHeight));
  });
}
