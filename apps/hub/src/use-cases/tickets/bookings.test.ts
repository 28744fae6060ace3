import { beforeEach, describe, expect, it } from 'vitest';
import { ONE_PERSON, type Booking, type ServiceId } from '@motcua/domain';
import { aSite, minutesAfterT0 } from '@motcua/domain/builders';
import { HEAD, KIOSK, openRoom, type Room } from '../../../test/room.ts';

const serviceId = 'marriage' as ServiceId;
const IN_AN_HOUR = minutesAfterT0(60);

describe('a booking', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    const { hours } = room.hub.state.settings.site;
    const usual = aSite().bookings;
    const value = aSite({ hours, bookings: { ...usual, capacity: 1 } });
    await room.must({ type: 'put-setting', setting: { kind: 'site', value } }, HEAD);
    return () => room.close();
  });

  const make = (startsAt = IN_AN_HOUR) =>
    room.give({ type: 'make-booking', serviceId, startsAt }, HEAD);
  async function made(): Promise<Booking> {
    const answer = await make();
    const change = answer.ok ? answer.value[0] : undefined;
    if (change?.type !== 'booking-changed') throw new Error('No booking was made');
    return change.booking;
  }
  const checkIn = (code: string) =>
    room.give(
      {
        ...{ type: 'check-in', code, language: 'vi', priorityGroupId: null },
        ...{ needs: [], party: ONE_PERSON },
      },
      KIOSK,
    );
  const cancel = ({ id }: Booking) => room.give({ type: 'cancel-booking', bookingId: id }, HEAD);

  it('takes a place of its slot, and frees it again', async () => {
    const booking = await made();
    expect(await make()).toMatchObject({ refusal: { code: 'slot-full' } });
    expect(await cancel(booking)).toMatchObject({ value: [{ booking: { state: 'cancelled' } }] });
    expect(await cancel(booking)).toMatchObject({ value: [] });
    expect(await make()).toMatchObject({ ok: true });
  });

  it('is for a slot that is still to come', async () => {
    expect(await make(room.at)).toMatchObject({ refusal: { code: 'slot-not-offered' } });
    const between = minutesAfterT0(61);
    expect(await make(between)).toMatchObject({ refusal: { code: 'slot-not-offered' } });
  });

  it('is used once, for one ticket, and not cancelled after that', async () => {
    const booking = await made();
    room.at = IN_AN_HOUR;
    const used = await checkIn(` ${booking.code.toLowerCase()}`);
    expect(used).toMatchObject({
      value: [
        { type: 'ticket-issued', visit: { bookedFor: IN_AN_HOUR } },
        { type: 'booking-changed' },
      ],
    });
    const [visit] = room.hub.state.visits.values();
    expect(room.hub.state.bookings.get(booking.id)).toMatchObject({
      ...{ state: 'checked-in', visitId: visit?.id },
    });
    expect(await checkIn(booking.code)).toMatchObject({ refusal: { code: 'already-checked-in' } });
    expect(await cancel(booking)).toMatchObject({ refusal: { code: 'already-checked-in' } });
    expect(await checkIn('AAAAAA')).toMatchObject({ refusal: { code: 'booking-not-found' } });
  });
});
