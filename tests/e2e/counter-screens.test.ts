import type { Browser, Page } from '@playwright/test';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import type { CommandId, Site } from '@motcua/domain';
import { THE_HUB_ITSELF } from '@motcua/hub';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, checkPage, openBrowser, openPage, takePicture } from './browser.ts';
import { confirmAnnouncement } from './confirm-announcement.ts';
import { actAsLan, fillTheRoom } from './full-room.ts';
import { cutWords, expectGoodInEveryLanguage, isInView } from './in-every-language.ts';
import { choiceAcceptsKeys, padAcceptsKeys } from './wait-for-keys.ts';

const LAPTOP = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const DIALOG = '[role=dialog], [role=alertdialog]';

/** What fits and is accessible, in each language; what it does is tested beside the components. */
describe.skipIf(BROWSER === null)('the screens of counter, floor and display', () => {
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

  async function openAs(person: string, screen: string): Promise<Page> {
    const url = `${site.hubUrl}/counter/`;
    const opened = await openPage(browser, url, LAPTOP, site.sessionOf(person));
    complaints.push(opened.complaints);
    await opened.page.locator(`[data-part="${screen}"]`).waitFor();
    return opened.page;
  }
  const give = async (command: object) => {
    const commandId = crypto.randomUUID() as CommandId;
    const { hub } = site.started;
    expect(await hub.execute({ commandId, ...command } as never, THE_HUB_ITSELF)).toMatchObject({
      ok: true,
    });
  };
  const putSite = (part: Partial<Site>) => {
    const value = { ...site.started.hub.state.settings.site, ...part };
    return give({ type: 'put-setting', setting: { kind: 'site', value } });
  };
  const closeDialog = async (page: Page) => {
    await page.keyboard.press('Escape');
    await page.locator(DIALOG).waitFor({ state: 'detached' });
  };
  /** From the menu of the line with that key. */
  const choose = async (page: Page, line: string, action: string) => {
    await page.keyboard.press(line);
    await page.getByRole('menuitem', { name: action, exact: true }).click();
    await page.locator(DIALOG).waitFor();
  };

  it('fit on the display, in landscape and portrait', async () => {
    for (const size of [WALL, { width: WALL.height, height: WALL.width }]) {
      const { page } = await openPage(browser, `${site.hubUrl}/display/`, size);
      await page.locator('footer').waitFor();
      expect.soft(await cutWords(page), `cut on the wall of ${size.width}`).toEqual([]);
      await checkPage(page, `display-${size.width}`);
    }
  });

  it('are good at the counter, in every tab and dialog', async () => {
    const page = await openAs('lan', 'pad');
    for (const tab of await page.locator('[role="tab"]').all()) {
      await tab.click();
      const key = (await tab.getAttribute('data-key')) ?? '';
      await expectGoodInEveryLanguage(page, `counter-tab-${key}`);
    }
    for (const key of ['?', 'm', 'n', 'c', 'u', 'e', 'i', 'h', 'a', 'd', 'Delete']) {
      await page.keyboard.press(key);
      await page.locator(DIALOG).waitFor();
      await expectGoodInEveryLanguage(page, `counter-key-${key === '?' ? 'help' : key}`);
      await closeDialog(page);
    }
    await page.keyboard.press('q');
    await choose(page, '2', 'Dành cho quầy hoặc cán bộ');
    await expectGoodInEveryLanguage(page, 'counter-reserve');
    await closeDialog(page);
  });

  it('are good from the call to the end of a service', async () => {
    const page = await openAs('lan', 'pad');
    for (let call = 0; call < 2; call += 1) {
      await confirmAnnouncement(site, 'H006');
      await actAsLan(site, 'H006', { type: 'recall' });
    }
    await confirmAnnouncement(site, 'H006', 'playing');
    await page.getByText('Loa đang đọc số').waitFor();
    await expectGoodInEveryLanguage(page, 'counter-being-spoken');
    await confirmAnnouncement(site, 'H006');
    await page.getByText('Ghi vắng mặt, gọi số tiếp theo').waitFor();
    await expectGoodInEveryLanguage(page, 'counter-called-enough');

    await actAsLan(site, 'H006', { type: 'start-service' });
    await page.locator('[data-command="go-on"]').waitFor();
    await expectGoodInEveryLanguage(page, 'counter-serving');
    await page.keyboard.press('t');
    await page.locator('[data-command="go-on"]').waitFor({ state: 'detached' });
    await padAcceptsKeys(page);
    await page.keyboard.press('f');
    await page.locator('[data-part="next-number"]').waitFor();
    await padAcceptsKeys(page);
    await page.locator('[data-part="result-strip"]').waitFor();
    await expectGoodInEveryLanguage(page, 'counter-next');
    // While the counter asks what was done, digits answer that; put aside, they are the rows' again.
    await page.keyboard.press('Escape');
    await page.locator('[data-part="result-strip"]').waitFor({ state: 'detached' });
    await choose(page, '2', 'Gọi số này');
    await expectGoodInEveryLanguage(page, 'counter-out-of-turn');
    await closeDialog(page);

    for (const number of ['H005', 'H007', 'H008', 'H009'])
      await actAsLan(site, number, { type: 'postpone', minutes: 60 });
    await page.locator('[data-part="next-number"]').waitFor({ state: 'detached' });
    await expectGoodInEveryLanguage(page, 'counter-none-next');
  });

  it('are good for a pause, the choice of a counter, and practice', async () => {
    const page = await openAs('lan', 'pad');
    await page.keyboard.press('n');
    await page.locator(DIALOG).waitFor();
    await page.keyboard.press('1');
    await page.getByText('Quầy 2 đã tạm ngừng').waitFor();
    await expectGoodInEveryLanguage(page, 'counter-paused');
    await page.getByRole('button', { name: 'Đổi quầy' }).click();
    await choiceAcceptsKeys(page);
    await page.getByLabel('Mở quầy để luyện tập').check();
    await expectGoodInEveryLanguage(page, 'counter-choose');
    await page.keyboard.press('2');
    await padAcceptsKeys(page);
    await page.getByRole('button', { name: 'Lấy một số thử' }).click();
    await page.locator('[data-part="next-number"]').waitFor();
    await padAcceptsKeys(page);
    await page.keyboard.press('Enter');
    await page.locator('[data-part="current-number"]').waitFor();
    await expectGoodInEveryLanguage(page, 'counter-practice');
    await page.setViewportSize(WALL);
    await expectGoodInEveryLanguage(page, 'counter-practice-wide');
  });

  it('are good on the floor, for a number', async () => {
    const page = await openAs('hanh', 'floor');
    await page.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await page.getByLabel('Khiếm thính').check();
    await expectGoodInEveryLanguage(page, 'floor-issue');
    const { hours } = site.started.hub.state.settings.site;
    await putSite({ hours: { week: Array.from({ length: 7 }, () => []), closedDays: [] } });
    await page.getByRole('button', { name: 'Cấp số', exact: true }).click();
    await page.getByText('Vẫn cấp số được nếu ghi rõ lý do.').waitFor();
    expect(await isInView(page, '[role="tabpanel"] [type="submit"]')).toBe(true);
    await expectGoodInEveryLanguage(page, 'floor-after-closing');
    await putSite({ hours });
    await page.getByRole('button', { name: 'Cấp số', exact: true }).click();
    await page.locator('[data-part="issued-number"]').waitFor();
    await expectGoodInEveryLanguage(page, 'floor-issued');

    await page.getByRole('tab', { name: 'Tìm số' }).click();
    await page.getByLabel('Số trên phiếu').fill('H');
    await page.getByRole('button', { name: 'Thao tác khác cho số H007' }).click();
    await page.getByRole('menu').waitFor();
    await expectGoodInEveryLanguage(page, 'floor-find');
    await page.getByRole('menuitem', { name: 'Huỷ số' }).click();
    await page.getByRole('dialog').getByText('Người dân đã về').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Huỷ số' }).click();
    await page.getByText('Đã huỷ H007').waitFor();
    await expectGoodInEveryLanguage(page, 'floor-undo');
    await page.getByRole('tab', { name: 'Máy lấy số' }).click();
    await expectGoodInEveryLanguage(page, 'floor-kiosks');
  });

  it('are good on the floor, for a booking, which is printed without the page around it', async () => {
    const page = await openAs('hanh', 'floor');
    await page.getByRole('tab', { name: 'Lịch hẹn' }).click();
    await page.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await page.locator('input[name="day"]').nth(1).check();
    const slot = page.locator('[data-part="slots"] button').first();
    await slot.waitFor();
    await expectGoodInEveryLanguage(page, 'floor-bookings');
    await slot.click();
    await page.locator('[data-part="booking-code"]').waitFor();
    await expectGoodInEveryLanguage(page, 'floor-booked');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-part="booking-slip"]').isVisible()).toBe(true);
    expect(await page.locator('header').isVisible()).toBe(false);
    await takePicture(page, 'floor-booked-on-paper');
    await page.emulateMedia({ media: 'screen' });

    const [booking] = site.started.hub.state.bookings.values();
    const { hours } = site.started.hub.state.settings.site;
    const date = booking?.day ?? site.started.hub.state.today;
    const closedDays = [{ date, reason: { vi: 'Ngày hội xã' } }];
    await page.getByRole('button', { name: 'Đặt lịch khác' }).click();
    await putSite({ hours: { ...hours, closedDays } });
    await page.locator('[data-part="booking-lost"]').waitFor();
    await expectGoodInEveryLanguage(page, 'floor-booking-lost');
    await page.getByRole('button', { name: `Huỷ lịch hẹn ${booking?.code ?? ''}` }).click();
    await page.locator(DIALOG).waitFor();
    await expectGoodInEveryLanguage(page, 'floor-cancel-booking');
  });
});
