import {
  allowedActions,
  type Counter,
  type CounterId,
  type CounterState,
  byArrival,
  type Caller,
  hasWaitedTooLong,
  type Instant,
  isCandidate,
  type LocalText,
  mayAct,
  type Visit,
  type VisitActionType,
  type VisitIn,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { announcementsOf, type Hearing, hearingOf } from './hearing.ts';
import { type RoomAlert, roomAlerts } from './room-alerts.ts';

export interface VisitRow {
  readonly visit: Visit;
  readonly service: LocalText;
  readonly queue: LocalText;
  readonly waitedMs: number;
  /** Beyond the site's `maxWaitMinutes`: next whatever the priority (house 5). */
  readonly tooLong: boolean;
  /** The counter that holds it; null while nobody does. */
  readonly holder: Counter | null;
  readonly actions: readonly VisitActionType[];
  /** A head acts on another counter's visit: the hub wants to know why. */
  readonly needsReason: boolean;
}

export interface CurrentVisit extends VisitRow {
  readonly visit: VisitIn<'called' | 'serving'>;
  /** When it was last called, or when service began. */
  readonly since: Instant;
  readonly hearing: Hearing;
}

export interface CounterView {
  readonly counter: Counter;
  readonly state: CounterState;
  readonly clerkName: string;
  readonly current: CurrentVisit | null;
  /** In this counter's queues and free for it, longest wait first. */
  readonly waiting: readonly VisitRow[];
  readonly parked: readonly VisitRow[];
  /** No-shows and people who left today, latest first: they may come back. */
  readonly missed: readonly VisitRow[];
  /** What other counters hold; empty unless the person is a head. */
  readonly elsewhere: readonly VisitRow[];
  readonly waitingInAll: number;
  readonly alerts: readonly RoomAlert[];
  readonly isHead: boolean;
}

/** All the page shows of one counter at `now` (the hub's clock), or null when there is no such counter. */
export function counterView(
  mirror: Mirror,
  counterId: CounterId,
  now: Instant,
): CounterView | null {
  const counter = mirror.settings.counters.find(({ id }) => id === counterId);
  if (!counter) return null;

  const isHead = isHeadHere(mirror);
  const state = mirror.counters.get(counterId) ?? { counterId, state: 'closed' as const };
  const clerk = state.state === 'closed' ? undefined : mirror.people.get(state.clerkId);
  const row = toRow(mirror, { counterId, isHead }, now);
  const caller = toCaller(counter, state);
  const visits = [...mirror.visits.values()].filter(({ day }) => day === mirror.today);
  const waiting = visits.filter((visit) => visit.state === 'waiting');

  return {
    counter,
    state,
    clerkName: clerk?.name ?? '',
    current: currentVisit(mirror, visits, counterId, row, now),
    waiting: waiting
      .filter((visit) => caller !== null && isCandidate(visit, caller, now))
      .toSorted(byArrival)
      .map(row),
    parked: visits
      .filter((visit) => visit.state === 'parked')
      .filter((visit) => visit.counterId === counterId)
      .toSorted((a, b) => a.parkedAt - b.parkedAt)
      .map(row),
    missed: visits
      .filter((visit) => visit.state === 'closed')
      .filter((visit) => visit.outcome === 'no-show' || visit.outcome === 'left')
      .filter((visit) => concerns(mirror, visit, counter))
      .toSorted((a, b) => b.closedAt - a.closedAt)
      .map(row),
    elsewhere: isHead
      ? visits
          .map(row)
          .filter(({ holder }) => holder !== null && holder.id !== counterId)
          .toSorted((a, b) => (a.holder?.number ?? 0) - (b.holder?.number ?? 0))
      : [],
    waitingInAll: waiting.length,
    alerts: roomAlerts(mirror),
    isHead,
  };
}

/** The counter at which the signed-in person sits; null: choose one. */
export function ownCounter(mirror: Mirror): CounterId | null {
  for (const state of mirror.counters.values()) {
    if (state.state !== 'closed' && state.clerkId === mirror.personId) return state.counterId;
  }
  return null;
}

function isHeadHere(mirror: Mirror): boolean {
  const role = mirror.personId === null ? null : mirror.people.get(mirror.personId)?.role;
  return role === 'head' || role === 'administrator';
}

/** A closed counter calls nobody. Which class was called lately matters to the order, not to who may come. */
function toCaller({ id, queueIds, ordered }: Counter, state: CounterState): Caller | null {
  if (state.state === 'closed') return null;
  return { counterId: id, clerkId: state.clerkId, queueIds, ordered, recentCalls: [] };
}

function toRow(mirror: Mirror, actor: { counterId: CounterId; isHead: boolean }, now: Instant) {
  const { settings, today } = mirror;

  return <V extends Visit>(visit: V) => {
    const waitedMs = Math.max(0, waitedUntil(mirror, visit, now) - visit.arrivedAt);
    const mine = mayAct(visit, { ...actor, isHead: false });
    return {
      visit,
      service: settings.services.find(({ id }) => id === visit.serviceId)?.name ?? { vi: '' },
      queue: settings.queues.find(({ id }) => id === visit.queueId)?.name ?? { vi: '' },
      waitedMs,
      tooLong: visit.state === 'waiting' && hasWaitedTooLong(visit, now, settings.site.rule),
      holder:
        'counterId' in visit
          ? (settings.counters.find(({ id }) => id === visit.counterId) ?? null)
          : null,
      actions: mayAct(visit, actor) ? allowedActions(visit, today) : [],
      needsReason: !mine,
    } satisfies VisitRow & { visit: V };
  };
}

function currentVisit(
  mirror: Mirror,
  visits: readonly Visit[],
  counterId: CounterId,
  row: ReturnType<typeof toRow>,
  now: Instant,
): CurrentVisit | null {
  const held = visits
    .filter((visit) => visit.state === 'called' || visit.state === 'serving')
    .filter((visit) => visit.counterId === counterId);
  const visit = held.find(({ state }) => state === 'serving') ?? held.at(-1);
  if (!visit) return null;
  return {
    ...row(visit),
    since: visit.state === 'called' ? visit.calledAt : visit.servingSince,
    hearing: hearingOf(mirror, visit.id, now),
  };
}

/** The first call ends the wait; a recall moves `calledAt`, so the announcement knows better. */
function waitedUntil(mirror: Mirror, visit: Visit, now: Instant): Instant {
  if (visit.state === 'waiting') return now;
  const firstCall = announcementsOf(mirror, visit.id).find(({ kind }) => kind === 'call');
  if (firstCall) return firstCall.calledAt;
  switch (visit.state) {
    case 'called':
      return visit.calledAt;
    case 'serving':
      return visit.servingSince;
    case 'parked':
      return visit.parkedAt;
    case 'closed':
      return visit.closedAt;
  }
}

/** A closed visit has no counter any more; who called it last is in its announcement. */
function concerns(mirror: Mirror, visit: Visit, counter: Counter): boolean {
  const last = announcementsOf(mirror, visit.id).at(-1);
  return last ? last.counterId === counter.id : counter.queueIds.includes(visit.queueId);
}
