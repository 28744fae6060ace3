import {
  byArrival,
  type CallHearing,
  calledOftenEnough,
  type Counter,
  type CounterId,
  type CounterState,
  type Instant,
  isCandidate,
  lingers,
  type Visit,
  type VisitIn,
  type VoiceHealth,
  type WaitingVisit,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { callerAt } from '../pad/caller.ts';
import { announcementsOf, hearingOf, roomHealthOf } from '../room/hearing.ts';
import { newsOf, type RoomNews } from '../room/room-alerts.ts';
import { toRow, type VisitRow } from '../visit/visit-row.ts';
import { whyNext, type WhyNext } from '../visit/why-next.ts';

export interface CurrentVisit extends VisitRow {
  readonly visit: VisitIn<'called' | 'serving'>;
  /** When it was last called, or when service began. */
  readonly since: Instant;
  readonly hearing: CallHearing;
  /** Called as often as the site's rule demands: now it may be marked as a no-show. */
  readonly calledEnough: boolean;
  /** Called or served for so long that the clerk is asked whether that is still right. */
  readonly lingers: boolean;
}

export interface CounterView {
  readonly counter: Counter;
  readonly state: CounterState;
  /** Only training tickets are called here. */
  readonly training: boolean;
  readonly clerkName: string;
  readonly current: CurrentVisit | null;
  /** The visit that "call next" would call, and why. */
  readonly next: WhyNext;
  /** In this counter's queues and free for it, longest wait first. */
  readonly waiting: readonly VisitRow[];
  /** In this counter's queues, but not callable here now: postponed, or reserved for others. */
  readonly later: readonly VisitRow[];
  /** Parked here, or by others for all counters. */
  readonly parked: readonly VisitRow[];
  /** No-shows and visitors who left today, latest first: they may come back. */
  readonly missed: readonly VisitRow[];
  /** Visits held by other counters; empty unless the person is a head. */
  readonly elsewhere: readonly VisitRow[];
  readonly waitingInAll: number;
  readonly room: RoomNews;
  readonly isHead: boolean;
}

/** Everything the page shows of one counter at `now` (the hub's clock), or null when there is no such counter. */
export function counterView(
  mirror: Mirror,
  counterId: CounterId,
  now: Instant,
): CounterView | null {
  const counter = mirror.settings.counters.find(({ id }) => id === counterId);
  if (!counter) return null;

  const { site } = mirror.settings;
  const isHead = isHeadHere(mirror);
  const state = mirror.counters.get(counterId) ?? { counterId, state: 'closed' as const };
  const clerk = state.state === 'closed' ? undefined : mirror.people.get(state.clerkId);
  const training = state.state !== 'closed' && state.training;
  const row = toRow(mirror, { counterId, isHead }, now);
  const caller = callerAt(mirror, counter, state);
  const health = roomHealthOf(mirror, now);
  const visits = [...mirror.visits.values()].filter(({ day }) => day === mirror.today);
  const waiting = visits.filter((visit) => visit.state === 'waiting');
  const mayCome = (visit: WaitingVisit) =>
    caller !== null && isCandidate(visit, caller, now, site.rule);

  return {
    counter,
    state,
    training,
    clerkName: clerk?.name ?? '',
    current: currentVisit(mirror, visits, counterId, row, health.voice, now),
    next:
      caller === null
        ? { type: 'none', reasons: [] }
        : whyNext(waiting, counter, caller, now, site),
    waiting: waiting.filter(mayCome).toSorted(byArrival).map(row),
    later: waiting
      .filter((visit) => visit.training === training && counter.queueIds.includes(visit.queueId))
      .filter((visit) => !mayCome(visit))
      .toSorted(byArrival)
      .map(row),
    parked: visits
      .filter((visit) => visit.state === 'parked')
      .filter(
        (visit) =>
          visit.counterId === counterId ||
          (visit.shared &&
            visit.training === training &&
            caller?.queueIds.includes(visit.queueId) === true),
      )
      .toSorted((a, b) => a.parkedAt - b.parkedAt)
      .map(row),
    missed: visits
      .filter((visit) => visit.state === 'closed')
      .filter((visit) => visit.outcome === 'no-show' || visit.outcome === 'left')
      .filter((visit) => visit.training === training && concerns(mirror, visit, counter))
      .toSorted((a, b) => b.closedAt - a.closedAt)
      .map(row),
    elsewhere: isHead
      ? visits
          .map(row)
          .filter(({ holder }) => holder !== null && holder.id !== counterId)
          .toSorted((a, b) => (a.holder?.number ?? 0) - (b.holder?.number ?? 0))
      : [],
    waitingInAll: waiting.filter((visit) => !visit.training).length,
    room: newsOf(health, mirror, now),
    isHead,
  };
}

/** The counter opened by the signed-in person; null: choose one. */
export function ownCounter(mirror: Mirror): CounterId | null {
  for (const state of mirror.counters.values()) {
    if (state.state !== 'closed' && state.clerkId === mirror.personId) return state.counterId;
  }
  return null;
}

export function isHeadHere(mirror: Mirror): boolean {
  const role = mirror.personId === null ? null : mirror.people.get(mirror.personId)?.role;
  return role === 'head' || role === 'administrator';
}

function currentVisit(
  mirror: Mirror,
  visits: readonly Visit[],
  counterId: CounterId,
  row: ReturnType<typeof toRow>,
  voice: VoiceHealth,
  now: Instant,
): CurrentVisit | null {
  const held = visits
    .filter((visit) => visit.state === 'called' || visit.state === 'serving')
    .filter((visit) => visit.counterId === counterId);
  const visit = held.find(({ state }) => state === 'serving') ?? held.at(-1);
  if (!visit) return null;
  const calledEnough =
    visit.state === 'called' && calledOftenEnough(visit, mirror.settings.site.missed);
  return {
    ...row(visit),
    since: visit.state === 'called' ? visit.calledAt : visit.servingSince,
    hearing: hearingOf(mirror, visit.id, voice, now),
    calledEnough,
    lingers: lingers(visit, now),
  };
}

/** A closed visit has no counter any more; its announcement names the counter that called it last. */
function concerns(mirror: Mirror, visit: Visit, counter: Counter): boolean {
  const last = announcementsOf(mirror, visit.id).at(-1);
  return last ? last.counterId === counter.id : counter.queueIds.includes(visit.queueId);
}
