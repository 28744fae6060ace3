import type { Page } from '@playwright/test';
import { createZoneClock, type LocalDate, type VisitId } from '@motcua/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';
import { expectGoodInEveryLanguage } from './in-every-language.ts';
import { BIRTH, MARRIAGE, type Office, openOffice } from './office.ts';
import { confirmAnnouncement } from './confirm-announcement.ts';
import { scan } from './scan.ts';

const PORTRAIT = [1080, 1920] as const;
const ZONE = createZoneClock('Asia/Ho_Chi_Minh');

describe.skipIf(BROWSER === null)('the limits of an office', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openOffice();
  });
  afterEach(() => office.closePages());
  afterAll(() => office.close());

  const state = () => office.site.started.hub.state;
  const touch = (page: Page, id: string) => page.locator(`[data-id="${id}"]`).click();
  const lookUp = async (page: Page, number: string) => {
    await touch(page, 'have-number');
    for (const letter of number) await touch(page, `key-${letter}`);
    await touch(page, 'look-up');
    await page.locator('main[data-screen="place"]').waitFor();
  };

  const showSlip = async (page: Page, number: string) => {
    await page.locator('main:is([data-screen="welcome"], [data-screen="place"])').waitFor();
    await scan(page, `${number} ${office.visitOf(number).id}`);
    await page
      .locator('main[data-screen="place"] :is([data-part="service"], [data-part="steps"])')
      .waitFor();
  };

  it('allow a place to be held once', async () => {
    const number = await office.issue(MARRIAGE, BIRTH);
    const kiosk = await office.kioskOf(...PORTRAIT);
    await lookUp(kiosk, number);
    // The number is on the display: typing it reveals nothing and allows nothing.
    expect(await kiosk.locator('[data-id^="step-out"], [data-part="steps"]').count()).toBe(0);
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-place-typed');
    await showSlip(kiosk, number);
    const steps = await kiosk.locator('[data-part="steps"] li').allInnerTexts();
    expect(steps.map((name) => name.replaceAll('\u00a0', ' '))).toEqual([
      'Đăng ký kết hôn',
      'Đăng ký khai sinh',
    ]);
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-place-and-next');
    await touch(kiosk, 'step-out-hold');
    await kiosk.locator('[data-settled="hold"]').waitFor();
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-held');
    await touch(kiosk, 'finish');
    await showSlip(kiosk, number);
    await touch(kiosk, 'step-out-return');
    await kiosk.locator('[data-settled="return"]').waitFor();
    await touch(kiosk, 'finish');
    await showSlip(kiosk, number);
    expect(await kiosk.locator('[data-id="step-out-hold"]').count()).toBe(0);
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-held-before');
    const guide = await office.site.asPerson('hanh');
    expect(
      await guide.execute({ type: 'step-out', visitId: office.visitOf(number).id, wish: 'hold' }),
    ).toMatchObject({
      refusal: { code: 'hold-used' },
    });
  });

  it('let a visitor who missed a call return at the kiosk', async () => {
    const lan = await office.counterPage('lan', 2);
    await lan.locator('[data-part="next-number"]').waitFor();
    const number = await lan.locator('[data-part="next-number"]').innerText();
    await office.press(lan, 'Enter', number, 'called');
    await confirmAnnouncement(office.site, number);
    await lan.locator('[data-command="recall"][aria-disabled="false"]').waitFor();
    await office.press(lan, 'v', number, 'closed');
    const kiosk = await office.kioskOf(...PORTRAIT);
    await showSlip(kiosk, number);
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-missed');
    await touch(kiosk, 'step-out-rejoin');
    await kiosk.locator('[data-settled="rejoin"]').waitFor();
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-rejoined');
    expect(office.visitOf(number).state).toBe('waiting');
  });

  it('are shown at the kiosk when no numbers are left today', async () => {
    const queue = state().settings.queue(office.visitOf('H001').queueId);
    if (queue === null) throw new Error('No queue');
    const kiosk = await office.kioskOf(...PORTRAIT);
    await touch(kiosk, 'group-civil');
    await kiosk.locator(`[data-id="service-${MARRIAGE}"]:enabled`).waitFor();
    await office.put({ kind: 'queue', value: { ...queue, dailyQuota: 1 } });
    const tile = kiosk.locator(`[data-id="service-${MARRIAGE}"]`);
    await tile.getByText('Hôm nay đã hết số').waitFor();
    expect(await tile.isDisabled()).toBe(true);
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-no-numbers');
    await office.put({ kind: 'queue', value: queue });
  });

  it('close the kiosk on a holiday, and list the bookings affected', async () => {
    const day = state().today;
    const guide = await office.site.asPerson('hanh');
    const startsAt = ZONE.instantAt(day, 15 * 60);
    const made = await guide.execute({ type: 'make-booking', serviceId: MARRIAGE, startsAt });
    const [change] = made.ok ? made.value : [];
    const code = change?.type === 'booking-changed' ? change.booking.code : 'none';

    const kiosk = await office.kioskOf(...PORTRAIT);
    await kiosk.locator('main[data-screen="welcome"]').waitFor();
    const head = await office.adminAt('hours');
    await head.getByRole('button', { name: 'Thêm ngày nghỉ' }).click();
    const closed = head.getByRole('dialog');
    await closed.getByLabel('Ngày', { exact: true }).fill(day);
    await closed.getByLabel('Tiếng Việt').fill('Ngày hội xã');
    await closed.getByRole('button', { name: 'Xong' }).click();
    const warning = head.locator('[data-alarm]');
    await warning.getByText(code).waitFor();
    await warning.getByText('trung tâm nghỉ hôm đó').waitFor();
    await warning.scrollIntoViewIfNeeded();
    await expectGoodInEveryLanguage(head, 'rules-admin-lost-bookings');
    expect([...state().bookings.values()].map((each) => each.state)).toEqual(['booked']);
    await head.getByRole('button', { name: 'Lưu', exact: true }).click();

    await kiosk.locator('main[data-screen="closed"]').getByText('Ngày hội xã').waitFor();
    await expectGoodInEveryLanguage(kiosk, 'rules-kiosk-holiday');
    const today = await office.adminAt('today');
    await today.locator('[data-part="lost-bookings"]').getByText(code).scrollIntoViewIfNeeded();
    await expectGoodInEveryLanguage(today, 'rules-admin-today-lost-bookings');
    const floor = await office.floorOf('hanh');
    await floor.getByRole('tab', { name: 'Lịch hẹn' }).click();
    await floor.locator('[data-part="booking-lost"]').getByText('trung tâm nghỉ hôm đó').waitFor();
    await expectGoodInEveryLanguage(floor, 'rules-floor-lost-booking');
    expect([...state().bookings.values()].map((each) => each.state)).toEqual(['booked']);
    const { site } = state().settings;
    await office.put({
      kind: 'site',
      value: { ...site, hours: { ...site.hours, closedDays: [] } },
    });
  });

  it('list the bookings affected by closing a queue, before it is saved', async () => {
    const head = await office.adminAt('services');
    await head.getByRole('button', { name: 'Hàng chờ' }).click();
    await head.locator('[data-part="row"]', { hasText: 'Hộ tịch' }).click();
    await head.getByText('Đang cấp số', { exact: true }).click();
    await head.locator('[data-alarm]').getByText('hàng chờ tạm ngừng').waitFor();
    await head.locator('[data-alarm]').scrollIntoViewIfNeeded();
    await expectGoodInEveryLanguage(head, 'rules-admin-closed-queue');
  });

  it('delete a visitor’s needs and party at midnight', async () => {
    const guide = await office.site.asPerson('hanh');
    const number = await office.issue(MARRIAGE);
    const { id }: { readonly id: VisitId } = office.visitOf(number);
    const care = { needs: ['deaf'], priorityGroupId: null, note: 'chờ con gái' } as const;
    await guide.execute({ type: 'set-care', visitId: id, care });
    expect(state().care.get(id)).toEqual(care);
    const lan = await office.counterPage('lan', 2);
    await lan.locator('[data-part="line"]', { hasText: number }).locator('[role="img"]').waitFor();

    // An unused session ends after half a day.
    office.putForward(9 * 60);
    await lan.reload();
    await lan.locator('[data-part="line"]', { hasText: number }).waitFor();
    office.putForward(8 * 60);
    const next: LocalDate = ZONE.localDate(office.now());
    const first = await office.issue(MARRIAGE);
    expect(first).toBe('H001');
    expect(state()).toMatchObject({ today: next });
    expect(state().care.size).toBe(0);
    await lan.locator('[data-part="counters"]').waitFor();
    await expectGoodInEveryLanguage(lan, 'rules-counter-next-morning');
  });
});
