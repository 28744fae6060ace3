import {
  type Counter,
  type CounterId,
  DAY_ENDS,
  LISTED_KINDS,
  type ListedKind,
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
  type SettingOf,
  settingsOf,
  type Settings,
  type Site,
} from '@motcua/domain';
import type { SeededRandom } from '@motcua/testing';

/** How each kind of setting is changed at random; a new kind does not compile until it is here. */
const CHANGES = {
  'site': (random, { site }) => ({
    ...site,
    place: `Kim Bôi ${random.whole(1, 9)}`,
    rule: { mode: randomMode(random), maxWaitMinutes: random.whole(1, 60) },
    missed: { ...site.missed, calls: random.whole(1, 4), behind: random.whole(0, 5) },
    dayEnd: random.pick(DAY_ENDS),
    announcements: {
      ...site.announcements,
      repeat: random.whole(1, 3),
      chime: random.next() < 0.5,
    },
  }),
  'service-group': (random, { serviceGroups }) => ({
    ...known<ServiceGroup>(random, serviceGroups, (id) => id as ServiceGroupId),
    order: random.whole(1, 5),
  }),
  'service': (random, { services, queues }) => ({
    ...known<Service>(random, services, (id) => id as ServiceId),
    queueId: random.pick(queues).id,
    order: random.whole(1, 5),
    active: random.next() < 0.9,
    quick: random.next() < 0.3,
  }),
  'queue': (random, { queues }) => {
    const queue = known<Queue>(random, queues, (id) => id as QueueId);
    const isExtra = queue.id.startsWith(EXTRA);
    const prefix = isExtra ? random.pick(['X', 'Y', 'Z']) : queue.series.prefix;
    return {
      ...queue,
      series: { prefix, from: isExtra ? random.whole(1, 50) : 1, to: random.whole(50, 9999) },
      active: random.next() < 0.9,
      dailyQuota: random.next() < 0.1 ? random.whole(0, 99) : null,
    };
  },
  'counter': (random, { counters, queues }) => ({
    ...known<Counter>(random, counters, (id) => id as CounterId),
    number: random.whole(1, 9),
    queueIds: queues.filter(() => random.next() < 0.5).map(({ id }) => id),
    ordered: random.next() < 0.5,
    quick: random.pick(QUICK_COUNTERS),
  }),
  'safekeeping': (random, { safekeeping }) => ({
    ...safekeeping,
    backupsKept: random.whole(1, 30),
  }),
  'priority-group': (random, { priorityGroups }) => ({
    ...known<PriorityGroup>(random, priorityGroups, (id) => id as PriorityGroupId),
    order: random.whole(1, 9),
    active: random.next() < 0.8,
  }),
} as const satisfies {
  readonly [K in SettingKind]: (random: SeededRandom, settings: Settings) => SettingOf<K>;
};

/** A valid or invalid setting. */
export function randomSetting(random: SeededRandom, settings: Settings): Setting {
  const kind = random.pick(Object.keys(CHANGES) as readonly SettingKind[]);
  return { kind, value: CHANGES[kind](random, settings) } as Setting;
}

/** Mostly something that was added before, so that the centre keeps working. */
export function settingToRemove(
  random: SeededRandom,
  settings: Settings,
): { readonly kind: ListedKind; readonly id: string } {
  const kind = random.pick(LISTED_KINDS);
  const any = settingsOf(settings, kind).map(({ id }) => String(id));
  const extra = any.filter((id) => id.startsWith(EXTRA));
  if (extra.length > 0 && random.next() < 0.9) return { kind, id: random.pick(extra) };
  return { kind, id: random.next() < 0.2 && any.length > 0 ? random.pick(any) : 'none' };
}

const EXTRA = 'extra-';

/** One of the items, or a new one like it. */
function known<Item extends { readonly id: string }>(
  random: SeededRandom,
  items: readonly Item[],
  toId: (id: string) => Item['id'],
): Item {
  const item = random.pick(items);
  return random.next() < 0.3 ? { ...item, id: toId(`${EXTRA}${random.whole(1, 4)}`) } : item;
}

function randomMode(random: SeededRandom): Site['rule']['mode'] {
  return random.pick<Site['rule']['mode']>([
    { type: 'strict' },
    { type: 'interleaved', priority: random.whole(1, 3), normal: random.whole(1, 3) },
    { type: 'ageing', bonusMinutes: random.whole(1, 60) },
  ]);
}
