import {
  allowedActions,
  canPrint,
  type VisitorNotes,
  type Counter,
  type CounterId,
  type Device,
  graceEnds,
  hasWaitedTooLong,
  type Instant,
  isOpenTo,
  type LocalText,
  mayActOn,
  needsReason,
  NO_VISITOR_NOTES,
  type PermissionContext,
  sensibleNext,
  type ServiceId,
  type Visit,
  type VisitActionType,
  type VisitActor,
  type Waits,
  waitsOf,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { RequestedAction } from '@motcua/protocol';
import { stepsAhead } from './steps-ahead.ts';

/** What is done from a line; results are recorded elsewhere, and never need a reason. */
export type RowRequest = Exclude<RequestedAction, { readonly type: 'set-result' }>;

/** A menu item of a visit: an action of its life cycle, or one that helps to serve its visitor. */
export type RowAction =
  | Exclude<VisitActionType, 'set-result'>
  | 'park-shared'
  | 'care'
  | 'print-again';

export interface VisitRow {
  readonly visit: Visit;
  readonly service: LocalText;
  readonly queue: LocalText;
  /** Until now, or until its last call. */
  readonly waits: Waits;
  /** Beyond the site's `maxWaitMinutes`: next regardless of priority (calling-rule.ts). */
  readonly tooLong: boolean;
  /** The counter that holds it; null: none. */
  readonly holder: Counter | null;
  /** The clerk's name or the counter that it is reserved for at present; null: none. */
  readonly reservedForName: string | Counter | null;
  readonly care: VisitorNotes;
  /** Kiosks that could print its slip again now. */
  readonly kiosks: readonly Device[];
  readonly following: FollowingService | null;
  /** How long a visitor who missed a call or left may still come back. */
  readonly awaitedMs: number;
  readonly actions: readonly RowAction[];
  /** Actions that wait until the call was spoken. */
  readonly notYet: readonly RowAction[];
  /** What the hub takes only with a reason. */
  readonly reasonFor: readonly RowAction[];
  /** Another counter holds it: only a head acts on it, as a person. */
  readonly heldElsewhere: boolean;
}

/** The service after the present one. */
export interface FollowingService {
  readonly serviceId: ServiceId;
  readonly name: LocalText;
  /** This counter can do it. */
  readonly here: boolean;
}

export interface RowActor {
  /** Null: a person on the floor. */
  readonly counterId: CounterId | null;
  readonly isHead: boolean;
}

/** Makes rows of visits as this person at this counter sees them at `now`, the hub's clock. */
export function toRow(mirror: Mirror, actor: RowActor, now: Instant) {
  const { settings, today } = mirror;
  const wayOf = stepsAhead(mirror, actor.counterId);
  const kiosks = [...mirror.devices.values()].filter(mayPrint);
  const acting = actorOf(mirror, actor);
  const context: PermissionContext = {
    at: now,
    missed: settings.site.missed,
    callOf: ({ id }) => mirror.announcements.findLast(({ visitId }) => visitId === id),
    recentCalls: () => mirror.announcements,
  };

  return <V extends Visit>(visit: V) => {
    const isOpen = isOpenTo(visit, actor.counterId);
    const actorFor = (type: VisitActionType): VisitActor =>
      isOpen || !actsAsPerson(type) ? acting : { ...acting, counter: null };
    const possible = allowedActions(visit, today).filter((type) => type !== 'set-result');
    const answers = possible.map((type) => {
      return [type, mayActOn(visit, type, actorFor(type), context)] as const;
    });
    const offered = answers.filter(([, { ok }]) => ok).map(([type]) => type);
    const notYet = answers
      .filter(([, may]) => !may.ok && may.refusal.code === 'call-being-spoken')
      .map(([type]) => type);
    const way = wayOf(visit.party);
    const next = sensibleNext(visit, way);
    return {
      visit,
      service: settings.services.find(({ id }) => id === visit.serviceId)?.name ?? { vi: '' },
      queue: settings.queues.find(({ id }) => id === visit.queueId)?.name ?? { vi: '' },
      waits: waitsOf(visit, now),
      tooLong: visit.state === 'waiting' && hasWaitedTooLong(visit, now, settings.site.rule),
      holder:
        'counterId' in visit
          ? (settings.counters.find(({ id }) => id === visit.counterId) ?? null)
          : null,
      reservedForName: reservedForName(mirror, visit),
      care: mirror.care.get(visit.id) ?? NO_VISITOR_NOTES,
      kiosks,
      following:
        next === null
          ? null
          : {
              serviceId: next.serviceId,
              name: settings.services.find(({ id }) => id === next.serviceId)?.name ?? { vi: '' },
              here: way.isHere(next),
            },
      awaitedMs:
        visit.state === 'closed' ? Math.max(0, graceEnds(visit, settings.site.missed) - now) : 0,
      actions: [
        ...offered,
        ...(offered.includes('park') ? (['park-shared'] as const) : []),
        ...(isOpen || actor.isHead ? helpFor(visit, kiosks) : []),
      ],
      notYet,
      reasonFor: possible.filter((type) => needsReason(visit, type, actorFor(type), context)),
      heldElsewhere: !isOpen,
    } satisfies VisitRow & { visit: V };
  };
}

/** A head who acts on another counter's visit does so as a person; only a call is the own counter's. */
export function actsAsPerson(type: VisitActionType): boolean {
  return type !== 'call';
}

function actorOf(
  { settings, counters, people }: Mirror,
  { counterId, isHead }: RowActor,
): VisitActor {
  const counter = settings.counters.find(({ id }) => id === counterId);
  const now = counterId === null ? undefined : counters.get(counterId);
  if (counter === undefined || now === undefined || now.state === 'closed')
    return { isHead, counter: null };
  const clerk = people.get(now.clerkId) ?? null;
  return { isHead, counter: { ...counter, training: now.training, clerk } };
}

function reservedForName(
  { settings, people }: Mirror,
  { reservedFor }: Visit,
): string | Counter | null {
  if (reservedFor === null) return null;
  return reservedFor.type === 'counter'
    ? (settings.counters.find(({ id }) => id === reservedFor.counterId) ?? null)
    : (people.get(reservedFor.clerkId)?.name ?? null);
}

/** The same rule as in the hub. */
function mayPrint({ role, revoked, condition: { printer } }: Device): boolean {
  return role === 'kiosk' && !revoked && canPrint(printer);
}

function helpFor({ state }: Visit, kiosks: readonly Device[]): readonly RowAction[] {
  if (state === 'closed') return [];
  return kiosks.length === 0 ? ['care'] : ['care', 'print-again'];
}
