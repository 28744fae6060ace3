import {
  allowedActions,
  canPrint,
  type Care,
  type Counter,
  type CounterId,
  type Device,
  graceEnds,
  hasWaitedTooLong,
  type Instant,
  isBeingSpoken,
  type LocalDate,
  type LocalText,
  mayAct,
  mayBeMissed,
  NO_CARE,
  sensibleNext,
  type ServiceId,
  type Visit,
  type VisitActionType,
  type Waits,
  waitsOf,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { stepsAhead } from './steps-ahead.ts';

/** A menu item of a visit: an action of its life cycle, or one that helps to serve its visitor. */
export type RowAction = VisitActionType | 'park-shared' | 'care' | 'print-again';

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
  readonly keptFor: string | Counter | null;
  readonly care: Care;
  /** Kiosks that could print its slip again now. */
  readonly kiosks: readonly Device[];
  readonly following: FollowingService | null;
  /** How long a visitor who missed a call or left may still come back. */
  readonly awaitedMs: number;
  readonly actions: readonly RowAction[];
  /** Actions that wait until the call was spoken. */
  readonly notYet: readonly RowAction[];
  /** A head acts on another counter's visit: the hub requires a reason. */
  readonly needsReason: boolean;
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

/** What may be done from the floor to a visit that no counter holds. */
const FROM_THE_FLOOR: ReadonlySet<RowAction> = new Set<RowAction>([
  'reinstate',
  'transfer',
  'postpone',
  'return',
  'reserve',
  'set-priority',
  'set-party',
  'add-service',
  'drop-service',
  'cancel',
  'care',
  'print-again',
]);

/** A head may do from anywhere what a counter does, except calling a visit. */
function mayFromFloor(type: RowAction, { isHead }: RowActor): boolean {
  return FROM_THE_FLOOR.has(type) || (isHead && type !== 'call' && type !== 'go-on');
}

/** Makes rows of visits as this person at this counter sees them at `now`, the hub's clock. */
export function toRow(mirror: Mirror, actor: RowActor, now: Instant) {
  const { settings, today } = mirror;
  const wayOf = stepsAhead(mirror, actor.counterId);
  const kiosks = [...mirror.devices.values()].filter(mayPrint);

  return <V extends Visit>(visit: V) => {
    const mine = mayAct(visit, { ...actor, isHead: false });
    const allowed = mayAct(visit, actor) ? rowActionsOf(visit, today, kiosks) : [];
    const notYet = allowed.filter((type) => waitsForVoice(mirror, visit, type, now));
    const offered = allowed.filter((type) => !notYet.includes(type));
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
      keptFor: keptFor(mirror, visit),
      care: mirror.care.get(visit.id) ?? NO_CARE,
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
      actions:
        actor.counterId === null ? offered.filter((type) => mayFromFloor(type, actor)) : offered,
      notYet,
      needsReason: !mine,
    } satisfies VisitRow & { visit: V };
  };
}

/** The hub refuses both while the call is being spoken. */
function waitsForVoice(mirror: Mirror, visit: Visit, type: RowAction, now: Instant): boolean {
  if (visit.state !== 'called' || (type !== 'recall' && type !== 'mark-no-show')) return false;
  const { announcements, settings } = mirror;
  const call = announcements.findLast(({ visitId }) => visitId === visit.id);
  return type === 'recall'
    ? isBeingSpoken(call, announcements, now)
    : !mayBeMissed(call, announcements, now, settings.site.missed);
}

function keptFor({ settings, people }: Mirror, { reservedFor }: Visit): string | Counter | null {
  if (reservedFor === null) return null;
  return reservedFor.type === 'counter'
    ? (settings.counters.find(({ id }) => id === reservedFor.counterId) ?? null)
    : (people.get(reservedFor.clerkId)?.name ?? null);
}

/** The same rule as in the hub. */
function mayPrint({ role, revoked, condition: { printer } }: Device): boolean {
  return role === 'kiosk' && !revoked && canPrint(printer);
}

function rowActionsOf(
  visit: Visit,
  today: LocalDate,
  kiosks: readonly Device[],
): readonly RowAction[] {
  const actions: readonly RowAction[] = allowedActions(visit, today);
  return [
    ...actions,
    ...(actions.includes('park') ? (['park-shared'] as const) : []),
    ...(visit.state === 'closed' ? [] : (['care'] as const)),
    ...(visit.state === 'closed' || kiosks.length === 0 ? [] : (['print-again'] as const)),
  ];
}
