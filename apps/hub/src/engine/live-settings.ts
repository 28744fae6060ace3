import {
  type Counter,
  type CounterId,
  createZoneClock,
  type Instant,
  type ListedKind,
  type Opening,
  openingAt,
  type PriorityGroup,
  type PriorityGroupId,
  type Queue,
  type QueueId,
  type BackupSettings,
  type Service,
  type ServiceId,
  type Setting,
  type Settings,
  type SettingOf,
  settingsOf,
  type Site,
  withoutSetting,
  withSetting,
  type ZoneClock,
} from '@motcua/domain';
import { NEW_SETTINGS, NEW_SITE } from '@motcua/domain/setup';

/** The clock for the day where no site has been set up yet. */
export const NEW_SITE_ZONE_CLOCK = createZoneClock(NEW_SITE.zone);

/** The settings, found by id. */
export class LiveSettings {
  #all = NEW_SETTINGS;
  #clock: ZoneClock = NEW_SITE_ZONE_CLOCK;
  #opening: { readonly from: Instant; readonly until: Instant } | null = null;
  readonly #byId = new Map<ListedKind, ReadonlyMap<string, Setting['value']>>();
  readonly #prefixes = new Set<string>();

  /** All of them in their order; the same object until something is set. */
  all(): Settings {
    return this.#all;
  }

  get site(): Site {
    return this.#all.site;
  }

  get safekeeping(): BackupSettings {
    return this.#all.safekeeping;
  }

  /** Whether the site has been set up. */
  get isSetUp(): boolean {
    return this.site !== NEW_SITE;
  }

  /** The local clock of the site. */
  get clock(): ZoneClock {
    return this.#clock;
  }

  /** Whether tickets may be given; cached while it holds, since every ticket asks. */
  openingAt(at: Instant): Opening {
    const known = this.#opening;
    if (known !== null && known.from <= at && at < known.until)
      return { open: true, until: known.until };
    const opening = openingAt(this.site.hours, at, this.#clock);
    this.#opening = opening.open ? { from: at, until: opening.until } : null;
    return opening;
  }

  service(id: ServiceId): Service | null {
    return this.#find('service', id);
  }

  queue(id: QueueId): Queue | null {
    return this.#find('queue', id);
  }

  priorityGroup(id: PriorityGroupId): PriorityGroup | null {
    return this.#find('priority-group', id);
  }

  counter(id: CounterId): Counter | null {
    return this.#find('counter', id);
  }

  /** The prefixes of all queues, also of former ones whose numbers may still be held. */
  prefixes(): readonly string[] {
    return [...this.#prefixes];
  }

  put(setting: Setting): void {
    this.#byId.clear();
    if (setting.kind === 'site') {
      this.#all = { ...this.#all, site: ofThisProgram(setting.value) };
      this.#clock = createZoneClock(setting.value.zone);
      this.#opening = null;
      return;
    }
    this.#all = withSetting(this.#all, setting);
    if (setting.kind === 'queue') this.#prefixes.add(setting.value.series.prefix);
  }

  /** The present setting of that kind and id; null: there is none. */
  valueOf({ kind, value: { id } }: Setting): Setting['value'] | null {
    return kind === 'site' || kind === 'safekeeping' ? this.#all[kind] : this.#find(kind, id);
  }

  remove(kind: ListedKind, id: string): void {
    this.#byId.clear();
    this.#all = withoutSetting(this.#all, kind, id);
  }

  #find<K extends ListedKind>(kind: K, id: string): SettingOf<K> | null {
    let items = this.#byId.get(kind);
    if (items === undefined) {
      items = new Map(settingsOf(this.#all, kind).map((item) => [item.id, item]));
      this.#byId.set(kind, items);
    }
    return (items.get(id) as SettingOf<K> | undefined) ?? null;
  }
}

/** Older programs stored `offlineNumbers` with the site; the parser of settings refuses it, so it is dropped. */
function ofThisProgram(site: Site): Site {
  const { offlineNumbers: _retired, ...rest } = site as Site & { readonly offlineNumbers?: number };
  return rest;
}
