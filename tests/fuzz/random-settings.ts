import {
  type Counter,
  type CounterId,
  DAY_ENDS,
  type PriorityGroup,
  type PriorityGroupId,
  type Queue,
  type QueueId,
  QUICK_COUNTERS,
  type Service,
  type ServiceGroup,
  type ServiceGroupId,
  type ServiceId,
  type Setting,
  type SettingKind,
  type Settings,
  type Site,
} from '@motcua/domain';
import type { RemovableKind } from '@motcua/protocol';
import type { SeededRandom } from '@motcua/testing';

type ValueOf<K extends SettingKind> = Extract<Setting, { kind: K }>['value'];

/** How each kind of setting is changed at random; a new kind does not compile until it is here. */
const CHANGES = {
  'site': (dice, { site }) => ({
    ...site,
    place: `Kim Bôi ${dice.whole(1, 9)}`,
    rule: { mode: randomMode(dice), maxWaitMinutes: dice.whole(1, 60) },
    missed: { ...site.missed, calls: dice.whole(1, 4), behind: dice.whole(0, 5) },
    dayEnd: dice.pick(DAY_ENDS),
    announcements: { ...site.announcements, repeat: dice.whole(1, 3), chime: dice.next() < 0.5 },
  }),
  'service-group': (dice, { serviceGroups }) => ({
    ...known<ServiceGroup>(dice, serviceGroups, (id) => id as ServiceGroupId),
    order: dice.whole(1, 5),
  }),
  'service': (dice, { services, queues }) => ({
    ...known<Service>(dice, services, (id) => id as ServiceId),
    queueId: dice.pick(queues).id,
    order: dice.whole(1, 5),
    active: dice.next() < 0.9,
    quick: dice.next() < 0.3,
  }),
  'queue': (dice, { queues }) => {
    const queue = known<Queue>(dice, queues, (id) => id as QueueId);
    const isExtra = queue.id.startsWith(EXTRA);
    const prefix = isExtra ? dice.pick(['X', 'Y', 'Z']) : queue.series.prefix;
    return {
      ...queue,
      series: { prefix, from: isExtra ? dice.whole(1, 50) : 1, to: dice.whole(50, 9999) },
      active: dice.next() < 0.9,
      dailyQuota: dice.next() < 0.1 ? dice.whole(0, 99) : null,
    };
  },
  'counter': (dice, { counters, queues }) => ({
    ...known<Counter>(dice, counters, (id) => id as CounterId),
    number: dice.whole(1, 9),
    queueIds: queues.filter(() => dice.next() < 0.5).map(({ id }) => id),
    ordered: dice.next() < 0.5,
    quick: dice.pick(QUICK_COUNTERS),
  }),
  'safekeeping': (dice, { safekeeping }) => ({
    ...safekeeping,
    backupsKept: dice.whole(1, 30),
  }),
  'priority-group': (dice, { priorityGroups }) => ({
    ...known<PriorityGroup>(dice, priorityGroups, (id) => id as PriorityGroupId),
    order: dice.whole(1, 9),
    active: dice.next() < 0.8,
  }),
} as const satisfies {
  readonly [K in SettingKind]: (dice: SeededRandom, settings: Settings) => ValueOf<K>;
};

/** What a head of centre might set, right or wrong. */
export function randomSetting(dice: SeededRandom, settings: Settings): Setting {
  const kind = dice.pick(Object.keys(CHANGES) as readonly SettingKind[]);
  return { kind, value: CHANGES[kind](dice, settings) } as Setting;
}

/** Mostly something that was added before, so that the centre keeps working. */
export function settingToRemove(
  dice: SeededRandom,
  { serviceGroups, services, queues, counters, priorityGroups }: Settings,
): { readonly kind: RemovableKind; readonly id: string } {
  const lists = {
    'service-group': serviceGroups,
    'service': services,
    'queue': queues,
    'counter': counters,
    'priority-group': priorityGroups,
  } satisfies { readonly [K in RemovableKind]: readonly ValueOf<K>[] };
  const kind = dice.pick(Object.keys(lists) as readonly RemovableKind[]);
  const extra = lists[kind].filter(({ id }) => id.startsWith(EXTRA));
  const any = lists[kind].map(({ id }) => id);
  if (extra.length > 0 && dice.next() < 0.9) return { kind, id: dice.pick(extra).id };
  return { kind, id: dice.next() < 0.2 && any.length > 0 ? dice.pick(any) : 'none' };
}

const EXTRA = 'extra-';

/** One of the items, or a new one like it. */
function known<Item extends { readonly id: string }>(
  dice: SeededRandom,
  items: readonly Item[],
  toId: (id: string) => Item['id'],
): Item {
  const item = dice.pick(items);
  return dice.next() < 0.3 ? { ...item, id: toId(`${EXTRA}${dice.whole(1, 4)}`) } : item;
}

function randomMode(dice: SeededRandom): Site['rule']['mode'] {
  return dice.pick<Site['rule']['mode']>([
    { type: 'strict' },
    { type: 'interleaved', priority: dice.whole(1, 3), normal: dice.whole(1, 3) },
    { type: 'ageing', bonusMinutes: dice.whole(1, 60) },
  ]);
}
