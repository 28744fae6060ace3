import { addDays, type Instant } from '@motcua/domain';
import { COUNTER_2, LAN, T0, TODAY } from '@motcua/domain/builders';
import type { Change } from '@motcua/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { openRoom, type Room } from '../../../test/room.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';

const DAY_MS = 24 * 3_600_000;

let room: Room;
beforeEach(async () => {
  room = await openRoom();
  return () => room.close();
});

/** What the journal says of the end of days, whether the command or the next one after midnight caused it. */
async function closeDay(): Promise<readonly Change[]> {
  const { journal } = room.hub.store;
  const before = journal.lastSeq();
  await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
  return journal.between(before, journal.lastSeq());
}

describe('the end of a day', () => {
  it('changes nothing on the same day', async () => {
    await room.issue();
    expect(await closeDay()).toEqual([]);
    expect(room.hub.state.today).toBe(TODAY);
  });

  it('names every visit that is left, closes the counters and starts the numbers again', async () => {
    await room.issue();
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    room.at = (T0 + DAY_MS) as Instant;

    const changes = await closeDay();
    expect(changes.find(({ type }) => type === 'day-closed')).toMatchObject({
      ...{ day: TODAY, next: addDays(TODAY, 1), leftOver: ['H001', 'H002'], rolledOver: [] },
    });
    expect(room.hub.state.counters.get(COUNTER_2)?.state).toBe('closed');
    expect(room.hub.state.visits.size).toBe(0);
    expect((await room.issue()).visit.ticket.number).toBe('H001');
    expect(await closeDay()).toEqual([]);
  });

  it('comes once for all days on which the hub was off', async () => {
    room.at = (T0 + 4 * DAY_MS) as Instant;
    const closed = (await closeDay()).filter(({ type }) => type === 'day-closed');
    expect(closed).toMatchObject([{ day: TODAY, next: addDays(TODAY, 4) }]);
  });
});

it('visits are forgotten only of days that are older than the centre keeps them', async () => {
  const { retentionDays } = room.hub.state.settings.site;
  const forget = (days: number) =>
    room.give(
      { type: 'forget-visits', through: addDays(TODAY, -days), lastSeq: 1 },
      THE_HUB_ITSELF,
    );
  expect(await forget(retentionDays)).toMatchObject({ refusal: { code: 'action-not-allowed' } });
  expect(await forget(retentionDays + 1)).toMatchObject({ ok: true });
});
