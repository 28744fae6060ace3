import {
  ANNOUNCEMENT_LIFE_MS,
  type Announcement,
  type AnnouncementId,
  type Instant,
} from '@motcua/domain';
import { anAnnouncement, T0 } from '@motcua/domain/builders';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_QUEUE,
  observe,
  spoken,
  takeNextCall,
  untilNextExpiry,
  type AnnouncementQueue,
} from './announcement-queue.ts';

const aCall = (id: string, overrides: Partial<Announcement> = {}) =>
  anAnnouncement({ id: id as AnnouncementId, calledAt: T0, ...overrides });
const times = (afterMs: number, uptimeMs = afterMs) => ({
  at: (T0 + afterMs) as Instant,
  uptimeMs,
});
const idsOf = (announcements: readonly Announcement[]) => announcements.map(({ id }) => id);
const pendingIds = (queue: AnnouncementQueue) =>
  idsOf(queue.pending.map(({ announcement }) => announcement));

describe('observe', () => {
  it('takes unfinished calls, in the order of the calls', () => {
    const received = [
      aCall('b', { calledAt: (T0 + 2) as Instant }),
      aCall('a', { calledAt: (T0 + 1) as Instant, state: 'playing' }),
    ];
    expect(pendingIds(observe(EMPTY_QUEUE, received, times(5)))).toEqual(['a', 'b']);
  });

  it('never queues a call that was already played or had failed when the display connected', () => {
    const received = [
      aCall('played', { state: 'played' }),
      aCall('failed', { state: 'failed', failure: 'no-sound' }),
    ];
    const queue = observe(EMPTY_QUEUE, received, times(5));
    expect(pendingIds(queue)).toEqual([]);
    expect(pendingIds(observe(queue, [aCall('failed')], times(6)))).toEqual([]);
  });

  it('keeps a call that another display has played meanwhile', () => {
    const queue = observe(EMPTY_QUEUE, [aCall('a')], times(0));
    const later = observe(queue, [aCall('a', { state: 'played' })], times(9));
    expect(pendingIds(later)).toEqual(['a']);
  });

  it('drops a call that was undone', () => {
    const queue = observe(EMPTY_QUEUE, [aCall('a')], times(0));
    const later = observe(queue, [aCall('a', { state: 'failed', failure: 'withdrawn' })], times(9));
    expect(pendingIds(later)).toEqual([]);
  });

  it('drops a call that another display is playing once its visitor is no longer called', () => {
    const ended = aCall('a', { state: 'playing', ended: 'over' });
    expect(pendingIds(observe(EMPTY_QUEUE, [ended], times(0)))).toEqual([]);
    const queue = observe(EMPTY_QUEUE, [aCall('a', { state: 'playing' })], times(0));
    expect(pendingIds(queue)).toEqual(['a']);
    expect(pendingIds(observe(queue, [ended], times(9)))).toEqual([]);
    const speaking = takeNextCall(queue, 1, true).queue;
    expect(observe(speaking, [ended], times(9)).speaking?.id).toBe('a');
  });

  it('drops a call of the day that has ended', () => {
    const queue = observe(EMPTY_QUEUE, [aCall('a')], times(0));
    expect(pendingIds(observe(queue, [], times(9)))).toEqual([]);
  });
});

describe('takeTurn', () => {
  const two = observe(EMPTY_QUEUE, [aCall('a'), aCall('b')], times(0));

  it('starts one call and waits until it has ended', () => {
    const first = takeNextCall(two, 1, true);
    expect(first.start?.id).toBe('a');
    expect(takeNextCall(first.queue, 2, true).start).toBeNull();
    expect(takeNextCall(spoken(first.queue), 3, true).start?.id).toBe('b');
  });

  it('starts nothing while sound is blocked, and expires calls that are too old', () => {
    expect(takeNextCall(two, ANNOUNCEMENT_LIFE_MS, false)).toMatchObject({
      start: null,
      expired: [],
    });
    const late = takeNextCall(two, ANNOUNCEMENT_LIFE_MS + 1, false);
    expect(idsOf(late.expired)).toEqual(['a', 'b']);
    expect(late.queue.pending).toEqual([]);
  });

  it('measures the age from the time of the call, not from when the display received it', () => {
    const late = observe(EMPTY_QUEUE, [aCall('a')], times(100_000, 7));
    expect(untilNextExpiry(late, 7)).toBe(20_000);
    expect(takeNextCall(late, 20_008, true).start).toBeNull();
  });

  it('expires a call after at most two minutes, even when the hub’s clock is behind the call', () => {
    const early = observe(EMPTY_QUEUE, [aCall('a')], times(-50_000, 7));
    expect(untilNextExpiry(early, 7)).toBe(ANNOUNCEMENT_LIFE_MS);
  });
});

