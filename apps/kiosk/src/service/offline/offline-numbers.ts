import {
  type AdmissionContext,
  admitTicket,
  createZoneClock,
  type CommandId,
  type DeviceId,
  formatTicketNumber,
  type Instant,
  type LocalDate,
  newPrintJob,
  newVisit,
  nextNumber,
  type NumberSeries,
  offlineSeries,
  ok,
  openingAt,
  type PrintJob,
  type PrintJobId,
  type PrintReport,
  type QueueId,
  refuse,
  type Result,
  type VisitId,
  type ZoneClock,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { CommandOf } from '@motcua/protocol';
import type { TicketIssued } from '../tickets/issued-ticket.ts';
import type { KeptTicket, KioskStore } from './kiosk-store.ts';
import type { KnownCentre } from './known-centre.ts';

type IssueInput = Omit<CommandOf<'issue-ticket'>, 'commandId'>;

/** The numbers that this kiosk gives by itself, under its own letter, and the tickets it gave. */
export interface OfflineNumbers {
  /** Whether the hub is known to be away; a kiosk that was turned away is not offline but unwanted. */
  readonly isOffline: () => boolean;
  /** The day that a ticket given now belongs to; null while nothing is known of the centre. */
  readonly today: () => LocalDate | null;
  /** How many it may still give of a queue today, as far as it knows; null: it gives none by itself. */
  readonly left: (queueId: QueueId) => number | null;
  /** What the numbers begin with that it gave today, with the hub or by itself. */
  readonly lettersOut: () => readonly string[];
  /** A number of its own for that touch, on disk before this returns. Refuses as the hub would, as far as it knows. */
  readonly give: (requestId: string, commandId: CommandId, wish: IssueInput) => Result<KeptTicket>;
  /** A number that the hub gave for that touch; false when another visitor holds it. */
  readonly keep: (
    requestId: string,
    commandId: CommandId,
    wish: Partial<IssueInput>,
    issued: TicketIssued,
  ) => boolean;
  /** What was given for that touch, by whomever. */
  readonly given: (requestId: string) => KeptTicket | null;
  /** Whether the hub will learn of the ticket with all that is known of it then. */
  readonly isUntold: (id: PrintJobId) => boolean;
  /** Notes how a slip fared, or what its visitor chose; answers `isUntold`. */
  readonly note: (
    id: PrintJobId,
    news: { readonly print: PrintReport } | { readonly resolution: PrintJob['resolution'] },
  ) => boolean;
}

export interface OfflineNumbersOptions {
  readonly centre: KnownCentre;
  readonly store: KioskStore;
  readonly now: () => Instant;
  readonly newId: (at: Instant) => string;
  /** A number was given that the hub must be told of. */
  readonly onGiven: () => void;
}

export function createOfflineNumbers(options: OfflineNumbersOptions): OfflineNumbers {
  const { centre, store } = options;
  const clocks = new Map<string, ZoneClock>();

  // Whatever was being printed when the service ended may be in somebody's hand.
  for (const kept of store.unprinted())
    store.put({ ...kept, print: { state: 'failed', fault: 'fate-unknown' } });

  const hubNow = (): Instant => (options.now() + centre.state().clockOffsetMs) as Instant;
  function clockOf({ zone }: Mirror['settings']['site']): ZoneClock {
    const clock = clocks.get(zone) ?? createZoneClock(zone);
    clocks.set(zone, clock);
    return clock;
  }

  /** The day never goes back, whatever the clock says. */
  function dayOf({ today, settings }: Mirror): LocalDate {
    const date = clockOf(settings.site).localDate(hubNow());
    return date > today ? date : today;
  }

  /** Null where it was let in without a letter, or where nothing is known of the queue. */
  function seriesOf(
    { settings, deviceId, devices }: Mirror,
    queueId: QueueId,
  ): NumberSeries | null {
    const letter = deviceId === null ? undefined : devices.get(deviceId)?.offlineLetter;
    const queue = settings.queues.find(({ id }) => id === queueId);
    if (letter === undefined || queue === undefined) return null;
    return offlineSeries(queue.series.prefix, letter);
  }

  /** Where visits go on overnight their numbers do, so that the next morning begins behind those of the evening. */
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

  /** What the quota leaves, less what the hub has not been told of yet; null: no quota. */
  function quotaLeft(
    { loads, settings, today }: Mirror,
    day: LocalDate,
    queueId: QueueId,
  ): number | null {
    const quota = settings.queues.find(({ id }) => id === queueId)?.dailyQuota ?? null;
    const left = day === today ? (loads[queueId]?.left ?? quota) : quota;
    if (left === null) return null;
    const queueOf = new Map(settings.services.map((service) => [service.id, service.queueId]));
    const untold = store
      .unsettled()
      .filter(({ own, ticket }) => own && ticket.day === day)
      .flatMap(({ ticket }) => ticket.serviceIds)
      .filter((serviceId) => queueOf.get(serviceId) === queueId);
    return left - untold.length;
  }

  function admissionContext(mirror: Mirror): AdmissionContext {
    const { site, services, queues, priorityGroups } = mirror.settings;
    const at = hubNow();
    const day = dayOf(mirror);
    return {
      settings: {
        site,
        service: (id) => services.find((each) => each.id === id) ?? null,
        queue: (id) => queues.find((each) => each.id === id) ?? null,
        priorityGroup: (id) => priorityGroups.find((each) => each.id === id) ?? null,
      },
      opening: openingAt(site.hours, at, clockOf(site)),
      at,
      left: (queueId) => quotaLeft(mirror, day, queueId),
    };
  }

  return {
    isOffline() {
      const { connection, turnedAway } = centre.state();
      return connection === 'offline' && turnedAway === null;
    },
    today() {
      const { mirror } = centre.state();
      return mirror === null ? null : dayOf(mirror);
    },
    left(queueId) {
      const { mirror } = centre.state();
      if (mirror === null) return null;
      const day = dayOf(mirror);
      const series = seriesOf(mirror, queueId);
      if (series === null) return null;
      const free = series.to - (store.countedOn(day, series.prefix)?.given ?? 0);
      return Math.max(0, Math.min(free, quotaLeft(mirror, day, queueId) ?? Infinity));
    },
    lettersOut() {
      const { mirror } = centre.state();
      return mirror === null ? [] : store.lettersOf(dayOf(mirror));
    },
    give(requestId, commandId, wish) {
      const { mirror, turnedAway } = centre.state();
      if (mirror === null || turnedAway !== null) return refuse('hub-unavailable');
      const kiosk = mirror.deviceId === null ? undefined : mirror.devices.get(mirror.deviceId);
      // Practice is numbered by the hub alone, and can wait for it.
      if (kiosk?.training === true && !kiosk.locked) return refuse('hub-unavailable');
      const request = { ...wish, kiosk, limits: 'all' } as const;
      const services = admitTicket(admissionContext(mirror), request);
      if (!services.ok) return services;
      const [{ queueId }] = services.value;
      const day = dayOf(mirror);
      const series = seriesOf(mirror, queueId);
      if (series === null) return refuse('hub-unavailable');
      const next = nextNumber(series, lastOf(mirror, day, series), (each) =>
        store.isGiven(day, formatTicketNumber(series, each)),
      );
      if (!next.ok) return next;
      const arrivedAt = hubNow();
      const kept: KeptTicket = {
        requestId,
        commandId,
        queueId,
        ticket: {
          visitId: options.newId(arrivedAt) as VisitId,
          printJobId: options.newId(arrivedAt) as PrintJobId,
          number: formatTicketNumber(series, next.value),
          day,
          arrivedAt,
          serviceIds: services.value.map(({ id }) => id),
          language: wish.language,
          priorityGroupId: wish.priorityGroupId,
          needs: wish.needs,
          party: wish.party,
          bookedFor: null,
        },
        own: true,
        settled: false,
        print: null,
        resolution: null,
        instead: null,
      };
      store.add(kept, { series: series.prefix, value: next.value });
      options.onGiven();
      return ok(kept);
    },
    keep(requestId, commandId, { priorityGroupId = null, needs = [] }, { visit, printJob }) {
      // Practice may be forgotten, and its numbers are no visitor's.
      if (visit.training || store.ofRequest(requestId) !== null) return true;
      if (store.isGiven(visit.day, visit.ticket.number)) return false;
      store.add({
        requestId,
        commandId,
        queueId: visit.queueId,
        ticket: {
          visitId: visit.id,
          printJobId: printJob.id,
          number: visit.ticket.number,
          day: visit.day,
          arrivedAt: visit.arrivedAt,
          serviceIds: [visit.serviceId, ...visit.next.map(({ serviceId }) => serviceId)],
          language: visit.ticket.language,
          priorityGroupId,
          needs,
          party: visit.party,
          bookedFor: visit.bookedFor,
        },
        own: false,
        settled: true,
        print: null,
        resolution: null,
        instead: null,
      });
      return true;
    },
    given: (requestId) => store.ofRequest(requestId),
    isUntold: (id) => store.ofSlip(id)?.settled === false,
    note(id, news) {
      const kept = store.ofSlip(id);
      if (kept === null) return false;
      store.put({ ...kept, ...news });
      return !kept.settled;
    },
  };
}

/** A ticket that is kept, shaped as the hub would have answered. */
export function asIssued({ ticket, queueId }: KeptTicket): TicketIssued {
  const { visitId, printJobId, number, arrivedAt, serviceIds } = ticket;
  const [serviceId, ...next] = serviceIds;
  if (serviceId === undefined) throw new TypeError('A ticket without a service');
  return {
    type: 'ticket-issued',
    seq: 0,
    at: arrivedAt,
    by: { deviceId: null, personId: null, reason: null },
    visit: newVisit({
      id: visitId,
      day: ticket.day,
      ticket: { number, seq: 0, language: ticket.language },
      serviceId,
      queueId,
      quick: false,
      arrivedAt,
      priority: ticket.priorityGroupId === null ? 'normal' : 'priority',
      bookedFor: ticket.bookedFor,
      next: next.map((id) => ({ serviceId: id, queueId, quick: false, reservedFor: null })),
      party: ticket.party,
    }),
    printJob: newPrintJob({
      ...{ id: printJobId, visitId, number, kioskId: '' as DeviceId },
      ...{ askedAt: arrivedAt, copy: false },
    }),
    peopleAhead: null,
    promise: null,
    promised: false,
  };
}
