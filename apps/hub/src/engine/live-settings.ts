import {
  type Counter,
  type CounterId,
  createZoneClock,
  type Instant,
  type Opening,
  openingAt,
  type PriorityGroup,
  type PriorityGroupId,
  type Queue,
  type QueueId,
  type Safekeeping,
  type Service,
  type ServiceGroup,
  type ServiceId,
  type Setting,
  type Settings,
  SETTINGS_ORDER,
  type Site,
  type SiteId,
  UNNAMED_CENTRE,
  USUAL_RULES,
  USUAL_SAFEKEEPING,
  type ZoneClock,
} from '@motcua/domain';
import type { RemovableKind } from '@motcua/protocol';

/** A site before anybody has set it up: closed all week, so that no ticket is given by mistake. */
const NEW_SITE: Site = {
  id: 'site' as SiteId,
  name: UNNAMED_CENTRE,
  authority: UNNAMED_CENTRE,
  place: '',
  zone: 'Asia/Ho_Chi_Minh',
  hours: { week: [[], [], [], [], [], [], []], closedDays: [] },
  rule: { mode: { type: 'interleaved', priority: 1, normal: 2 }, maxWaitMinutes: 30 },
  ...USUAL_RULES,
  announcements: { repeat: 2, chime: true, reading: 'cardinal', inVisitorLanguage: true },
  followAddress: null,
};

/** Tells the day where no site has been set up yet. */
export const NEW_SITE_ZONE_CLOCK = createZoneClock(NEW_SITE.zone);

/** The settings, found by id. */
export class LiveSettings {
  #site = NEW_SITE;
  #clock: ZoneClock = NEW_SITE_ZONE_CLOCK;
  #all: Settings | null = null;
  #opening: { readonly from: Instant; readonly until: Instant } | null = null;
  readonly #groups = new Map<string, ServiceGroup>();
  readonly #services = new Map<string, Service>();
  readonly #queues = new Map<string, Queue>();
  readonly #counters = new Map<string, Counter>();
  readonly #priorityGroups = new Map<string, PriorityGroup>();
  readonly #prefixes = new Set<string>();
  #safekeeping = USUAL_SAFEKEEPING;

  get site(): Site {
    return this.#site;
  }

  /** The clock on the site's wall. */
  get clock(): ZoneClock {
    return this.#clock;
  }

  /** Whether tickets may be given; the answer is kept while it holds, since every ticket asks. */
  openingAt(at: Instant): Opening {
    const known = this.#opening;
    if (known !== null && known.from <= at && at < known.until)
      return { open: true, until: known.until };
    const opening = openingAt(this.#site.hours, at, this.#clock);
    this.#opening = opening.open ? { from: at, until: opening.until } : null;
    return opening;
  }

  /** Whether anybody has set the site up. */
  get isSetUp(): boolean {
    return this.#site !== NEW_SITE;
  }

  get safekeeping(): Safekeeping {
    return this.#safekeeping;
  }

  service(id: ServiceId): Service | null {
    return this.#services.get(id) ?? null;
  }

  queue(id: QueueId): Queue | null {
    return this.#queues.get(id) ?? null;
  }

  /** The prefixes of all queues, also of former ones that somebody may still hold a number of. */
  prefixes(): readonly string[] {
    return [...this.#prefixes];
  }

  priorityGroup(id: PriorityGroupId): PriorityGroup | null {
    return this.#priorityGroups.get(id) ?? null;
  }

  counter(id: CounterId): Counter | null {
    return this.#counters.get(id) ?? null;
  }

  /** All of them in their order; the same object until something is set. */
  all(): Settings {
    this.#all ??= {
      site: this.#site,
      serviceGroups: [...this.#groups.values()].toSorted(SETTINGS_ORDER.serviceGroups),
      services: [...this.#services.values()].toSorted(SETTINGS_ORDER.services),
      queues: [...this.#queues.values()].toSorted(SETTINGS_ORDER.queues),
      counters: [...this.#counters.values()].toSorted(SETTINGS_ORDER.counters),
      priorityGroups: [...this.#priorityGroups.values()].toSorted(SETTINGS_ORDER.priorityGroups),
      safekeeping: this.#safekeeping,
    };
    return this.#all;
  }

  put(setting: Setting): void {
    this.#all = null;
    switch (setting.kind) {
      case 'site':
        this.#site = ofThisProgram(setting.value);
        this.#clock = createZoneClock(setting.value.zone);
        this.#opening = null;
        return;
      case 'service-group':
        this.#groups.set(setting.value.id, setting.value);
        return;
      case 'service':
        this.#services.set(setting.value.id, setting.value);
        return;
      case 'queue':
        this.#queues.set(setting.value.id, setting.value);
        this.#prefixes.add(setting.value.series.prefix);
        return;
      case 'counter':
        this.#counters.set(setting.value.id, setting.value);
        return;
      case 'priority-group':
        this.#priorityGroups.set(setting.value.id, setting.value);
        return;
      case 'safekeeping':
        this.#safekeeping = setting.value;
        return;
      default:
        setting satisfies never;
    }
  }

  /** What the setting of that kind and id is now; null: there is none. */
  valueOf({ kind, value: { id } }: Setting): Setting['value'] | null {
    if (kind === 'site') return this.#site;
    if (kind === 'safekeeping') return this.#safekeeping;
    return this.#mapOf(kind).get(id) ?? null;
  }

  remove(kind: RemovableKind, id: string): void {
    this.#all = null;
    this.#mapOf(kind).delete(id);
  }

  #mapOf(kind: RemovableKind): Map<string, Setting['value']> {
    const maps = {
      'service-group': this.#groups,
      'service': this.#services,
      'queue': this.#queues,
      'counter': this.#counters,
      'priority-group': this.#priorityGroups,
    } satisfies Record<RemovableKind, Map<string, Setting['value']>>;
    return maps[kind];
  }
}

/** Older programs had one rule more, of which the parser knows nothing any more. */
function ofThisProgram(site: Site): Site {
  const { offlineNumbers: _retired, ...rest } = site as Site & { readonly offlineNumbers?: number };
  return rest;
}
