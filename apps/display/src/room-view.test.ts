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
import { FRESH_MS, roomView } from './room-view.ts';

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
const at = (afterMs: number) => (T0 + afterMs) as Instant;
const three = aRoom([call('A001', 0), call('A002', 1_000), call('A003', 2_000)]);

describe('roomView', () => {
  it('looks at nothing before the first call', () => {
    expect(roomView(aRoom([]), at(0), null)).toEqual({
      focus: null,
      lately: [],
      paused: [],
      missed: { shown: [], more: 0 },
    });
  });

  it('looks at the newest call, and lists the others with the newest first', () => {
    const { focus, lately } = roomView(three, at(3_000), null);
    expect(focus?.number).toBe('A003');
    expect(lately.map(({ number }) => number)).toEqual(['A002', 'A001']);
  });

  it('looks at what is being spoken, so that eye and ear get the same number', () => {
    const { focus, lately } = roomView(three, at(3_000), 'A002/1000' as AnnouncementId);
    expect(focus?.number).toBe('A002');
    expect(lately.map(({ number }) => number)).toEqual(['A003', 'A001']);
  });

  it('shows a visit once, where it was called last', () => {
    const recalled = aRoom([
      call('A001', 0),
      call('A002', 1_000),
      call('A001', 2_000, { kind: 'recall', counterNumber: 3 }),
    ]);
    const { focus, lately } = roomView(recalled, at(3_000), null);
    expect(focus).toMatchObject({ number: 'A001', counterNumber: 3 });
    expect(lately.map(({ number }) => number)).toEqual(['A002']);
  });

  it('does not show a call that was taken back, even while it is spoken to its end', () => {
    const withdrawn = call('A002', 1_000, { state: 'playing', ended: 'taken-back' });
    const { focus, lately } = roomView(
      aRoom([call('A001', 0), withdrawn]),
      at(2_000),
      withdrawn.id,
    );
    expect(focus?.number).toBe('A001');
    expect(lately).toEqual([]);
  });

  it('shows nobody large who is not called any more, but where the visitor went', () => {
    const came = call('A002', 1_000, { state: 'played', ended: 'over' });
    const { focus, lately } = roomView(aRoom([call('A001', 0), came]), at(2_000), null);
    expect(focus?.number).toBe('A001');
    expect(lately).toMatchObject([{ number: 'A002', fresh: false }]);
    expect(roomView(aRoom([came]), at(2_000), null).focus).toBeNull();
  });

  it('shows who came while the voice still says the number', () => {
    const came = call('A002', 1_000, { state: 'playing', ended: 'over' });
    expect(roomView(aRoom([call('A001', 0), came]), at(2_000), came.id).focus?.number).toBe('A002');
  });

  it('falls back to no earlier call of a visit that was sent back after a recall', () => {
    const [first, recalled] = [call('A001', 0), call('A001', 1_000, { kind: 'recall' })].map(
      (each) => ({ ...each, state: 'failed' as const, ended: 'taken-back' as const }),
    );
    const mirror = aRoom([first, recalled].filter((each) => each !== undefined));
    expect(roomView(mirror, at(2_000), null)).toMatchObject({ focus: null, lately: [] });
  });

  it('shows the call again whose recall was undone', () => {
    const undone = call('A001', 1_000, { kind: 'recall', state: 'failed', ended: 'taken-back' });
    const mirror = aRoom([call('A001', 0, { state: 'played' }), undone]);
    expect(roomView(mirror, at(2_000), null).focus?.id).toBe('A001/0');
  });

  it('shows a call that was not heard: who missed the voice can still read', () => {
    const unheard = aRoom([call('A001', 0, { state: 'failed', failure: 'expired' })]);
    expect(roomView(unheard, at(0), null).focus?.number).toBe('A001');
  });

  it('sends nobody to a counter who missed the call there and is awaited by the guide', () => {
    const calls = [
      call('A001', 0, { ended: 'missed' }),
      call('A002', 1_000),
      call('A003', 2_000, { ended: 'missed' }),
    ];
    const missed: Mirror = { ...aRoom(calls), missed: ['A003', 'A001'] };
    expect(roomView(missed, at(3_000), null)).toMatchObject({
      focus: { number: 'A002' },
      lately: [],
      missed: { shown: ['A003', 'A001'] },
    });
    // Back in line, or given up: the old call is not news again.
    expect(roomView(aRoom(calls), at(3_000), null)).toMatchObject({
      focus: { number: 'A002' },
      lately: [],
    });
  });

  it('shows what is being spoken to its end, also when its visitor is given up meanwhile', () => {
    const calls = [call('A001', 0), call('A002', 1_000), call('A003', 2_000, { ended: 'missed' })];
    const { focus, lately } = roomView(aRoom(calls), at(3_000), 'A003/2000' as AnnouncementId);
    expect(focus?.number).toBe('A003');
    expect(lately.map(({ number }) => number)).toEqual(['A002', 'A001']);
  });

  it('marks calls as new for half a minute', () => {
    expect(roomView(three, at(2_000 + FRESH_MS - 1), null).focus?.fresh).toBe(true);
    expect(roomView(three, at(2_000 + FRESH_MS), null).focus?.fresh).toBe(false);
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
    expect(roomView(mirror, at(0), null).paused).toEqual([
      { counterNumber: 2, reason: 'meeting' },
      { counterNumber: 3, reason: 'lunch' },
    ]);
  });

  it('does not name a paused counter that practises', () => {
    const counter: CounterState = {
      counterId: COUNTER_3,
      state: 'paused',
      clerkId: LAN,
      since: T0,
      reason: 'lunch',
      training: true,
    };
    expect(roomView(aRoom([], [counter]), at(0), null).paused).toEqual([]);
  });
});
