// @vitest-environment happy-dom
import { aHubLink } from '@motcua/client/builders';
import {
  type BookingId,
  type LocalTime,
  ok,
  refuse,
  type Refusal,
  type Site,
} from '@motcua/domain';
import { aBooking, aClosedVisit, aSite, KIOSK_1, minutesAfterT0 } from '@motcua/domain/builders';
import type { Change, ChangeOf } from '@motcua/protocol';
import { useHubState } from '@motcua/ui';
import { render, type Rendered } from '@motcua/ui/rendered';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandRunner } from '../page/command-runner.ts';
import { aHubState, AILING_DEVICES, aMirror, NOW, someoneWaiting } from '../page/example-room.ts';
import { FloorScreen, type FloorScreenProps } from './floor-screen.tsx';

const controls = {
  language: 'vi',
  onLanguage: () => undefined,
  onSignOut: () => undefined,
  onAccount: () => undefined,
} as const;
const askClock = async () => true;
const allDay = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
const ALWAYS: Site['hours'] = { week: Array.from({ length: 7 }, () => allDay), closedDays: [] };
const H022 = someoneWaiting('H022', 3);
const by = { deviceId: null, personId: null, reason: null };
const booking = aBooking({ id: 'booking-1' as BookingId, startsAt: minutesAfterT0(120) });

function Floor(props: Pick<FloorScreenProps, 'hub' | 'runner'>) {
  const { mirror } = useHubState(props.hub);
  const floor = { ...props, controls, onLeave: null, askClock };
  return mirror === null ? null : <FloorScreen {...floor} mirror={mirror} />;
}

