import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import { ONE_PERSON, type Booking, type Instant, type ServiceId } from '@motcua/domain';
import type { CommandOf } from '@motcua/protocol';
import { type CentreDay, numberIn, openCentre, SERVICES, TUESDAY } from './centre-day.ts';
import { PREGNANT, wants } from './rules.ts';

const NOTHING_SAID = { priorityGroupId: null, needs: [], party: ONE_PERSON } as const;
type Said = Pick<CommandOf<'check-in'>, keyof typeof NOTHING_SAID>;

describe('a booking', () => {
  let day: CentreDay;
  let kiosk: HubConnection;
  let guide: HubConnection;

  beforeEach(async () => {
    day = await openCentre('07:30');
    kiosk = await day.asKiosk();
    guide = await day.site.asPerson('hanh');
  });
  afterEach(() => day.close());

  const at = (time: string, date = '2026-11-23') =>
    Date.parse(`${date}T${time}:00+07:00`) as Instant;
  const book = async (time: string, date?: string): Promise<Booking | string> => {
    const serviceId = SERVICES['birth'] as ServiceId;
    const startsAt = at(time, date);
    const made = await guide.execute({ type: 'make-booking', serviceId, startsAt });
    if (!made.ok) return made.refusal.code;
    const [change] = made.value;
    return change?.type === 'booking-changed' ? change.booking : 'nothing was booked';
  };
  const codeOf = (booking: Booking | string) =>
    typeof booking === 'string' ? booking : booking.code;
  const checkIn = async (code: string, said: Partial<Said> = {}) =>
    numberIn(
      await kiosk.execute({ type: 'check-in', code, language: 'vi', ...NOTHING_SAID, ...said }),
    );

  it('is made for a slot while the slot has places', async () => {
    expect(codeOf(await book('09:00'))).toMatch(/^[ACDEFHJKMNPQRTWXY3479]{6}$/);
    expect(codeOf(await book('09:00'))).toHaveLength(6);
    expect(await book('09:00')).toBe('slot-full');
    expect(await book('09:10')).toBe('slot-not-offered');
    expect(await book('12:00')).toBe('slot-not-offered');
    expect(await book('07:00')).toBe('slot-not-offered');
    expect(await book('09:00', '2027-01-04')).toBe('slot-not-offered');
  });

  it('counts from its time on, and never overtakes earlier', async () => {
    const code = codeOf(await book('08:30'));
    day.goTo('08:10');
    expect(await checkIn(code.toLowerCase())).toBe('H001');
    const lan = await day.sit('lan', 2);
    await kiosk.execute(wants('birth'));
    await kiosk.execute(wants('birth'));
    expect(await lan.callNext()).toBe('H002');
    await lan.act('start-service');
    day.goTo('08:30');
    // One of the two normal turns is still due; then it is the booking's.
    await kiosk.execute(wants('birth'));
    expect(await lan.callNext(true)).toBe('H003');
    await lan.act('start-service');
    expect(await lan.callNext(true)).toBe('H001');
  });

  it('allows the same statements at the kiosk as any visit', async () => {
    const code = codeOf(await book('08:30'));
    day.goTo('08:20');
    const party = { people: 3, files: 2, proxy: true };
    const said = { priorityGroupId: PREGNANT, needs: ['wheelchair'], party } as const;
    expect(await checkIn(code, said)).toBe('H001');
    const visit = day.visit('H001');
    expect(visit).toMatchObject({ priority: 'priority', party, bookedFor: at('08:30') });
    expect(day.site.started.hub.state.care.get(visit.id)).toMatchObject({
      priorityGroupId: PREGNANT,
      needs: ['wheelchair'],
    });
  });

  it('is an ordinary number when its visitor comes late, and refused on another day or twice', async () => {
    const code = codeOf(await book('08:30'));
    const askFirst = (typed: string) => kiosk.ask({ type: 'booking', code: typed });
    // 08:00 local time; a quarter of an hour early is accepted.
    expect(await askFirst(code)).toMatchObject({
      refusal: { code: 'booking-too-early', detail: { time: '08:30' } },
    });
    expect(await checkIn(code)).toBe('booking-too-early');
    day.goTo('08:46');
    expect(await askFirst(code)).toMatchObject({
      value: { startsAt: at('08:30'), worth: 'late' },
    });
    expect(day.states()).toEqual([]);
    expect(await checkIn(code)).toBe('H001');
    expect(day.visit('H001').bookedFor).toBeNull();
    expect(await checkIn(code)).toBe('already-checked-in');
    expect(await checkIn('ACDEFH')).toBe('booking-not-found');
    expect(await checkIn(codeOf(await book('08:30', TUESDAY)))).toBe('booking-other-day');
  });

  it('survives the night and a restart of the hub', async () => {
    const code = codeOf(await book('08:00', TUESDAY));
    day.goTo('07:45', TUESDAY);
    await day.runScheduledCommands();
    expect([...day.site.started.hub.state.bookings.values()].map((each) => each.code)).toEqual([
      code,
    ]);
    expect(await checkIn(code)).toBe('H001');
    expect(day.visit('H001').bookedFor).toBe(at('08:00', TUESDAY));
  });

  it('can be cancelled, which frees its place', async () => {
    const booking = await book('09:00');
    await book('09:00');
    if (typeof booking === 'string') throw new Error(booking);
    await guide.execute({ type: 'cancel-booking', bookingId: booking.id });
    expect(codeOf(await book('09:00'))).toHaveLength(6);
    day.goTo('09:00');
    expect(await checkIn(booking.code)).toBe('booking-cancelled');
  });

  it('is not used up at a kiosk in training', async () => {
    const code = codeOf(await book('08:30'));
    day.goTo('08:20');
    const { mirror } = kiosk.getState();
    const deviceId = mirror?.deviceId ?? null;
    if (deviceId === null) throw new Error('The kiosk was not admitted');
    await guide.execute({ type: 'set-kiosk', deviceId, locked: false, training: true });
    expect(await checkIn(code)).toBe('bookings-not-offered');
    await guide.execute({ type: 'set-kiosk', deviceId, locked: false, training: false });
    expect(await checkIn(code)).toBe('H001');
  });
});
