import { addDays, type Instant } from '@motcua/domain';
import { T0, TODAY } from '@motcua/domain/builders';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRoom, type Room } from '../../../test/room.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let room: Room;
beforeEach(async () => {
  room = await openRoom();
  return () => room.close();
});

/** `since`: when the hub began to follow a time of its own, which `movedMs` puts right. */
const confirm = (at: number, since: number | null = null, movedMs = 0) =>
  room.give(
    { type: 'confirm-clock', at: at as Instant, since: since as Instant | null, movedMs },
    THE_HUB_ITSELF,
  );
const waiting = () =>
  [...room.hub.state.visits.values()].map(({ ticket, arrivedAt }) => [ticket.number, arrivedAt]);

describe('a clock that a person confirms', () => {
  it('is refused where nothing was wrong', async () => {
    expect(await confirm(T0 + HOUR_MS)).toMatchObject({ refusal: { code: 'action-not-allowed' } });
  });

  it('tells by how much the time was wrong, on the same day', async () => {
    await room.issue();
    room.at = (T0 + 60_000) as Instant;
    await room.issue();
    const result = await confirm(T0 + HOUR_MS, T0, HOUR_MS);
    expect(result).toMatchObject({
      value: [{ type: 'clock-confirmed', to: TODAY, movedMs: HOUR_MS }],
    });
  });

  it('makes the day that it is then, and ends the other as any day', async () => {
    await room.issue();
    const result = await confirm(T0 + DAY_MS);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.find(({ type }) => type === 'clock-confirmed')).toMatchObject({
      ...{ from: TODAY, to: addDays(TODAY, 1) },
    });
    expect(result.value.find(({ type }) => type === 'day-closed')).toMatchObject({
      leftOver: ['H001'],
    });
    expect(waiting()).toEqual([]);
  });

  it('gives no number again that was given on the earlier day', async () => {
    await room.issue();
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await room.issue();
    await room.issue();

    // Both came on the first day; the hub was a day ahead since it said that the second had begun.
    expect(await confirm(T0 + HOUR_MS, T0 + HOUR_MS, -DAY_MS)).toMatchObject({ ok: true });
    room.at = (T0 + HOUR_MS) as Instant;
    expect(room.hub.state.today).toBe(TODAY);
    expect((await room.issue()).visit.ticket.number).toBe('H003');
  });
});
