import type { Browser, Page } from '@playwright/test';
import type { CounterId, ServiceId, Visit } from '@motcua/domain';
import { plainTicket } from '@motcua/protocol';
import { createMorningClock, startTestSite, type TestSite } from '@motcua/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, checkPage, openBrowser, openPage } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';
import { confirmAnnouncement } from './confirm-announcement.ts';

const LAPTOP = { width: 1366, height: 768 };
const WALL = { width: 1920, height: 1080 };
const MARRIAGE = '1.000894';
const ONLINE_HELP = 'Hỗ trợ kích hoạt, lấy lại mật khẩu tài khoản VNeID';

describe.skipIf(BROWSER === null)('the rules at the counter', () => {
  let site: TestSite;
  let browser: Browser;
  const complaints: (readonly string[])[] = [];

  beforeAll(async () => {
    site = await startTestSite({ now: createMorningClock() });
    browser = await openBrowser();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(complaints.flat()).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const visits = () => [...site.started.hub.state.visits.values()];
  const visitOf = (number: string): Visit | undefined =>
    visits().find(({ ticket }) => ticket.number === number);
  const stateOf = (number: string) => visitOf(number)?.state;

  /** The page of a clerk at that counter; null: at none. */
  async function counterPage(person: string, counter: number | null): Promise<Page> {
    if (counter !== null) {
      const link = await site.asPerson(person);
      const counterId = `counter-${counter}` as CounterId;
      await link.execute({ type: 'open-counter', counterId, training: false });
    }
    const url = `${site.hubUrl}/counter/`;
    const opened = await openPage(browser, url, LAPTOP, site.sessionOf(person));
    complaints.push(opened.complaints);
    await opened.page
      .locator(
        counter === null ? '[data-part="counters"], [data-part="floor"]' : '[data-part="pad"]',
      )
      .waitFor();
    return opened.page;
  }

  async function issue(...serviceIds: readonly string[]): Promise<string> {
    const link = await site.asPerson('hanh');
    const [first] = serviceIds as readonly ServiceId[];
    if (first === undefined) throw new Error('no service');
    const answer = await link.execute({
      ...plainTicket(first),
      serviceIds: serviceIds as readonly ServiceId[],
    });
    const issued = answer.ok ? answer.value.find(({ type }) => type === 'ticket-issued') : null;
    if (issued?.type !== 'ticket-issued') throw new Error('no ticket');
    return issued.visit.ticket.number;
  }

  const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const current = (page: Page) => page.locator('[data-part="current-number"]').innerText();
  /** The same screen in the longest of the languages. */
  const checkInGerman = async (page: Page, name: string) => {
    await page.getByRole('button', { name: 'DE Deutsch' }).click();
    await checkPage(page, `${name}-de`);
    await page.getByRole('button', { name: 'VI Tiếng Việt' }).click();
  };
  const press = async (page: Page, key: string, number: string, state: Visit['state']) => {
    await padAcceptsKeys(page);
    await page.keyboard.press(key);
    await expect.poll(() => stateOf(number)).toBe(state);
    await padAcceptsKeys(page);
  };

  it('lead one visit with two services through two counters', async () => {
    const guide = await counterPage('hanh', null);
    await guide.getByPlaceholder('Tìm dịch vụ').fill('ket hon');
    await guide.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await guide.getByPlaceholder('Tìm dịch vụ').fill('vneid');
    await guide.getByLabel(ONLINE_HELP).check();
    await guide.getByLabel('Khiếm thính').check();
    await checkPage(guide, 'floor-issue');
    const lan = await counterPage('lan', 2);
    const hoa = await counterPage('hoa', 1);
    await guide.getByRole('button', { name: 'Cấp số', exact: true }).click();
    await guide.locator('[data-part="issued-number"]').waitFor();
    await checkPage(guide, 'floor-issued');
    const number = await guide.locator('[data-part="issued-number"]').innerText();

    await shows(lan, 'Chờ lâu nhất trong các hàng của quầy.');
    await checkPage(lan, 'counter-why-next');
    await press(lan, 'Enter', number, 'called');
    await shows(lan, 'Khiếm thính: hãy vẫy tay');
    await checkPage(lan, 'counter-care');
    await press(lan, 's', number, 'serving');
    await shows(lan, `Xong, sang việc tiếp: ${ONLINE_HELP}`);
    await checkPage(lan, 'counter-steps');
    await checkInGerman(lan, 'counter-steps');
    await press(lan, 'f', number, 'waiting');
    await press(hoa, 'Enter', number, 'called');
    await press(hoa, 's', number, 'serving');
    await press(hoa, 'f', number, 'closed');
    expect(visitOf(number)).toMatchObject({ outcome: 'served', past: [{ outcome: 'served' }] });
  });

  it('let a visit be parked for all, and another counter continue with it', async () => {
    const number = await issue(MARRIAGE);
    const lan = await counterPage('lan', 2);
    const minh = await counterPage('minh', 3);
    await press(lan, 'Enter', number, 'called');
    await press(lan, 'Shift+P', number, 'parked');
    await minh.getByRole('tab', { name: /Tạm gác/ }).click();
    await shows(minh, /gác chung/);
    await checkPage(minh, 'counter-parked-for-all');
    await minh.getByRole('button', { name: `Gọi lại ${number}` }).click();
    await expect.poll(() => visitOf(number)).toMatchObject({ counterId: 'counter-3' });
    await press(minh, 's', number, 'serving');
    await press(minh, 'f', number, 'closed');
  });

  it('allow a transfer with a note, and back', async () => {
    const number = await issue(MARRIAGE);
    const lan = await counterPage('lan', 2);
    const hoa = await counterPage('hoa', 1);
    await press(lan, 'Enter', number, 'called');
    await press(lan, 's', number, 'serving');
    await lan.keyboard.press('c');
    await lan.getByRole('radio', { name: /Hướng dẫn, hỗ trợ nộp hồ sơ/ }).check();
    await lan.getByLabel('Lời nhắn cho cán bộ tiếp theo').fill('cần in tờ khai');
    await lan.getByLabel('Rồi quay lại tôi').check();
    await checkPage(lan, 'counter-transfer');
    await lan.keyboard.press('Enter');
    await expect.poll(() => stateOf(number)).toBe('waiting');
    await press(hoa, 'Enter', number, 'called');
    await shows(hoa, 'cần in tờ khai');
    await press(hoa, 's', number, 'serving');
    await checkPage(hoa, 'counter-note');
    await press(hoa, 'f', number, 'waiting');
    await press(lan, 'Enter', number, 'called');
    await press(lan, 's', number, 'serving');
    await press(lan, 'f', number, 'closed');
  });

  it('require three calls, then allow a no-show and the next call; one key reinstates', async () => {
    const number = await issue(MARRIAGE);
    const next = await issue(MARRIAGE);
    const lan = await counterPage('lan', 2);
    await press(lan, 'Enter', number, 'called');
    for (const count of [2, 3]) {
      if (count === 2) {
        await confirmAnnouncement(site, number, 'playing');
        await shows(lan, 'Loa đang đọc số');
        // A key pressed at once after another is ignored as an accidental double press.
        await lan.getByText(/còn 10 giây/).waitFor({ state: 'detached' });
        await lan.getByText(/còn 9 giây/).waitFor({ state: 'detached' });
        await lan.keyboard.press('v');
        await shows(lan, 'Lượt gọi đang được đọc. Xin đợi giây lát.');
        // The accessibility check comes later: a minute after the call the key would act.
        await checkPage(lan, 'counter-being-spoken');
        await checkInGerman(lan, 'counter-being-spoken');
      }
      await confirmAnnouncement(site, number);
      await lan.locator('[data-command="recall"][aria-disabled="false"]').waitFor();
      await lan.keyboard.press('r');
      await shows(lan, `Lần gọi ${count}`);
      await padAcceptsKeys(lan);
    }
    await lan.locator('[data-command="recall"][aria-disabled="true"]').waitFor();
    await lan.locator('[data-command="call-next"][aria-disabled="true"]').waitFor();
    await confirmAnnouncement(site, number);
    await lan.locator('[data-command="call-next"][aria-disabled="false"]').waitFor();
    await shows(lan, 'Ghi vắng mặt, gọi số tiếp theo');
    await checkPage(lan, 'counter-called-enough');
    await press(lan, 'Enter', next, 'called');
    expect(visitOf(number)).toMatchObject({ state: 'closed', outcome: 'no-show' });
    await lan.getByRole('tab', { name: /Lỡ lượt/ }).click();
    await shows(lan, /còn đợi/);
    await checkPage(lan, 'counter-missed');
    await press(lan, 'j', number, 'waiting');
    await press(lan, 's', next, 'serving');
    await press(lan, 'Shift+Enter', number, 'called');
    await press(lan, 's', number, 'serving');
    await press(lan, 'f', number, 'closed');
  });

  it('let a pause, and the closing of a counter, be undone', async () => {
    const lan = await counterPage('lan', 2);
    const counter = () => site.started.hub.state.counters.get('counter-2' as CounterId)?.state;
    const pause = async () => {
      await lan.keyboard.press('n');
      await lan.getByRole('dialog').waitFor();
      await lan.keyboard.press('1');
      await expect.poll(counter).toBe('paused');
      await shows(lan, 'Quầy 2 đã tạm ngừng');
    };
    const leave = async () => {
      await lan.getByRole('button', { name: 'Đổi quầy' }).click();
      await shows(lan, 'Đã đóng quầy 2');
    };
    // The accessibility check comes later: it may take longer than the undo window of ten seconds.
    await pause();
    await lan.keyboard.press('z');
    await expect.poll(counter).toBe('open');
    await leave();
    await lan.keyboard.press('z');
    await expect.poll(counter).toBe('open');
    await lan.locator('[data-part="pad"]').waitFor();
    await padAcceptsKeys(lan);
    await pause();
    await checkPage(lan, 'counter-paused-undo');
    await lan.keyboard.press('n');
    await expect.poll(counter).toBe('open');
    await padAcceptsKeys(lan);
    await leave();
    await checkPage(lan, 'counter-closed-undo');
  });

  it('offer rarer actions by keys, and explain why no visit is next', async () => {
    const number = await issue(MARRIAGE);
    const lan = await counterPage('lan', 2);
    await press(lan, 'Enter', number, 'called');
    for (const [key, name] of [
      ['m', 'more'],
      ['u', 'priority'],
      ['e', 'party'],
      ['i', 'care-dialog'],
      ['h', 'postpone'],
      ['a', 'add-service'],
    ] as const) {
      await lan.keyboard.press(key);
      await lan.getByRole('dialog').waitFor();
      await checkPage(lan, `counter-${name}`);
      await lan.keyboard.press('Escape');
      await lan.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await lan.keyboard.press('u');
    await lan.getByRole('dialog').waitFor();
    await lan.keyboard.press('1');
    await expect.poll(() => visitOf(number)?.priority).toBe('priority');
    await padAcceptsKeys(lan);
    await lan.keyboard.press('h');
    await lan.getByRole('dialog').waitFor();
    await lan.keyboard.press('2');
    await expect.poll(() => stateOf(number)).toBe('waiting');
    await shows(lan, /hẹn lại lúc/);
    await shows(lan, '1 số hẹn quay lại sau');
    await checkPage(lan, 'counter-nobody-next');
  });

  it('keep training off the displays and the voice', async () => {
    const wall = await openPage(browser, `${site.hubUrl}/display/`, WALL);
    const thu = await counterPage('thu', null);
    await thu.getByLabel('Mở quầy để luyện tập').check();
    await checkPage(thu, 'counter-choose-training');
    await thu.locator('[data-part="counters"] button:enabled').last().click();
    await thu.getByText('LUYỆN TẬP', { exact: true }).waitFor();
    await thu.getByRole('button', { name: 'Lấy một số thử' }).click();
    await expect.poll(() => visits().filter(({ training }) => training).length).toBe(1);
    const [practice] = visits().filter(({ training }) => training);
    const number = practice?.ticket.number ?? '';
    await thu.locator('[data-part="next-number"]').waitFor();
    await press(thu, 'Enter', number, 'called');
    await checkPage(thu, 'counter-training');
    await thu.setViewportSize(WALL);
    await checkPage(thu, 'counter-training-wide');
    expect(await current(thu)).toBe(number);
    const { announcements } = site.started.hub.state;
    expect([...announcements.values()].some((each) => each.number === number)).toBe(false);
    expect(await wall.page.getByText(number).count()).toBe(0);
  });

  it('allow booking, finding and locking from the floor', async () => {
    const number = await issue(MARRIAGE);
    const guide = await counterPage('hanh', null);
    await guide.getByRole('tab', { name: 'Tìm số' }).click();
    await guide.getByLabel('Số trên phiếu').fill(number.toLowerCase());
    await guide.getByRole('button', { name: `Thao tác khác cho số ${number}` }).click();
    await guide.getByRole('menu').waitFor();
    await checkPage(guide, 'floor-find');
    await guide.keyboard.press('Escape');

    await guide.getByRole('tab', { name: 'Lịch hẹn' }).click();
    await guide.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await guide.locator('input[name="day"]').nth(1).check();
    await guide.locator('[data-part="slots"] button').first().waitFor();
    await checkPage(guide, 'floor-bookings');
    await checkInGerman(guide, 'floor-bookings');
    await guide.locator('[data-part="slots"] button').first().click();
    await guide.locator('[data-part="booking-code"]').waitFor();
    await checkPage(guide, 'floor-booked');
    const [booking] = site.started.hub.state.bookings.values();
    expect((await guide.locator('[data-part="booking-code"]').innerText()).replace(' ', '')).toBe(
      booking?.code,
    );

    await guide.getByRole('tab', { name: 'Máy lấy số' }).click();
    await guide.getByText('Tạm khoá').click();
    const kiosk = () =>
      [...site.started.hub.state.devices.values()].find(({ role }) => role === 'kiosk');
    await expect.poll(() => kiosk()?.locked).toBe(true);
    await checkPage(guide, 'floor-kiosks');
  });
});