type Step =
  | { readonly type: 'call' | 'withdraw' | 'elsewhere' | 'cut' | 'connect' | 'end' | 'sound' }
  | { readonly type: 'pass' | 'sleep'; readonly ms: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Step>({ type: 'call' }) },
  { weight: 4, arbitrary: fc.constant<Step>({ type: 'end' }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('pass' as const), ms: fc.nat(70_000) }),
  },
  fc.constantFrom<Step>(
    ...(['withdraw', 'elsewhere', 'cut', 'connect', 'connect', 'sound'] as const).map((type) => ({
      type,
    })),
  ),
  fc.record({ type: fc.constant('sleep' as const), ms: fc.nat(300_000) }),
);

/** A hub and one display. A sleep step stops the display's uptime clock and disconnects it. */
function live(script: readonly Step[]) {
  let hubMs = 0;
  let uptimeMs = 0;
  let connected = true;
  let canSpeak = true;
  let received: readonly Announcement[] = [];
  let queue = EMPTY_QUEUE;
  const met = new Set<string>();
  const started: { readonly call: Announcement; readonly ageMs: number }[] = [];
  const expired: Announcement[] = [];

  function taken(): void {
    if (connected) {
      queue = observe(queue, received, { at: (T0 + hubMs) as Instant, uptimeMs });
      for (const { announcement } of queue.pending) met.add(announcement.id);
    }
    const speakingBefore = queue.speaking;
    const taken = takeNextCall(queue, uptimeMs, canSpeak);
    queue = taken.queue;
    expired.push(...taken.expired);
    if (taken.start === null) return;
    expect(speakingBefore).toBeNull();
    expect(canSpeak).toBe(true);
    started.push({ call: taken.start, ageMs: T0 + hubMs - taken.start.calledAt });
  }

  const change = (part: Partial<Announcement>): void => {
    const last = received.findLast(({ state }) => state === 'queued');
    received = received.map((call) => (call === last ? { ...call, ...part } : call));
  };
  const act = (step: Step): void => {
    if (step.type === 'call') {
      const call = aCall(`call-${received.length}`, { calledAt: (T0 + hubMs) as Instant });
      received = [...received, call];
    } else if (step.type === 'withdraw') change({ state: 'failed', failure: 'withdrawn' });
    else if (step.type === 'elsewhere') change({ state: 'played' });
    else if (step.type === 'cut') connected = false;
    else if (step.type === 'connect') connected = true;
    else if (step.type === 'sound') canSpeak = !canSpeak;
    else if (step.type === 'end') queue = spoken(queue);
    else if (step.type === 'pass' || step.type === 'sleep') {
      hubMs += step.ms;
      if (step.type === 'pass') uptimeMs += step.ms;
      // After waking up, the page first receives the hub's state.
      if (step.type === 'sleep') connected = true;
    }
  };
  for (const step of script) {
    act(step);
    taken();
  }
  [connected, canSpeak] = [true, true];
  while (queue.pending.length > 0 || queue.speaking !== null) {
    queue = spoken(queue);
    taken();
  }
  return { received, met, started, expired };
}

describe('whatever happens to network, sound and clocks', () => {
  it('speaks no call twice, none out of order, and none older than two minutes', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), (script) => {
        const { started } = live(script);
        const ids = started.map(({ call }) => call.id);
        expect(new Set(ids).size).toBe(ids.length);
        const calledAt = started.map(({ call }) => call.calledAt);
        expect(calledAt).toEqual(calledAt.toSorted((a, b) => a - b));
        for (const { ageMs } of started) expect(ageMs).toBeLessThanOrEqual(ANNOUNCEMENT_LIFE_MS);
      }),
      { numRuns: 400 },
    );
  });

  it('loses no call: each is spoken, expires, or was undone', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), (script) => {
        const { received, met, started, expired } = live(script);
        const settled = new Set<string>([
          ...started.map(({ call }) => call.id),
          ...idsOf(expired),
          ...idsOf(received.filter(({ failure }) => failure === 'withdrawn')),
        ]);
        expect([...met].filter((id) => !settled.has(id))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
