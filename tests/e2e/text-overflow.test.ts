import type { CounterId, ServiceId, VisitId } from '@motcua/domain';
import { plainTicket, type RequestedAction } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, openBrowser, openPage, takePicture } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';
import { cutWords, expectFitInEveryLanguage } from './in-every-language.ts';
import { confirmAnnouncement } from './confirm-announcement.ts';

const LAPTOP = { width: 1366, height: 768 };
const WALLS = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
];
const MARRIAGE = '1.000894' as ServiceId;
const BIRTH = '1.001193' as ServiceId;
const COUNTER_2 = 'counter-2' as CounterId;

describe.skipIf(BROWSER === null)('the texts of every page', () => {
  let site: TestSite;
  let browser: Browser;
  const complaints: (readonly string[])[] = [];

  beforeAll(async () => {
    site = await startTestSite({ now: createMorningClock() });
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

  it('fit at the counter, in every tab and dialog', async () => {
    const page = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('lan'));
    await page.locator('[data-part="pad"]').waitFor();
    for (const tab of await page.locator('[role="tab"]').all()) {
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
    await padAcceptsKeys(page);
    await expectFitInEveryLanguage(page, 'fit-counter-serving');
  });

  it('fit on the floor', async () => {
    const clerk = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('hoa'));
    await clerk.locator('[data-part="counters"]').waitFor();
    await expectFitInEveryLanguage(clerk, 'fit-choose');
    const page = await open(`${site.hubUrl}/counter/`, LAPTOP, site.sessionOf('hanh'));
    await page.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await expectFitInEveryLanguage(page, 'fit-floor-issue');
    await page.getByRole('tab', { name: 'Tìm số' }).click();
    await page.locator('[role="tabpanel"] input[type="search"]').fill('H');
    await expectFitInEveryLanguage(page, 'fit-floor-find');
    await page.getByRole('tab', { name: 'Lịch hẹn' }).click();
    await page.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await page.locator('input[name="day"]').nth(1).check();
    await page.locator('[data-part="slots"] button').first().waitFor();
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
    const parts = page.locator('[data-part="segments"] button');
    for (let part = 1; part < (await parts.count()); part += 1) {
      await parts.nth(part).click();
      await page.locator('[data-part="row"]').nth(3).click();
      await expectFitInEveryLanguage(page, `fit-admin-${name}-${part}`);
    }
  });

  it('fit on the display, in landscape and portrait', async () => {
    for (const size of WALLS) {
      const page = await open(`${site.hubUrl}/display/`, size);
      await page.locator('footer').waitFor();
      expect.soft(await cutWords(page), `cut on the wall of ${size.width}`).toEqual([]);
      await takePicture(page, `fit-wall-${size.width}`);
    }
  });
});

/** Visits that wait, are called, parked, missed, postponed and reserved, with all possible details. */
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
    await confirmAnnouncement(site, number);
    await act(number, { type: 'mark-no-show' });
  }
  await act('H003', { type: 'call' });
  await act('H003', { type: 'park', shared: true });
  await act('H004', { type: 'postpone', minutes: 60 });
  await act('H005', { type: 'reserve', reservedFor: { type: 'counter', counterId: COUNTER_2 } });
  await act('H006', { type: 'call' });
}
