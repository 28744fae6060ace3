import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, HUB_LETTERS, type Instant } from '@motcua/domain';
import { aQueue, minutesAfterT0, T0, TODAY } from '@motcua/domain/builders';
import { plainTicket } from '@motcua/protocol';
import { settle } from '../../../test/paper.ts';
import { HEAD, KIOSK, openRoom, type Room } from '../../../test/room.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { loadLiveState } from '../../engine/load-live-state.ts';

const DAY_MS = 24 * 3_600_000;

let room: Room;
beforeEach(async () => {
  room = await openRoom();
});
afterEach(() => room.close());

const visit = (number: string) => room.hub.state.byNumber(number);

describe('A hub that lost a part of the day', () => {
  beforeEach(async () => {
    await room.must({ type: 'note-lost-history', since: TODAY }, THE_HUB_ITSELF);
  });
  const letters = () => room.hub.state.historyLost?.letters ?? '';

  it('gives its numbers under a letter of their own until midnight, also after a restart', async () => {
    const lettersOfToday = letters();
    expect(HUB_LETTERS).toContain(lettersOfToday);
    expect((await room.issue()).visit.ticket.number).toBe(`H${lettersOfToday}01`);
    expect((await room.issue('copy')).visit.ticket.number).toBe(`S${lettersOfToday}01`);
    const again = loadLiveState(room.hub.store, TODAY);
    expect(again.historyLost).toEqual(room.hub.state.historyLost);
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    expect((await room.issue()).visit.ticket.number).toBe('H001');
    expect(letters()).toBe('');
  });

  it('accepts the numbers of that time, and gives none of them again', async () => {
    await room.must(settle({ number: 'H001' }), KIOSK);
    await room.must(settle({ number: 'H003' }), KIOSK);
    expect(visit('H003')).toMatchObject({ state: 'waiting', arrivedAt: minutesAfterT0(0) });
    const yesterday = addDays(TODAY, -1);
    expect(await room.must(settle({ number: 'H002', day: yesterday }), KIOSK)).toMatchObject([
      { type: 'ticket-refused', code: 'not-your-number' },
    ]);
  });

  it('accepts them for a week, whether the hub ran on each day or not, and no longer', async () => {
    for (const [days, code] of [
      [1, 'ticket-issued'],
      [3, 'ticket-issued'],
      [4, 'ticket-issued'],
      [7, 'ticket-issued'],
      [8, 'ticket-refused'],
    ] as const) {
      room.at = (T0 + days * DAY_MS) as Instant;
      await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
      const [first] = await room.must(settle({ number: `H00${days}` }), KIOSK);
      expect([days, first?.type]).toEqual([days, code]);
    }
  });

  it('takes another letter when it was restored twice, or meets its own on a visitor’s slip', async () => {
    const first = letters();
    await room.must({ type: 'note-lost-history', since: TODAY }, THE_HUB_ITSELF);
    const second = letters();
    await room.must(settle({ number: `H${second}07` }), KIOSK);
    expect(new Set([first, second, letters()]).size).toBe(3);
    expect((await room.issue()).visit.ticket.number).toBe(`H${letters()}01`);
  });
});

describe('A range that was changed', () => {
  it('gives its numbers again when it is corrected', async () => {
    const queue = aQueue();
    const put = (from: number, to: number) =>
      room.must(
        {
          type: 'put-setting',
          setting: { kind: 'queue', value: { ...queue, series: { prefix: 'H', from, to } } },
        },
        HEAD,
      );
    const next = async () => (await room.issue()).visit.ticket.number;
    expect(await next()).toBe('H001');
    await put(9999, 9999);
    expect(await next()).toBe('H9999');
    expect(await room.give(plainTicket('marriage' as never), KIOSK)).toMatchObject({
      refusal: { code: 'numbers-used-up' },
    });
    await put(1, 999);
    expect(await next()).toBe('H002');
    expect(loadLiveState(room.hub.store, TODAY).numbersGiven.next(queue.series)).toEqual({
      ok: true,
      value: 'H003',
    });
  });

  it('may not make a queue’s numbers look like those of a kiosk', async () => {
    const setting = {
      kind: 'queue' as const,
      value: aQueue({ id: 'other' as never, series: { prefix: 'HA', from: 1, to: 999 } }),
    };
    expect(await room.give({ type: 'put-setting', setting }, HEAD)).toMatchObject({
      refusal: { code: 'number-prefix-clashes' },
    });
  });
});
