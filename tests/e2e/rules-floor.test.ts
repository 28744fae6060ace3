import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER, takePicture } from './browser.ts';
import { isInView, expectGoodInEveryLanguage } from './in-every-language.ts';
import { MARRIAGE, type Office, openOffice } from './office.ts';

describe.skipIf(BROWSER === null)('a guide among the visitors', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
  const site = () => office.site.started.hub.state.settings.site;

  it('prints a booking, and cancels it', async () => {
    const { bookings } = office.site.started.hub.state;
    const guide = await office.floorOf('hanh');
    await tab(guide, 'Lịch hẹn');
    await guide.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await guide.locator('input[name="day"]').nth(1).check();
    await guide.locator('[data-part="slots"] button').first().click();
    await guide.locator('[data-part="booking-code"]').waitFor();
    await guide.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'true');
    });
    await guide.getByRole('button', { name: 'In', exact: true }).click();
    await guide.locator('body[data-printed]').waitFor();
    await guide.emulateMedia({ media: 'print' });
    const [booking] = bookings.values();
    const code = booking?.code ?? '';
    expect(
      (await guide.locator('[data-part="booking-slip"]').innerText()).replaceAll(' ', ''),
    ).toContain(code);
    expect(await guide.locator('[data-part="booking-time"]').innerText()).toMatch(/(Thứ|Chủ) /);
    expect(await guide.locator('header').isVisible()).toBe(false);
    await takePicture(guide, 'floor-booked-on-paper');
    await guide.emulateMedia({ media: 'screen' });
    await expectGoodInEveryLanguage(guide, 'rules-floor-booked');

    await guide.getByRole('button', { name: 'Đặt lịch khác' }).click();
    await guide.getByRole('button', { name: `Huỷ lịch hẹn ${code}` }).click();
    await guide
      .getByRole('dialog')
      .getByText(/(Thứ|Chủ) /)
      .waitFor();
    await expectGoodInEveryLanguage(guide, 'rules-floor-cancel-booking');
    await guide.getByRole('dialog').getByRole('button', { name: 'Huỷ hẹn' }).click();
    await expect
      .poll(() => [...bookings.values()].map(({ state }) => state))
      .toEqual(['cancelled']);
    await guide.getByText('Lịch hẹn sắp tới · 0').waitFor();
  });

  it('issues a number after closing time only with a reason', async () => {
    const { hours } = site();
    const closed = { week: Array.from({ length: 7 }, () => []), closedDays: [] };
    await office.put({ kind: 'site', value: { ...site(), hours: closed } });
    const guide = await office.floorOf('hanh');
    await guide.getByLabel('Đăng ký kết hôn', { exact: true }).check();
    await guide.getByRole('button', { name: 'Cấp số', exact: true }).click();
    await guide.getByText('Vẫn cấp số được nếu ghi rõ lý do.').waitFor();
    expect(await isInView(guide, '[role="tabpanel"] [type="submit"]')).toBe(true);
    await expectGoodInEveryLanguage(guide, 'rules-floor-after-closing');
    await guide.getByLabel('Lý do khác hoặc ghi chú').fill('Người già ở xa');
    await guide.getByRole('button', { name: 'Cấp số', exact: true }).click();
    await guide.locator('[data-part="issued-number"]').waitFor();
    await office.put({ kind: 'site', value: { ...site(), hours } });
  });

  it('undoes an action within ten seconds', async () => {
    const number = await office.issue(MARRIAGE);
    const before = office.visitOf(number);
    const guide = await office.floorOf('hanh');
    await tab(guide, 'Tìm số');
    await guide.getByLabel('Số trên phiếu').fill(number);
    const cancel = async () => {
      await guide.getByRole('button', { name: `Thao tác khác cho số ${number}` }).click();
      await guide.getByRole('menuitem', { name: 'Huỷ số' }).click();
      await guide.getByRole('dialog').getByText('Người dân đã về').click();
      await guide.getByRole('dialog').getByRole('button', { name: 'Huỷ số' }).click();
      await expect.poll(() => office.visitOf(number).state).toBe('closed');
      await guide.getByText(`Đã huỷ ${number}`).waitFor();
    };
    await cancel();
    await guide.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => office.visitOf(number)).toEqual(before);
    await guide.getByText(`Đã hoàn tác: ${number}`).waitFor();
    expect(await guide.locator('[data-command="undo"]').count()).toBe(0);
    await cancel();
    await expectGoodInEveryLanguage(guide, 'rules-floor-undo');
  });

  it('locks a kiosk remotely, and opens it again', async () => {
    const kiosk = await office.kioskOf(1080, 1920);
    await kiosk.locator('main[data-screen="welcome"]').waitFor();
    const guide = await office.floorOf('hanh');
    await tab(guide, 'Máy lấy số');
    await guide.getByText('Tạm khoá').click();
    await kiosk.locator('main[data-screen="locked"]').waitFor();
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-locked');
    await guide.getByText('Tạm khoá').click();
    await kiosk.locator('main[data-screen="welcome"]').waitFor();
    await expectGoodInEveryLanguage(guide, 'rules-floor-kiosks');
  });
});
