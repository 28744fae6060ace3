import type { Mirror } from '@motcua/client';
import { aMirror } from '@motcua/client/builders';
import {
  type Announcement,
  type AnnouncementId,
  type CounterState,
  type Instant,
  type VisitId,
} from '@motcua/domain';
import {
  aCounter,
  anAnnouncement,
  COUNTER_2,
  COUNTER_3,
  LAN,
  T0,
  someSettings,
} from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { FRESH_MS, roomView, rowsOf } from './room-view.ts';

const aRoom = (
  announcements: readonly Announcement[],
  counters: readonly CounterState[] = [],
): Mirror =>
  aMirror({
    settings: someSettings({ counters: [aCounter({ id: COUNTER_3, number: 3 }), aCounter()] }),
    counters: new Map(counters.map((counter) => [counter.counterId, counter])),
    announcements,
  });

const call = (number: string, afterMs: number, part: Partial<Announcement> = {}) =>
  anAnnouncement({
    id: `${number}/${afterMs}` as AnnouncementId,
    visitId: '' as VisitId,
    number,
    calledAt: (T0 + afterMs) as Instant,
    ...part,
  });
const heard = (number: string, afterMs: number, part: Partial<Announcement> = {}) =>
  call(number, afterMs, { state: 'played', ...part });
const QUIET = { speaking: null, pending: [] };
const saying = (speaking: string) => ({ ...QUIET, speaking: speaking as AnnouncementId });
const at = (afterMs: number) => (T0 + afterMs) as Instant;
const three = aRoom([heard('A001', 0), heard('A002', 1_000), heard('A003', 2_000)]);

