import {
  checkOpeningHours,
  createZoneClock,
  ok,
  PREFIX_PATTERN,
  prefixesClash,
  refuse,
  type Result,
  seriesOverlap,
  type Setting,
} from '@motcua/domain';
import type { LiveSettings } from '../engine/live-settings.ts';
import { whyNotDrawn } from './drawn-names.ts';
import type { UseCase } from './use-case.ts';

/** Sets one thing up or changes it; refuses what would not fit the rest. */
export const putSetting: UseCase<'put-setting'> = ({ state }, { setting }) => {
  const checked = check(state.settings, setting);
  if (!checked.ok) return checked;
  const no = whyNotDrawn(setting.value);
  if (no !== null) return no;
  const before = state.settings.valueOf(setting);
  return ok([{ type: 'setting-changed', setting, before }]);
};

/** Removes what nothing else needs. */
export const removeSetting: UseCase<'remove-setting'> = ({ state }, { kind, id }) => {
  const { services, serviceGroups, queues, counters, priorityGroups } = state.settings.all();
  const lists = {
    'service-group': serviceGroups,
    'service': services,
    'queue': queues,
    'counter': counters,
    'priority-group': priorityGroups,
  };
  const before = lists[kind].find((item) => item.id === id);
  if (before === undefined) return refuse('setting-not-found', { kind, id });

  const openVisits = () => [...state.visits.values()].filter((visit) => visit.state !== 'closed');
  const bookings = () =>
    [...state.bookings.values()].filter((booking) => booking.state === 'booked');
  const inUse = {
    'service-group': () => services.some(({ groupId }) => groupId === id),
    'service': () =>
      openVisits().some(
        ({ serviceId, next }) => serviceId === id || next.some((step) => step.serviceId === id),
      ) || bookings().some(({ serviceId }) => serviceId === id),
    'queue': () =>
      services.some(({ queueId }) => queueId === id) ||
      counters.some(({ queueIds }) => queueIds.some((queueId) => queueId === id)) ||
      openVisits().some(
        ({ queueId, next }) => queueId === id || next.some((step) => step.queueId === id),
      ),
    'counter': () =>
      [...state.counters.values()].some((now) => now.counterId === id && now.state !== 'closed') ||
      openVisits().some((visit) => 'counterId' in visit && visit.counterId === id),
    'priority-group': () => [...state.care.values()].some((care) => care.priorityGroupId === id),
  };
  return inUse[kind]()
    ? refuse('in-use', { kind, id })
    : ok([{ type: 'setting-removed', kind, id, before }]);
};

function check(settings: LiveSettings, setting: Setting): Result<null> {
  const all = settings.all();
  switch (setting.kind) {
    case 'site': {
      if (!isZone(setting.value.zone)) return refuse('malformed', { at: 'zone' });
      return checkOpeningHours(setting.value.hours).length > 0
        ? refuse('malformed', { at: 'hours' })
        : ok(null);
    }
    case 'service-group':
    case 'priority-group':
    case 'safekeeping':
      return ok(null);
    case 'service': {
      const { groupId, queueId } = setting.value;
      if (!all.serviceGroups.some(({ id }) => id === groupId))
        return refuse('setting-not-found', { kind: 'service-group', id: groupId });
      return settings.queue(queueId) === null ? refuse('queue-not-found', { queueId }) : ok(null);
    }
    case 'queue': {
      const { id, series } = setting.value;
      if (!PREFIX_PATTERN.test(series.prefix)) return refuse('queue-letters-unknown');
      // Where they clashed before, the letters of series keep out of their way.
      const isNewPrefix = settings.queue(id)?.series.prefix !== series.prefix;
      const clashing = all.queues.find(
        (queue) => queue.id !== id && prefixesClash(queue.series.prefix, series.prefix),
      );
      if (isNewPrefix && clashing !== undefined)
        return refuse('number-prefix-clashes', { queue: clashing.name.vi });
      const other = all.queues.find(
        (queue) => queue.id !== id && seriesOverlap(queue.series, series),
      );
      return other === undefined
        ? ok(null)
        : refuse('number-range-overlaps', { queue: other.name.vi });
    }
    case 'counter': {
      const { id, number, queueIds } = setting.value;
      const unknown = queueIds.find((queueId) => settings.queue(queueId) === null);
      if (unknown !== undefined) return refuse('queue-not-found', { queueId: unknown });
      return all.counters.some((other) => other.id !== id && other.number === number)
        ? refuse('name-taken', { number: String(number) })
        : ok(null);
    }
    default:
      return setting satisfies never;
  }
}

function isZone(zone: string): boolean {
  try {
    createZoneClock(zone);
    return true;
  } catch {
    return false;
  }
}
