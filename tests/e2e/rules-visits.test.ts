import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';
import { padAcceptsKeys } from './wait-for-keys.ts';
import { expectGoodInEveryLanguage } from './in-every-language.ts';
import { BIRTH, clearRoom, MARRIAGE, type Office, openOffice } from './office.ts';

describe.skipIf(BROWSER === null)('a visit at the counters', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(async () => {
    await office.closePages();
    await clearRoom(office);
  });
  afterAll(() => office.close());

  const more = async (page: Page, number: string, action: string) => {
    await page.getByRole('button', { name: `Thao tác khác cho số ${number}` }).click();
    await page.getByRole('menuitem', { name: action, exact: true }).click();
    await page.getByRole('dialog').waitFor();
  };
  const confirm = async (page: Page) => {
    await page.getByRole('dialog').locator('button[type="submit"]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await padAcceptsKeys(page);
  };

  it('can be called, finished and annotated with undo', async () => {
    const number = await office.issue(MARRIAGE);
    const lan = await office.counterPage('lan', 2);
    const before = office.visitOf(number);
    await office.press(lan, 'Enter', number, 'called');
    await office.press(lan, 'z', number, 'waiting');
    expect(office.visitOf(number)).toEqual(before);
    await lan.getByText(`Đã hoàn tác: ${number}`).waitFor();
    await office.press(lan, 'Enter', number, 'called');
    await office.press(lan, 's', number, 'serving');
    await office.press(lan, 'f', number, 'closed');
    await office.press(lan, 'z', number, 'serving');

    const note = () => office.site.started.hub.state.care.get(office.visitOf(number).id)?.note;
    await lan.keyboard.press('i');
    await lan.getByLabel('Lời nhắn cho cán bộ tiếp theo').fill('chờ bản sao');
    await confirm(lan);
    await lan.getByText(`Đã ghi lưu ý cho ${number}`).waitFor();
    await lan.keyboard.press('z');
    await lan.getByText(`Đã hoàn tác: ${number}`).waitFor();
    expect(note()).toBeUndefined();
    await lan.keyboard.press('z');
    await lan.getByText('Không còn thao tác nào để hoàn tác.').waitFor();
    expect(note()).toBeUndefined();
    await expectGoodInEveryLanguage(lan, 'rules-counter-undone');
  });

  it('returns to its former place when it is sent back', async () => {
    const number = await office.issue(MARRIAGE);
    const { arrivedAt } = office.visitOf(number);
    const lan = await office.counterPage('lan', 2);
    await office.press(lan, 'Enter', number, 'called');
    await office.press(lan, 'b', number, 'waiting');
    expect(office.visitOf(number).arrivedAt).toBe(arrivedAt);
    await lan.getByText(`Đã trả ${number} về hàng chờ`).waitFor();
  });

  it('is called out of order only with a reason, which is stored', async () => {
    await office.issue(MARRIAGE);
    const second = await office.issue(MARRIAGE);
    const lan = await office.counterPage('lan', 2);
    await more(lan, second, 'Gọi số này');
    await expectGoodInEveryLanguage(lan, 'rules-counter-out-of-order');
    await lan.getByLabel('Quay lại bổ sung giấy tờ').check();
    await confirm(lan);
    expect(office.visitOf(second).state).toBe('called');
    const { hub } = office.site.started;
    const changes = hub.store.journal.ofDay(hub.state.today);
    expect(changes.findLast(({ type }) => type === 'visit-changed')).toMatchObject({
      action: 'call',
      because: 'by-hand',
      by: { personId: 'lan', reason: 'papers' },
    });
  });

  it('gets a further service, and continues with it at the same counter', async () => {
    const number = await office.issue(MARRIAGE);
    const lan = await office.counterPage('lan', 2);
    await office.press(lan, 'Enter', number, 'called');
    await lan.keyboard.press('a');
    await lan.getByRole('radio', { name: /^Đăng ký khai sinh ?Hộ tịch/ }).check();
    await expectGoodInEveryLanguage(lan, 'rules-counter-add-service');
    await confirm(lan);
    expect(office.visitOf(number).next).toMatchObject([{ serviceId: BIRTH }]);
    await office.press(lan, 's', number, 'serving');
    await expectGoodInEveryLanguage(lan, 'rules-counter-go-on');
    await lan.keyboard.press('t');
    await expect.poll(() => office.visitOf(number).serviceId).toBe(BIRTH);
    expect(office.visitOf(number)).toMatchObject({ state: 'serving', counterId: 'counter-2' });
    await padAcceptsKeys(lan);

    const { state } = office.site.started.hub;
    const queue = state.settings.queue(office.visitOf(number).queueId);
    if (queue === null) throw new Error('No queue');
    await office.put({ kind: 'queue', value: { ...queue, dailyQuota: 1 } });
    await lan.keyboard.press('a');
    await lan.getByRole('radio', { name: /^Đăng ký kết hôn ?Hộ tịch/ }).check();
    await lan.getByRole('dialog').getByRole('button', { name: 'Thêm việc' }).click();
    await lan.getByLabel('Quay lại bổ sung giấy tờ').check();
    await expectGoodInEveryLanguage(lan, 'rules-counter-add-beyond-quota');
    await confirm(lan);
    expect(office.visitOf(number).next).toMatchObject([{ serviceId: MARRIAGE }]);
    await office.put({ kind: 'queue', value: queue });
  });

  it('is reserved for a clerk, and transferred to one', async () => {
    const number = await office.issue(MARRIAGE);
    const lan = await office.counterPage('lan', 2);
    const minh = await office.counterPage('minh', 3);
    await more(lan, number, 'Dành cho quầy hoặc cán bộ');
    await lan.getByRole('dialog').getByLabel('Bùi Văn Minh').check();
    await expectGoodInEveryLanguage(lan, 'rules-counter-reserve');
    await confirm(lan);
    expect(office.visitOf(number).reservedFor).toEqual({ type: 'clerk', clerkId: 'minh' });
    await lan.getByText('1 số dành cho quầy hoặc cán bộ khác').first().waitFor();
    await office.press(minh, 'Enter', number, 'called');
    await office.press(minh, 's', number, 'serving');
    await minh.keyboard.press('c');
    await minh
      .getByRole('dialog')
      .getByRole('radio', { name: /^Hộ tịch/ })
      .check();
    await minh.getByRole('dialog').getByLabel('Bùi Thị Lan').check();
    await expectGoodInEveryLanguage(minh, 'rules-counter-transfer-to-clerk');
    await confirm(minh);
    expect(office.visitOf(number)).toMatchObject({
      state: 'waiting',
      reservedFor: { type: 'clerk', clerkId: 'lan' },
    });
    await office.press(lan, 'Enter', number, 'called');
  });

  it('returns automatically when it was postponed', async () => {
    const number = await office.issue(MARRIAGE);
    const lan = await office.counterPage('lan', 2);
    await office.press(lan, 'Enter', number, 'called');
    await lan.keyboard.press('h');
    await lan.getByRole('dialog').waitFor();
    await lan.keyboard.press('2');
    await expect.poll(() => office.visitOf(number).state).toBe('waiting');
    await lan.getByText('1 số hẹn quay lại sau').waitFor();
    await expectGoodInEveryLanguage(lan, 'rules-counter-postponed');
    office.putForward(11);
    // A page learns the hub's time with the next message.
    const other = await office.issue(MARRIAGE);
    await lan.getByText(other).first().waitFor();
    await lan.locator('[data-part="next-number"]').getByText(number).waitFor();
    await office.press(lan, 'Enter', number, 'called');
  });
});