describe('roomView', () => {
  it('focuses nothing before the first call', () => {
    expect(roomView(aRoom([]), at(0), QUIET)).toEqual({
      focus: null,
      lately: [],
      paused: [],
      missed: [],
    });
  });

  it('focuses the newest call, and lists the others with the newest first', () => {
    const { focus, lately } = roomView(three, at(3_000), QUIET);
    expect(focus?.number).toBe('A003');
    expect(lately.map(({ number }) => number)).toEqual(['A002', 'A001']);
  });

  it('focuses the call being spoken, so that screen and voice give the same number', () => {
    const { focus, lately } = roomView(three, at(3_000), saying('A002/1000'));
    expect(focus?.number).toBe('A002');
    expect(lately.map(({ number }) => number)).toEqual(['A003', 'A001']);
  });

  it('shows a visit once, where it was called last', () => {
    const recalled = aRoom([
      heard('A001', 0),
      heard('A002', 1_000),
      heard('A001', 2_000, { kind: 'recall', counterNumber: 3 }),
    ]);
    const { focus, lately } = roomView(recalled, at(3_000), QUIET);
    expect(focus).toMatchObject({ number: 'A001', counterNumber: 3 });
    expect(lately.map(({ number }) => number)).toEqual(['A002']);
  });

  it('does not show a call that was undone, even while it is spoken to its end', () => {
    const withdrawn = call('A002', 1_000, { state: 'playing', ended: 'taken-back' });
    const { focus, lately } = roomView(
      aRoom([call('A001', 0), withdrawn]),
      at(2_000),
      saying(withdrawn.id),
    );
    expect(focus?.number).toBe('A001');
    expect(lately).toEqual([]);
  });

  it('does not focus a visit that is no longer called, but lists where it went', () => {
    const came = call('A002', 1_000, { state: 'played', ended: 'over' });
    const { focus, lately } = roomView(aRoom([call('A001', 0), came]), at(2_000), QUIET);
    expect(focus?.number).toBe('A001');
    expect(lately).toMatchObject([{ number: 'A002', fresh: false }]);
    expect(roomView(aRoom([came]), at(2_000), QUIET).focus).toBeNull();
  });

  it('keeps showing a visit whose service started while its number is still spoken', () => {
    const came = call('A002', 1_000, { state: 'playing', ended: 'over' });
    expect(roomView(aRoom([call('A001', 0), came]), at(2_000), saying(came.id)).focus?.number).toBe(
      'A002',
    );
  });

  it('shows no earlier call of a visit that was sent back after a recall', () => {
    const [first, recalled] = [call('A001', 0), call('A001', 1_000, { kind: 'recall' })].map(
      (each) => ({ ...each, state: 'failed' as const, ended: 'taken-back' as const }),
    );
    const mirror = aRoom([first, recalled].filter((each) => each !== undefined));
    expect(roomView(mirror, at(2_000), QUIET)).toMatchObject({ focus: null, lately: [] });
  });

  it('shows the original call again when its recall was undone', () => {
    const undone = call('A001', 1_000, { kind: 'recall', state: 'failed', ended: 'taken-back' });
    const mirror = aRoom([call('A001', 0, { state: 'played' }), undone]);
    expect(roomView(mirror, at(2_000), QUIET).focus?.id).toBe('A001/0');
  });

  it('shows a call that was not audible, so that it can still be read', () => {
    const unheard = aRoom([call('A001', 0, { state: 'failed', failure: 'expired' })]);
    expect(roomView(unheard, at(0), QUIET).focus?.number).toBe('A001');
  });

  it('shows no counter for a missed call once the guide handles it', () => {
    const calls = [
      call('A001', 0, { ended: 'missed' }),
      call('A002', 1_000),
      call('A003', 2_000, { ended: 'missed' }),
    ];
    const missed: Mirror = { ...aRoom(calls), missed: ['A003', 'A001'] };
    expect(roomView(missed, at(3_000), QUIET)).toMatchObject({
      focus: { number: 'A002' },
      lately: [],
      missed: ['A003', 'A001'],
    });
    // Sent back or closed as no-show: the old call must not reappear.
    expect(roomView(aRoom(calls), at(3_000), QUIET)).toMatchObject({
      focus: { number: 'A002' },
      lately: [],
    });
  });

  it('shows the call being spoken to its end, even when it becomes a no-show meanwhile', () => {
    const calls = [call('A001', 0), call('A002', 1_000), call('A003', 2_000, { ended: 'missed' })];
    const { focus, lately } = roomView(aRoom(calls), at(3_000), saying('A003/2000'));
    expect(focus?.number).toBe('A003');
    expect(lately.map(({ number }) => number)).toEqual(['A002', 'A001']);
  });

  describe('in a burst', () => {
    const burst = [0, 1, 2].map((n) => call(`A00${n}`, n * 500));
    const ids = burst.map(({ id }) => id);

    it('marks every row as new until it was spoken, and no longer', () => {
      const late = at(FRESH_MS + 5_000);
      const [first, second, third] = ids;
      const speaking = {
        speaking: first ?? null,
        pending: [second, third].flatMap((id) => id ?? []),
      };
      const { focus, lately } = roomView(aRoom(burst), late, speaking);
      expect(focus?.id).toBe(first);
      expect(lately.map(({ id, fresh }) => [id, fresh])).toEqual([
        [third, true],
        [second, true],
      ]);
      const spoken = burst.map((each) => ({ ...each, state: 'played' as const }));
      const after = roomView(aRoom(spoken), late, QUIET);
      expect([after.focus, ...after.lately].map((each) => each?.fresh)).toEqual(
        burst.map(() => false),
      );
    });

    it('focuses each call in turn on a display without sound, and the newest at the end', () => {
      const shown = Array.from(
        { length: 30 },
        (_, second) => roomView(aRoom(burst), at(1_000 + second * 1_000), QUIET).focus?.number,
      );
      expect([...new Set(shown)]).toEqual(['A000', 'A001', 'A002']);
      for (const number of ['A000', 'A001', 'A002'])
        expect(shown.filter((each) => each === number).length).toBeGreaterThanOrEqual(5);
      expect(shown.at(-1)).toBe('A002');
    });

    it('shows what another display is speaking', () => {
      const received = burst.map((each, n) =>
        n === 1 ? { ...each, state: 'playing' as const, stateSince: at(9_000) } : each,
      );
      expect(roomView(aRoom(received), at(10_000), QUIET).focus?.number).toBe('A001');
      expect(roomView(aRoom(received), at(60_000), QUIET).focus?.number).toBe('A002');
    });

    it('has a row for every awaited visitor, in rotation where there are too many', () => {
      const many = Array.from({ length: 13 }, (_, n) =>
        call(`A0${10 + n}`, n, n < 4 ? { ended: 'over' } : {}),
      );
      const { lately } = roomView(aRoom(many), at(0), saying('A022/12'));
      const open = lately.filter((each) => each.open).map(({ number }) => number);
      expect(open).toHaveLength(8);
      const rows = [0, 1].map((turn) => rowsOf(lately, 5, turn).map(({ number }) => number));
      expect(rows.flat()).toEqual(open);
      expect(rowsOf(lately, 5, 2)).toEqual(rowsOf(lately, 5, 0));
    });

    it('fills the list with the newest finished calls and drops no awaited one', () => {
      const calls = [
        call('A001', 0),
        ...[2, 3, 4, 5, 6, 7].map((n) => heard(`A00${n}`, n, { ended: 'over' })),
      ];
      const { lately } = roomView(aRoom([...calls, call('A008', 8)]), at(60_000), saying('A008/8'));
      expect(rowsOf(lately, 5, 0).map(({ number }) => number)).toEqual([
        ...['A007', 'A006', 'A005', 'A004', 'A001'],
      ]);
    });
  });

  it('marks calls as new for half a minute', () => {
    expect(roomView(three, at(2_000 + FRESH_MS - 1), QUIET).focus?.fresh).toBe(true);
    expect(roomView(three, at(2_000 + FRESH_MS), QUIET).focus?.fresh).toBe(false);
  });

  it('names paused counters with their reason, by number', () => {
    const paused = { state: 'paused', clerkId: LAN, since: T0, training: false } as const;
    const mirror = aRoom(
      [],
      [
        { ...paused, counterId: COUNTER_3, reason: 'lunch' },
        { ...paused, counterId: COUNTER_2, reason: 'meeting' },
      ],
    );
    expect(roomView(mirror, at(0), QUIET).paused).toEqual([
      { counterNumbers: [2], reason: 'meeting' },
      { counterNumbers: [3], reason: 'lunch' },
    ]);
  });

  it('groups counters that are paused for the same reason', () => {
    const lunch = { state: 'paused', clerkId: LAN, since: T0, reason: 'lunch', training: false };
    const counters = [COUNTER_3, COUNTER_2].map((counterId) => ({ ...lunch, counterId }) as const);
    expect(roomView(aRoom([], counters as CounterState[]), at(0), QUIET).paused).toEqual([
      { counterNumbers: [2, 3], reason: 'lunch' },
    ]);
  });

  it('does not list a paused counter in training mode', () => {
    const counter: CounterState = {
      counterId: COUNTER_3,
      state: 'paused',
      clerkId: LAN,
      since: T0,
      reason: 'lunch',
      training: true,
    };
    expect(roomView(aRoom([], [counter]), at(0), QUIET).paused).toEqual([]);
  });
});
