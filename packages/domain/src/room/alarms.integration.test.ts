import { describe, expect, it } from 'vitest';
import type { Announcement } from '../announcement/announcement.ts';
import {
  aCounter,
  anAnnouncement,
  aSite,
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  LAN,
  minutesAfterT0,
} from '../builders.ts';
import { chooseNext, toCaller } from '../calling/calling-rule.ts';
import { createSeededRandom, type SeededRandom } from '../estimate/seeded-random.ts';
import type { AnnouncementId, CounterId, Instant, VisitId } from '../ids.ts';
import type { CounterState } from '../site/counter.ts';
import { coreOf, counterOf, type Visit } from '../visit/visit.ts';
import type { AlarmFacts } from './alarm.ts';
import { visitOf } from './alarm.ts';
import { alarmsOf } from './alarms.ts';

const DAYS = 1_000;
const CLOSES = 240;
const ENDS = 270;
const COUNTERS = [
  aCounter({ id: COUNTER_2, number: 2, queueIds: [CIVIL, CERT] }),
  aCounter({ id: COUNTER_3, number: 3, queueIds: [CERT] }),
];
const CLERKS = new Map([
  [COUNTER_2, LAN],
  [COUNTER_3, HOA],
]);

/** A day on which clerks go away, forget visitors, and call into a room that does not hear them. */
class RiskyDay {
  readonly visits = new Map<VisitId, Visit>();
  readonly counters = new Map<CounterId, CounterState>();
  announcements: Announcement[] = [];
  readonly #random: SeededRandom;
  readonly #care: number;
  readonly #perMinute: number;
  readonly #settings = { site: aSite(), counters: COUNTERS };

  constructor(seed: number) {
    this.#random = createSeededRandom(seed);
    this.#care = this.#random.next();
    this.#perMinute = 0.03 + this.#random.next() * 0.2;
  }

