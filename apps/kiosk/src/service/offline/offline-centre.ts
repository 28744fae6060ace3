import {
  type AdmissionContext,
  admissionSettings,
  createZoneClock,
  type Instant,
  type LocalDate,
  type NumberSeries,
  offlineSeries,
  openingAt,
  type QueueId,
  type ZoneClock,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { KioskStore } from './kiosk-store.ts';
import type { KnownCentre } from './known-centre.ts';

/** What a kiosk without its hub knows of the centre's day, its own series and what may still be issued. */
export interface OfflineCentre {
  /** The hub's time, by the offset that was measured last. */
  readonly hubNow: () => Instant;
  /** The day never goes back, whatever the clock says. */
  readonly dayOf: (mirror: Mirror) => LocalDate;
  /** Null where the kiosk has no letter, or nothing is known of the queue. */
  readonly seriesOf: (mirror: Mirror, queueId: QueueId) => NumberSeries | null;
  /** The number issued last; where visits continue overnight, numbers continue after those of the evening. */
  readonly lastOf: (mirror: Mirror, day: LocalDate, series: NumberSeries) => number | null;
  /** The remaining quota, less the tickets not yet reported to the hub; null: no quota. */
  readonly quotaLeft: (mirror: Mirror, day: LocalDate, queueId: QueueId) => number | null;
  readonly admissionContext: (mirror: Mirror) => AdmissionContext;
}

export interface OfflineCentreOptions {
  readonly centre: KnownCentre;
  readonly store: KioskStore;
  readonly now: () => Instant;
}

export function createOfflineCentre({ centre, store, now }: OfflineCentreOptions): OfflineCentre {
  const clocks = new Map<string, ZoneClock>();

  const hubNow = (): Instant => (now() + centre.state().clockOffsetMs) as Instant;
  function clockOf({ zone }: Mirror['settings']['site']): ZoneClock {
    const clock = clocks.get(zone) ?? createZoneClock(zone);
    clocks.set(zone, clock);
    return clock;
  }

  function dayOf({ today, settings }: Mirror): LocalDate {
    const date = clockOf(settings.site).localDate(hubNow());
    return date > today ? date : today;
  }

  function seriesOf(
    { settings, deviceId, devices }: Mirror,
    queueId: QueueId,
  ): NumberSeries | null {
    const letter = deviceId === null ? undefined : devices.get(deviceId)?.offlineLetter;
    const queue = settings.queues.find(({ id }) => id === queueId);
    if (letter === undefined || queue === undefined) return null;
    return offlineSeries(queue.series.prefix, letter);
  }

  function lastOf(
    { settings }: Mirror,
    day: LocalDate,
    { prefix, to }: NumberSeries,
  ): number | null {
    const today = store.countedOn(day, prefix);
    if (today !== null) return today.last;
    const before = settings.site.dayEnd === 'roll-over' ? store.lastOf(prefix) : null;
    return before === to ? null : before;
  }

  function quotaLeft(
    { loads, settings, today }: Mirror,
    day: LocalDate,
    queueId: QueueId,
  ): number | null {
    const quota = settings.queues.find(({ id }) => id === queueId)?.dailyQuota ?? null;
    const left = day === today ? (loads[queueId]?.left ?? quota) : quota;
    if (left === null) return null;
    const queueOf = new Map(settings.services.map((service) => [service.id, service.queueId]));
    const unreported = store
      .unsettled()
      .filter(({ own, ticket }) => own && ticket.day === day)
      .flatMap(({ ticket }) => ticket.serviceIds)
      .filter((serviceId) => queueOf.get(serviceId) === queueId);
    return left - unreported.length;
  }

  function admissionContext(mirror: Mirror): AdmissionContext {
    const { site } = mirror.settings;
    const at = hubNow();
    const day = dayOf(mirror);
    return {
      settings: admissionSettings(mirror.settings),
      opening: openingAt(site.hours, at, clockOf(site)),
      at,
      left: (queueId) => quotaLeft(mirror, day, queueId),
    };
  }

  return { hubNow, dayOf, seriesOf, lastOf, quotaLeft, admissionContext };
}
