import { fileURLToPath } from 'node:url';
import type { CounterId, ServiceId, VisitId } from '@motcua/domain';
import { plainTicket, type RequestedAction } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, openBrowser, openPage } from './browser.ts';
import { padListens } from './counter-listens.ts';
import { cutWords, expectFitInEveryLanguage, isInView } from './in-every-language.ts';
import { roomHeard } from './room-heard.ts';

const LAPTOP = { width: 1366, height: 768 };
const GLASSES = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 1024 },
];
const MARRIAGE = '1.000894' as ServiceId;
const BIRTH = '1.001193' as ServiceId;
const COUNTER_2 = 'counter-2' as CounterId;

describe.skipIf(BROWSER === null)('the words on every page', () => {
  let site: TestSite;
  let browser: Browser;
  const complaints: (readonly string[])[] = [];

  beforeAll(async () => {
    site = await startTestSite({
      now: createMorningClock(),
      kioskPageDir: fileURLToPath(new URL('../../apps/kiosk/dist', import.meta.url)),
    });
    browser = await openBrowser();
    await fillTheRoom(site);
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.splice(0).flat()).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function open(...args: Parameters<typeof openPage> extends [Browser, ...infer R] ? R : []) {
    const opened = await openPage(browser, ...args);
    complaints.push(opened.complaints);
    return opened.page;
  }

  it('fit at the counter, with every tab and every question', async () => {
    const page = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('lan'));
    await page.locator('.pad').waitFor();
    for (const tab of await page.locator('.people-tab').all()) {
      await tab.click();
      await expectFitInEveryLanguage(
        page,
        `fit-counter-${(await tab.getAttribute('data-key')) ?? ''}`,
      );
    }
    for (const key of ['?', 'm', 'n', 'c', 'u', 'e', 'i', 'h', 'a', 'Delete']) {
      await page.keyboard.press(key);
      const dialog = page.locator('[role=dialog], [role=alertdialog]');
      await dialog.waitFor();
      await expectFitInEveryLanguage(page, `fit-counter-key-${key === '?' ? 'help' : key}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.keyboard.press('s');
    await padListens(page);
    await expectFitInEveryLanguage(page, 'fit-counter-serving');
  });

  it('fit on the floor', async () => {
    const clerk = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('hoa'));
    await clerk.locator('.choose-list').waitFor();
    await expectFitInEveryLanguage(clerk, 'fit-choose');
    const page = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('hanh'));
    await page.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await expectFitInEveryLanguage(page, 'fit-floor-issue');
    await page.getByRole('tab', { name: 'Tìm số' }).click();
    await page.locator('.floor-find input').fill('H');
    await expectFitInEveryLanguage(page, 'fit-floor-find');
    await page.getByRole('tab', { name: 'Lịch hẹn' }).click();
    await page.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await page.locator('.floor-days input').nth(1).check();
    await page.locator('.slots button').first().waitFor();
    await expectFitInEveryLanguage(page, 'fit-floor-bookings');
    await page.getByRole('tab', { name: 'Máy lấy số' }).click();
    await expectFitInEveryLanguage(page, 'fit-floor-kiosks');
  });

  it.each([
    'today',
    'devices',
    'people',
    'counters',
    'services',
    'hours',
    'rules',
    'centre',
    'report',
    'journal',
    'safekeeping',
  ] as const)('fit in administration: %s', async (name) => {
    const whose = name === 'people' || name === 'devices' ? 'quantri' : 'dung';
    const page = await open(`${site.hubUrl}/admin/#${name}`, LAPTOP, site.sessionOf(whose));
    await page.locator(`nav a[href="#${name}"][aria-current]`).waitFor();
    await expectFitInEveryLanguage(page, `fit-admin-${name}`);
    const parts = page.locator('.segments button');
    for (let part = 1; part < (await parts.count()); part += 1) {
      await parts.nth(part).click();
      await page.locator('.list-row').nth(3).click();
      await expectFitInEveryLanguage(page, `fit-admin-${name}-${part}`);
    }
  });

  it.each(GLASSES)('fit at the kiosk of $width × $height', async (glass) => {
    const page = await open(site.kioskUrl, glass);
    const at = (name: string) => `fit-kiosk-${glass.width}-${name}`;
    const touch = (id: string) => page.locator(`[data-id="${id}"]`).click();
    const type = async (text: string) => {
      for (const letter of text) await touch(`key-${letter}`);
    };
    const fit = async (name: string, wayOn: string) => {
      await expectFitInEveryLanguage(page, at(name));
      expect(await isInView(page, `[data-id="${wayOn}"]`), name).toBe(true);
    };
    const fitInLargeText = async (name: string, wayOn: string) => {
      await touch('large-text');
      await fit(`${name}-large`, wayOn);
      await touch('large-text');
    };

    await touch('have-number');
    await type('H999');
    await touch('look-up');
    await page.locator('[data-code="ticket-not-found"]').waitFor();
    await fit('number-refused', 'look-up');
    await fitInLargeText('number-refused', 'look-up');
    await touch('start-over');
    await touch('have-booking');
    await type('ACDEFH');
    await fit('booking', 'show-code');
    await fitInLargeText('booking', 'show-code');
    await touch('show-code');
    await fit('booked', 'check-in');
    await touch('go-needs');
    await fit('needs', 'done');
    await touch('done');
    await touch('check-in');
    await page.locator('[data-code="booking-not-found"]').waitFor();
    await fit('booking-refused', 'try-again');
    await touch('start-over');
    await touch('group-civil');
    await expectFitInEveryLanguage(page, at('services'));
    await touch('go-priority');
    await expectFitInEveryLanguage(page, at('priority'));
    await touch('back');
    await touch('go-wishes');
    await fit('wishes', 'done');
    await touch('go-party');
    await expectFitInEveryLanguage(page, at('party'));
    await touch('done');
    await touch('service-1.000894');
    await fit('confirm', 'take-number');
    await touch('start-over');
    await touch('have-number');
    await type('H007');
    await touch('look-up');
    await page.locator('[data-screen="place"]').waitFor();
    await fit('place', 'step-out-hold');
  });

  it('fit on the wall, lying and upright', async () => {
    for (const size of GLASSES.slice(0, 2)) {
      const page = await open(`${site.hubUrl}/display/`, size);
      await page.locator('.notice-strip').waitFor();
      expect.soft(await cutWords(page), `cut on the wall of ${size.width}`).toEqual([]);
      await page.screenshot({ path: `test-results/pictures/fit-wall-${size.width}.png` });
    }
  });
});

/** Numbers that wait, are called, parked, missed, postponed and kept, with all that can be said of them. */
async function fillTheRoom(site: TestSite): Promise<void> {
  const guide = await site.asPerson('hanh');
  const lan = await site.asPerson('lan');
  const visitId = (number: string): VisitId => {
    const all = [...site.started.hub.state.visits.values()];
    return all.find(({ ticket }) => ticket.number === number)?.id ?? ('none' as VisitId);
  };
  for (let n = 0; n < 9; n += 1)
    await guide.execute({
      ...plainTicket(MARRIAGE),
      serviceIds: [MARRIAGE, BIRTH],
      priorityGroupId: n === 5 ? ('elderly' as never) : null,
      needs: n > 4 ? ['deaf', 'wheelchair', 'interpreter'] : [],
      party: { people: 3, files: 2, proxy: true },
    });
  await lan.execute({ type: 'open-counter', counterId: COUNTER_2, training: false });
  const act = async (number: string, action: RequestedAction) => {
    const done = await lan.execute({
      type: 'act-on-visit',
      visitId: visitId(number),
      counterId: COUNTER_2,
      action,
      note: null,
      reason: 'cần hỗ trợ sớm',
    });
    if (!done.ok) throw new Error(`${number} ${action.type}: ${done.refusal.code}`);
  };
  for (const number of ['H001', 'H002']) {
    await act(number, { type: 'call' });
    await roomHeard(site, number);
    await act(number, { type: 'mark-no-show' });
  }
  await act('H003', { type: 'call' });
  await act('H003', { type: 'park', shared: true });
  await act('H004', { type: 'postpone', minutes: 60 });
  await act('H005', { type: 'reserve', reservedFor: { type: 'counter', counterId: COUNTER_2 } });
  await act('H006', { type: 'call' });
}