  facts(): AlarmFacts {
    return {
      ...{ settings: this.#settings, visits: this.visits.values(), counters: this.counters },
      ...{ people: new Map(), devices: [], announcements: this.announcements, printJobs: [] },
      closesAt: minutesAfterT0(CLOSES),
    };
  }

  /** What happens in a minute. */
  goOn(minute: number): void {
    const at = minutesAfterT0(minute);
    if (minute < CLOSES && this.#chance(this.#perMinute)) this.#arrive(at);
    for (const counter of COUNTERS) {
      this.#attend(counter.id, at, minute);
      const visit = [...this.visits.values()].find(
        (each) => counterOf(each) === counter.id && each.state !== 'parked',
      );
      if (visit === undefined) this.#call(counter, at);
      else if (this.#chance(0.2)) this.#act(visit, counter.id, at);
    }
  }

  #arrive(at: Instant): void {
    const seq = this.visits.size + 1;
    const promise = this.#chance(0.5) ? { promisedUntil: this.#in(at, 2, 60) } : {};
    const visit = aWaitingVisit({
      ...{ id: `visit-${seq}` as VisitId, ticket: { number: `H${seq}`, seq, language: 'vi' } },
      ...{ arrivedAt: at, waitingSince: at, queueId: this.#random.pick([CIVIL, CERT]) },
      ...{ priority: this.#random.pick(['normal', 'normal', 'priority']), ...promise },
    });
    this.visits.set(visit.id, visit);
  }

  #attend(counterId: CounterId, at: Instant, minute: number): void {
    const clerkId = CLERKS.get(counterId) ?? LAN;
    const now = this.counters.get(counterId)?.state ?? 'closed';
    const open = { counterId, clerkId, since: at, training: false } as const;
    if (now !== 'open' && this.#chance(0.02 + this.#care * 0.2))
      this.counters.set(counterId, { ...open, state: 'open' });
    else if (now === 'open' && this.#chance(0.02))
      this.counters.set(counterId, { ...open, state: 'paused', reason: 'meeting' });
    else if (now === 'open' && minute > CLOSES - 20 && this.#chance(0.1))
      this.counters.set(counterId, { counterId, state: 'closed' });
  }

  #call(counter: (typeof COUNTERS)[number], at: Instant): void {
    const now = this.counters.get(counter.id);
    if (now?.state !== 'open') return;
    const waiting = [...this.visits.values()].filter((each) => each.state === 'waiting');
    const caller = toCaller(counter, now, null, []);
    const next = chooseNext(waiting, caller, at, this.#settings.site.rule)?.visit;
    if (next === undefined) return;
    const place = { counterId: counter.id, clerkId: now.clerkId, calledAt: at } as const;
    const called = { ...coreOf(next), ...place, state: 'called', callCount: 1 } as const;
    this.visits.set(next.id, { ...called, firstCalledAt: next.firstCalledAt ?? at });
    const isHeard = this.#chance(0.5 + this.#care / 2);
    this.announcements = [
      ...this.announcements.slice(-49),
      anAnnouncement({
        ...{ id: `call-${next.id}-${at}` as AnnouncementId, visitId: next.id, calledAt: at },
        ...(isHeard ? { state: 'played' } : { state: 'failed', failure: 'no-sound' }),
      }),
    ];
  }

  #act(visit: Visit, counterId: CounterId, at: Instant): void {
    const core = coreOf(visit);
    const place = { counterId, clerkId: LAN };
    if (visit.state === 'called')
      this.visits.set(
        visit.id,
        this.#chance(0.75)
          ? { ...core, ...place, state: 'serving', servingSince: at }
          : { ...core, state: 'closed', closedAt: at, outcome: 'no-show' },
      );
    else if (this.#chance(0.08))
      this.visits.set(visit.id, {
        ...core,
        ...place,
        state: 'parked',
        parkedAt: at,
        shared: false,
      });
    else if (this.#chance(0.1))
      this.visits.set(visit.id, { ...core, queueId: CERT, state: 'waiting', waitingSince: at });
    else this.visits.set(visit.id, { ...core, state: 'closed', closedAt: at, outcome: 'served' });
  }

  #in(at: Instant, least: number, most: number): Instant {
    return (at + this.#random.whole(least, most) * 60_000) as Instant;
  }

  #chance(share: number): boolean {
    return this.#random.next() < share;
  }
}

describe(`On ${DAYS} days with clerks who forget`, () => {
  it('no visit is forgotten at closing, waits past its promise, or is missed in silence without an alarm', () => {
    const seen = { forgotten: 0, late: 0, silent: 0 };
    for (let seed = 1; seed <= DAYS; seed += 1) {
      const day = new RiskyDay(seed);
      const named = new Set<VisitId>();
      for (let minute = 0; minute < ENDS; minute += 1) {
        day.goOn(minute);
        const at = minutesAfterT0(minute);
        const alarms = alarmsOf(day.facts(), at);
        const of = (type: string) =>
          new Set(alarms.flatMap((each) => (each.type === type ? [visitOf(each)?.id] : [])));
        const [late, silent] = [of('waits-too-long'), of('missed-in-silence')];
        for (const alarm of alarms) {
          const visit = visitOf(alarm);
          if (visit !== null) named.add(visit.id);
        }
        for (const visit of day.visits.values()) {
          const isFirst = visit.state === 'waiting' && visit.firstCalledAt === undefined;
          const promised = visit.promisedUntil ?? Infinity;
          const by = Math.min(promised, visit.arrivedAt + 30 * 60_000);
          // The alarm stands with the next look at the room, which is at most a minute later.
          if (isFirst && at > by && !late.has(visit.id)) expect.fail(`${seed}: ${visit.id} waits`);
          if (isFirst && at > by) seen.late += 1;
          const isMissed =
            visit.state === 'closed' && visit.outcome === 'no-show' && visit.closedAt === at;
          const calls = day.announcements.filter(({ visitId }) => visitId === visit.id);
          if (!isMissed || calls.some(({ state }) => state === 'played')) continue;
          if (!silent.has(visit.id)) expect.fail(`${seed}: ${visit.id} was not heard`);
          seen.silent += 1;
        }
      }
      for (const { id, state } of day.visits.values()) {
        if (state === 'closed' || state === 'serving') continue;
        if (!named.has(id)) expect.fail(`${seed}: ${id} is forgotten`);
        seen.forgotten += 1;
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(DAYS / 2);
  });
});