describe('the page of a guide', () => {
  let shown: Rendered;
  let hub: ReturnType<typeof aHubLink>;
  let answers: (readonly Change[] | Refusal)[];

  const state = (room: Parameters<typeof aMirror>[0] = {}) => {
    const visits = [H022, someoneWaiting('L008', 9)];
    const usual = { visits, devices: AILING_DEVICES, site: { hours: ALWAYS } };
    return aHubState({
      mirror: aMirror({ ...usual, ...room }),
      clockOffsetMs: NOW - Date.now(),
    });
  };
  const become = (room: Parameters<typeof aMirror>[0]) => shown.after(() => hub.set(state(room)));
  beforeEach(async () => {
    answers = [];
    hub = aHubLink(state(), async () => {
      const answer = answers.shift() ?? [];
      return 'code' in answer ? refuse(answer.code, answer.detail) : ok(answer);
    });
    shown = await render(<Floor hub={hub} runner={createCommandRunner(hub)} />);
  });
  afterEach(() => shown.unmount());

  const panel = () => shown.text('[role=tabpanel]');
  const last = () => hub.commands.at(-1);

  it('warns of a clock in doubt', () => {
    expect(shown.text()).toContain('Đồng hồ');
  });

  it('issues one number for several services, with needs, and reads it out', async () => {
    const visit = H022;
    answers = [[{ type: 'ticket-issued', seq: 1, at: NOW, by, visit, peopleAhead: 3 } as never]];
    await shown.click('Đăng ký kết hôn');
    await shown.click('Chứng thực bản sao từ bản chính');
    await shown.click('Khiếm thính');
    await shown.click('Cấp số');
    await shown.submit();
    expect(last()).toMatchObject({
      ...{ type: 'issue-ticket', serviceIds: ['marriage', 'copies'], needs: ['deaf'] },
      ...{ reason: null, training: false, language: 'vi' },
    });
    expect(shown.text('[data-part="issued-number"]')).toBe('H022');
  });

  it('issues a number after closing time only with a reason', async () => {
    answers = [{ code: 'outside-opening-hours', detail: {} }];
    await shown.click('Đăng ký kết hôn');
    await shown.submit();
    expect(panel()).toContain('Vẫn cấp số được nếu ghi rõ lý do.');
    await shown.type(shown.field('Lý do khác hoặc ghi chú'), 'Người già ở xa ');
    await shown.submit();
    expect(last()).toMatchObject({ type: 'issue-ticket', reason: 'Người già ở xa' });
  });

  it('shows who waits and who missed a call before anything is typed', async () => {
    await shown.click('Tìm số');
    expect(panel()).toContain('Lỡ lượt · 0');
    expect(panel()).toMatch(/Đang chờ · 2.*L008.*H022/);
  });

  it('cancels a number that it found, and takes that back', async () => {
    const visit = aClosedVisit({ ...H022, state: 'closed', outcome: 'left' });
    const changed: ChangeOf<'visit-changed'> = {
      ...{ type: 'visit-changed', seq: 1, at: NOW, by, because: null },
      ...{ visit, action: 'cancel', counterId: null },
    };
    await shown.click('Tìm số');
    await shown.type(shown.field('Số trên phiếu'), 'h022');
    await shown.click('Thao tác khác cho số H022');
    await shown.click('Huỷ số');
    await shown.click('Người dân đã về');
    answers = [[changed]];
    await shown.submit();
    const action = { type: 'cancel', as: 'left' };
    expect(last()).toMatchObject({ visitId: H022.id, counterId: null, action });
    await become({ visits: [visit] });
    expect(shown.text()).toContain('Đã huỷ H022');
    answers = [[{ ...changed, visit: H022, action: 'undo' }]];
    await shown.click('Hoàn tác');
    expect(last()).toEqual({ type: 'undo', counterId: null });
    await become({});
    expect(shown.text()).toContain('Đã hoàn tác: H022');
    expect(shown.find('[data-command="undo"]')).toBeNull();
  });

  it('books a place by service, day and time, prints its code, and books another', async () => {
    await shown.click('Lịch hẹn');
    await shown.click('Đăng ký kết hôn');
    const slot = shown.find('[data-part="slots"] button');
    answers = [[{ type: 'booking-changed', seq: 1, at: NOW, by, booking }]];
    await shown.click(slot?.getAttribute('aria-label') ?? 'a slot');
    expect(last()).toMatchObject({ type: 'make-booking', serviceId: 'marriage' });
    expect(shown.text('[data-part="booking-code"]')).toBe('K7M 4XP');
    expect(shown.text('[data-part="booking-time"]')).toMatch(/^10:00 · Thứ Hai/);
    let printed = 0;
    window.print = () => (printed += 1);
    await shown.click('In');
    expect(printed).toBe(1);
    await shown.click('Đặt lịch khác');
    expect(shown.find('[data-part="slots"]')).not.toBeNull();
  });

  it('cancels a booking, after showing when it was', async () => {
    await become({ bookings: [booking] });
    await shown.click('Lịch hẹn');
    await shown.click(`Huỷ lịch hẹn ${booking.code}`);
    expect(shown.text('[role=dialog]')).toContain('10:00 · ');
    await shown.click('Huỷ hẹn');
    expect(last()).toEqual({ type: 'cancel-booking', bookingId: booking.id });
  });

  it('names the bookings that a holiday costs, and why', async () => {
    const closed = { date: booking.day, reason: { vi: 'Ngày hội xã' } };
    const { hours } = aSite({ hours: { ...ALWAYS, closedDays: [closed] } });
    await become({ bookings: [booking], site: { hours } });
    await shown.click('Lịch hẹn');
    expect(shown.text('[data-part="booking-lost"]')).toContain('trung tâm nghỉ hôm đó');
  });

  it('shows how the paper of each kiosk is', async () => {
    await shown.click('Máy lấy số');
    expect(panel()).toContain('Kiosk cửa chính: hết giấy.');
    expect(shown.find('[data-severity]')?.getAttribute('data-severity')).toBe('fault');
  });

  it('locks a kiosk, and leaves its training as it is', async () => {
    await shown.click('Máy lấy số');
    await shown.click('Tạm khoá');
    expect(last()).toEqual({
      ...{ type: 'set-kiosk', deviceId: KIOSK_1, locked: true, training: false },
    });
  });
});
