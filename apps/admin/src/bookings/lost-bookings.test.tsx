// @vitest-environment happy-dom
import { aHubLink } from '@motcua/client/builders';
import type { LocalTime } from '@motcua/domain';
import {
  aBooking,
  aQueue,
  aService,
  aSite,
  minutesAfterT0,
  someSettings,
} from '@motcua/domain/builders';
import { render, type Rendered } from '@motcua/ui/rendered';
import { afterEach, describe, expect, it } from 'vitest';
import { aHubState, aMirror } from '../example-mirror.ts';
import { HoursPage } from '../hours/hours-page.tsx';
import { QueueList } from '../setup/queue-list.tsx';

const allDay = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
const hours = { week: Array.from({ length: 7 }, () => allDay), closedDays: [] };
const booking = aBooking({ startsAt: minutesAfterT0(120) });
const mirror = aMirror({
  settings: someSettings({
    site: aSite({ hours }),
    queues: [aQueue()],
    services: [aService()],
  }),
  bookings: new Map([[booking.id, booking]]),
});

describe('the bookings that a change costs', () => {
  let shown: Rendered;
  const hub = aHubLink(aHubState({ mirror }));
  afterEach(() => shown.unmount());

  const warning = () => shown.text('[data-alarm]');

  it('are listed before a holiday is saved', async () => {
    shown = await render(<HoursPage hub={hub} mirror={mirror} />);
    expect(warning()).toBe('');
    await shown.click('Thêm ngày nghỉ');
    await shown.type(shown.field('Ngày'), '23/11/2026');
    await shown.type(shown.field('Tiếng Việt'), 'Ngày hội xã');
    await shown.click('Xong');
    expect(warning()).toContain(`10:00${booking.code}Đăng ký kết hôntrung tâm nghỉ hôm đó`);
    expect(hub.commands).toEqual([]);
  });

  it('are listed before a queue is closed', async () => {
    shown = await render(<QueueList hub={hub} mirror={mirror} />);
    await shown.click(/Hộ tịch/);
    expect(warning()).toBe('');
    await shown.click('Đang cấp số');
    expect(warning()).toContain(`${booking.code}Đăng ký kết hônhàng chờ tạm ngừng`);
    expect(hub.commands).toEqual([]);
  });
});
