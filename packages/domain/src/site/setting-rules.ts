import type { CounterId } from '../ids.ts';
import { createZoneClock } from '../clock/zone-clock.ts';
import { PREFIX_PATTERN } from '../queue/queue.ts';
import { prefixesClash } from '../queue/offline-series.ts';
import { seriesOverlap } from '../queue/ticket-number.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { VisitorNotes } from '../visit/visitor-notes.ts';
import type { Visit } from '../visit/visit.ts';
import type { Booking } from './booking.ts';
import type { CounterState } from './counter.ts';
import { checkOpeningHours } from './opening-hours-check.ts';
import type { ListedKind, Setting, SettingKind, SettingOf, Settings } from './settings.ts';

/** What may need a setting beside other settings. */
export interface SettingUse {
  readonly settings: Settings;
  readonly visits: ReadonlyMap<string, Visit>;
  readonly bookings: ReadonlyMap<string, Booking>;
  readonly counters: ReadonlyMap<CounterId, CounterState>;
  readonly care: ReadonlyMap<string, VisitorNotes>;
}

/** One entry a kind. */
type Rules = {
  readonly [K in SettingKind]: {
    /** Whether a value fits the other settings; refuses what does not. */
    readonly check: (value: SettingOf<K>, settings: Settings) => Result<null>;
    /** Whether something still needs the one with that id. */
    readonly isUsed: (id: string, use: SettingUse) => boolean;
  };
};

const RULES: Rules = {
  'site': {
    check: ({ zone, hours }) => {
      if (!isZone(zone)) return refuse('malformed', { at: 'zone' });
      return checkOpeningHours(hours).length > 0 ? refuse('malformed', { at: 'hours' }) : ok(null);
    },
    isUsed: () => true,
  },
  'safekeeping': { check: () => ok(null), isUsed: () => true },
  'service-group': {
    check: () => ok(null),
    isUsed: (id, { settings }) => settings.services.some(({ groupId }) => groupId === id),
  },
  'service': {
    check: ({ groupId, queueId }, { serviceGroups, queues }) => {
      if (!serviceGroups.some(({ id }) => id === groupId))
        return refuse('setting-not-found', { kind: 'service-group', id: groupId });
      return queues.some(({ id }) => id === queueId)
        ? ok(null)
        : refuse('queue-not-found', { queueId });
    },
    isUsed: (id, use) =>
      openVisits(use).some(
        ({ serviceId, next }) => serviceId === id || next.some((step) => step.serviceId === id),
      ) ||
      [...use.bookings.values()].some(
        ({ serviceId, state }) => serviceId === id && state === 'booked',
      ),
  },
  'queue': {
    check: ({ id, series }, { queues }) => {
      if (!PREFIX_PATTERN.test(series.prefix)) return refuse('queue-letters-unknown');
      const others = queues.filter((queue) => queue.id !== id);
      // Prefixes that clashed before are not made worse by the letters of offline series.
      const before = queues.find((queue) => queue.id === id)?.series.prefix;
      const clashing = others.find((queue) => prefixesClash(queue.series.prefix, series.prefix));
      if (before !== series.prefix && clashing !== undefined)
        return refuse('number-prefix-clashes', { queue: clashing.name.vi });
      const other = others.find((queue) => seriesOverlap(queue.series, series));
      return other === undefined
        ? ok(null)
        : refuse('number-range-overlaps', { queue: other.name.vi });
    },
    isUsed: (id, use) =>
      use.settings.services.some(({ queueId }) => queueId === id) ||
      use.settings.counters.some(({ queueIds }) => queueIds.some((queueId) => queueId === id)) ||
      openVisits(use).some(
        ({ queueId, next }) => queueId === id || next.some((step) => step.queueId === id),
      ),
  },
  'counter': {
    check: ({ id, number, queueIds }, { queues, counters }) => {
      const unknown = queueIds.find((queueId) => !queues.some((queue) => queue.id === queueId));
      if (unknown !== undefined) return refuse('queue-not-found', { queueId: unknown });
      return counters.some((other) => other.id !== id && other.number === number)
        ? refuse('name-taken', { number: String(number) })
        : ok(null);
    },
    isUsed: (id, use) =>
      [...use.counters.values()].some((now) => now.counterId === id && now.state !== 'closed') ||
      openVisits(use).some((visit) => 'counterId' in visit && visit.counterId === id),
  },
  'priority-group': {
    check: () => ok(null),
    isUsed: (id, { care }) =>
      [...care.values()].some(({ priorityGroupId }) => priorityGroupId === id),
  },
};

/** Whether a setting fits the others; refuses with what conflicts. */
export function checkSetting(settings: Settings, setting: Setting): Result<null> {
  return check(settings, setting.kind, setting.value);
}

/** Whether anything would miss a setting that is removed. */
export function isSettingUsed(kind: ListedKind, id: string, use: SettingUse): boolean {
  return RULES[kind].isUsed(id, use);
}

function check<K extends SettingKind>(
  settings: Settings,
  kind: K,
  value: SettingOf<K>,
): Result<null> {
  return RULES[kind].check(value, settings);
}

function openVisits({ visits }: SettingUse): readonly Visit[] {
  return [...visits.values()].filter(({ state }) => state !== 'closed');
}

function isZone(zone: string): boolean {
  try {
    createZoneClock(zone);
    return true;
  } catch {
    return false;
  }
}
