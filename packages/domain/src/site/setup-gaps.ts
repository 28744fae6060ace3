import type { QueueId } from '../ids.ts';
import type { Device, Person } from '../people/people-and-devices.ts';
import type { Settings } from './settings.ts';
import { UNNAMED_CENTRE } from './site.ts';

/** In the order in which they are closed: each needs what stands before it. */
export const SETUP_GAPS = [
  'no-name',
  'no-hours',
  'no-queue',
  'no-group',
  'no-service',
  'no-counter',
  'queue-without-counter',
  'no-clerk',
  'no-display',
  'no-kiosk',
] as const;

/** Something without which no visitor could be given a number, or called. */
export type SetupGap =
  | { readonly type: Exclude<(typeof SETUP_GAPS)[number], 'queue-without-counter'> }
  | {
      readonly type: 'queue-without-counter';
      /** A number could be taken there, and no counter would ever call it. */
      readonly queueIds: readonly QueueId[];
    };

export interface SetUp {
  readonly settings: Pick<Settings, 'site' | 'queues' | 'serviceGroups' | 'services' | 'counters'>;
  readonly devices: readonly Pick<Device, 'role' | 'revoked'>[];
  readonly people: readonly Pick<Person, 'role' | 'active'>[];
}

/** What is missing before the centre can work; empty: nothing. */
export function setupGaps({ settings, devices, people }: SetUp): readonly SetupGap[] {
  const { site, queues, serviceGroups, services, counters } = settings;
  const queueIds = queues.flatMap(({ id, active }) => (active ? id : []));
  const offered = services.filter(({ active, queueId }) => active && queueIds.includes(queueId));
  const uncalled = queueIds.filter(
    (id) =>
      offered.some(({ queueId }) => queueId === id) &&
      !counters.some((counter) => counter.queueIds.includes(id)),
  );
  const has = (role: Device['role']) =>
    devices.some((device) => device.role === role && !device.revoked);
  const isMissing = {
    'no-name': site.authority.vi === UNNAMED_CENTRE.vi,
    'no-hours': site.hours.week.every((spans) => spans.length === 0),
    'no-queue': queueIds.length === 0,
    'no-group': serviceGroups.length === 0,
    'no-service': offered.length === 0,
    'no-counter': counters.length === 0,
    // Without any counter the gap above covers it.
    'queue-without-counter': counters.length > 0 && uncalled.length > 0,
    'no-clerk': !people.some(({ role, active }) => active && (role === 'clerk' || role === 'head')),
    'no-display': !has('display'),
    'no-kiosk': !has('kiosk'),
  } satisfies Record<SetupGap['type'], boolean>;
  return SETUP_GAPS.filter((type) => isMissing[type]).map((type) =>
    type === 'queue-without-counter' ? { type, queueIds: uncalled } : { type },
  );
}
