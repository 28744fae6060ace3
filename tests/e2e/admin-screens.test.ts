import type { Page } from '@playwright/test';
import { createZoneClock, type ServiceId } from '@motcua/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';
import { fillTheRoom } from './full-room.ts';
import { expectGoodInEveryLanguage } from './in-every-language.ts';
import { LAPTOP, type Office, openOffice } from './office.ts';

const MARRIAGE = '1.000894' as ServiceId;
const ZONE = createZoneClock('Asia/Ho_Chi_Minh');
const PAGES = [
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
  'import',
  'programs',
  'story',
  'safekeeping',
] as const;
const ADMINISTRATORS: ReadonlySet<string> = new Set(['people', 'devices', 'programs']);

/** What fits and is accessible, in each language; what it does is tested beside the components. */
describe.skipIf(BROWSER === null)('the screens of the administration', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
    await fillTheRoom(office.site);
    // A booking in the afternoon, which a holiday or a closed queue costs.
    const startsAt = ZONE.instantAt(office.site.started.hub.state.today, 15 * 60);
    const guide = await office.site.asPerson('hanh');
    const made = await guide.execute({ type: 'make-booking', serviceId: MARRIAGE, startsAt });
    expect(made).toMatchObject({ ok: true });
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  async function openAdmin(name: (typeof PAGES)[number]): Promise<Page> {
    const whose = ADMINISTRATORS.has(name) ? 'quantri' : 'dung';
    const url = `${office.site.hubUrl}/admin/#${name}`;
    const page = await office.open(url, LAPTOP, office.site.sessionOf(whose));
    await page.locator(`nav a[href="#${name}"][aria-current]`).waitFor();
    await page.locator('main h1').waitFor();
    return page;
  }
  const expectWarning = async (page: Page, name: string) => {
    await page.locator('[data-part="lost-bookings"]').scrollIntoViewIfNeeded();
    expect(await page.locator('[data-part="lost-bookings"] li').count()).toBe(1);
    await expectGoodInEveryLanguage(page, name);
  };

  /** A key, and a webhook with deliveries. */
  async function fillPrograms(page: Page): Promise<void> {
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Tạo khoá' }).click();
    await dialog.getByRole('textbox').fill('Trang tin điện tử xã Kim Bôi');
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await expectGoodInEveryLanguage(page, 'admin-programs-key');
    await dialog.locator('[type="submit"]').click();
    await dialog.locator('code').waitFor();
    await expectGoodInEveryLanguage(page, 'admin-programs-key-shown');
    await dialog.getByRole('button', { name: 'Tôi đã ghi lại' }).click();

    await page.getByRole('button', { name: 'Thêm webhook' }).click();
    await dialog.getByRole('textbox').fill('http://127.0.0.1:9/thong-bao');
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.getByRole('switch').check();
    await expectGoodInEveryLanguage(page, 'admin-programs-webhook');
    await dialog.locator('[type="submit"]').click();
    await dialog.locator('code').waitFor();
    await expectGoodInEveryLanguage(page, 'admin-programs-secret');
    await dialog.getByRole('button', { name: 'Tôi đã ghi lại' }).click();
    deliverSome();
    await page.getByText('không kết nối được').scrollIntoViewIfNeeded();
    await expectGoodInEveryLanguage(page, 'admin-programs-deliveries');
  }

  /** One that waits, one that arrived, and one that was given up. */
  function deliverSome(): void {
    const { store, now } = office.site.started.hub;
    const [webhook] = store.webhooks.all();
    if (webhook === undefined) throw new Error('There is no webhook');
    const body = JSON.stringify({ type: 'device.recovered' });
    const answers = {
      waiting: 'unreachable',
      delivered: '204',
      failed: 'address-unusable',
    } as const;
    for (const state of ['waiting', 'delivered', 'failed'] as const) {
      store.webhooks.queue(webhook, [{ id: state, body }], now());
      const attempt = { webhookId: webhook.id, id: state, state, answer: answers[state] };
      store.webhooks.setAttempted({ ...attempt, nextAt: now() });
    }
  }

  it.each(PAGES)('are good: %s', async (name) => {
    const page = await openAdmin(name);
    if (name === 'report') await page.locator('main td button').first().waitFor();
    await expectGoodInEveryLanguage(page, `admin-${name}`);
    if (name === 'import') {
      const buffer = Buffer.from('Ngày;Lý do\n24/12/2026;Đại hội Đảng bộ xã\nba mươi Tết;Nghỉ\n');
      await page.locator('input[type="radio"]').nth(1).check();
      const file = { name: 'ngày nghỉ năm 2026.csv', mimeType: 'text/csv', buffer };
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.locator('dl').waitFor();
      await expectGoodInEveryLanguage(page, 'admin-import-preview');
    }
    if (name === 'programs') await fillPrograms(page);
    if (name === 'counters') {
      await page.locator('[data-part="row"]').first().click();
      await expectGoodInEveryLanguage(page, 'admin-counter');
    }
    if (name === 'report') {
      await page.getByRole('button', { name: 'Tháng', exact: true }).click();
      await page.locator('[data-shade]').first().waitFor();
      await expectGoodInEveryLanguage(page, 'admin-report-month');
      await page.getByRole('button', { name: 'Từ ngày đến ngày' }).click();
      await expectGoodInEveryLanguage(page, 'admin-report-range');
      return;
    }
    const parts = page.locator('[data-part="segments"] button');
    for (let part = 1; part < (await parts.count()); part += 1) {
      await parts.nth(part).click();
      await page.locator('[data-part="row"]').nth(3).click();
      await expectGoodInEveryLanguage(page, `admin-${name}-${part}`);
    }
  });

  it('are good: the queues a person can serve', async () => {
    const page = await openAdmin('people');
    await page.getByRole('button', { name: /^Hàng chờ Bùi Thị Lan phục vụ được/ }).click();
    await page.getByRole('dialog').getByText('Tất cả các hàng chờ').click();
    await expectGoodInEveryLanguage(page, 'admin-skills');
  });

  it('are good: the bookings that a closed queue or a holiday costs', async () => {
    const page = await openAdmin('services');
    await page.getByRole('button', { name: 'Hàng chờ' }).click();
    await page.locator('[data-part="row"]', { hasText: 'Hộ tịch' }).click();
    await page.getByText('Đang cấp số', { exact: true }).click();
    await expectWarning(page, 'admin-closed-queue');

    const { settings, today } = office.site.started.hub.state;
    const { site } = settings;
    const closedDays = [{ date: today, reason: { vi: 'Ngày hội xã' } }];
    await office.put({ kind: 'site', value: { ...site, hours: { ...site.hours, closedDays } } });
    await expectWarning(await openAdmin('today'), 'admin-today-lost-bookings');
    await office.put({ kind: 'site', value: site });
  });
});
