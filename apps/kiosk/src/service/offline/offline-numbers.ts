import {
  admitTicket,
  type CommandId,
  type DeviceId,
  formatTicketNumber,
  type Instant,
  type LocalDate,
  newPrintJob,
  newVisit,
  nextNumber,
  ok,
  type PrintJob,
  type PrintJobId,
  type PrintReport,
  type QueueId,
  refuse,
  type Result,
  type VisitId,
} from '@motcua/domain';
import type { CommandOf } from '@motcua/protocol';
import type { TicketIssued } from '../tickets/issued-ticket.ts';
import type { KeptTicket, KioskStore } from './kiosk-store.ts';
import type { KnownCentre } from './known-centre.ts';
import { createOfflineCentre } from './offline-centre.ts';

type IssueInput = Omit<CommandOf<'issue-ticket'>, 'commandId'>;

/** The numbers that this kiosk issues offline, under its own letter, and all tickets it issued. */
export interface OfflineNumbers {
  /** Whether the hub is known to be unreachable; a kiosk that the hub rejected is not offline. */
  readonly isOffline: () => boolean;
  /** The day of a ticket issued now; null while nothing is known of the centre. */
  readonly today: () => LocalDate | null;
  /** How many numbers of a queue it may still issue today, as far as it knows; null: it issues none offline. */
  readonly left: (queueId: QueueId) => number | null;
  /** The prefixes of the numbers it issued today, with the hub or offline. */
  readonly lettersOut: () => readonly string[];
  /** Issues an offline number for that touch, on disk before this returns. Refuses as the hub would, as far as it knows. */
  readonly give: (requestId: string, commandId: CommandId, input: IssueInput) => Result<KeptTicket>;
  /** Stores a number that the hub issued for that touch; false when another visitor holds it. */
  readonly keep: (
    requestId: string,
    commandId: CommandId,
    input: Partial<IssueInput>,
    issued: TicketIssued,
  ) => boolean;
  /** The ticket issued for that touch, by the hub or offline. */
  readonly given: (requestId: string) => KeptTicket | null;
  /** Whether the ticket is still to be reported to the hub, with all that is known of it then. */
  readonly isUnreported: (id: PrintJobId) => boolean;
  /** Records the print result or the visitor's choice; returns `isUnreported`. */
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
  /** A number was issued that has to be reported to the hub. */
  readonly onGiven: () => void;
}

export function createOfflineNumbers(options: OfflineNumbersOptions): OfflineNumbers {
  const { centre, store } = options;
  const known = createOfflineCentre(options);

  // A slip that was being printed when the service ended may be in its visitor's hand.
  for (const kept of store.unprinted())
    store.put({ ...kept, print: { state: 'failed', fault: 'fate-unknown' } });

  return {
    isOffline() {
      const { connection, turnedAway } = centre.state();
      return connection === 'offline' && turnedAway === null;
    },
    today() {
      const { mirror } = centre.state();
      return mirror === null ? null : known.dayOf(mirror);
    },
    left(queueId) {
      const { mirror } = centre.state();
      if (mirror === null) return null;
      const day = known.dayOf(mirror);
      const series = known.seriesOf(mirror, queueId);
      if (series === null) return null;
      const free = series.to - (store.countedOn(day, series.prefix)?.given ?? 0);
      return Math.max(0, Math.min(free, known.quotaLeft(mirror, day, queueId) ?? Infinity));
    },
    lettersOut() {
      const { mirror } = centre.state();
      return mirror === null ? [] : store.lettersOf(known.dayOf(mirror));
    },
    give(requestId, commandId, input) {
      const { mirror, turnedAway } = centre.state();
      if (mirror === null || turnedAway !== null) return refuse('hub-unavailable');
      const kiosk = mirror.deviceId === null ? undefined : mirror.devices.get(mirror.deviceId);
      // Practice is numbered by the hub alone, and can wait for it.
      if (kiosk?.training === true && !kiosk.locked) return refuse('hub-unavailable');
      const request = { ...input, kiosk, limits: 'all' } as const;
      const services = admitTicket(known.admissionContext(mirror), request);
      if (!services.ok) return services;
      const [{ queueId }] = services.value;
      const day = known.dayOf(mirror);
      const series = known.seriesOf(mirror, queueId);
      if (series === null) return refuse('hub-unavailable');
      const next = nextNumber(series, known.lastOf(mirror, day, series), (each) =>
        store.isGiven(day, formatTicketNumber(series, each)),
      );
      if (!next.ok) return next;
      const arrivedAt = known.hubNow();
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
          language: input.language,
          priorityGroupId: input.priorityGroupId,
          needs: input.needs,
          party: input.party,
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
    keep(requestId, commandId, { priorityGroupId = null, needs = [] }, issued) {
      const { visit } = issued;
      // Training tickets need not be kept, and their numbers belong to no visitor.
      if (visit.training || store.ofRequest(requestId) !== null) return true;
      if (store.isGiven(visit.day, visit.ticket.number)) return false;
      store.add(keptOf(requestId, commandId, { priorityGroupId, needs }, issued));
      return true;
    },
    given: (requestId) => store.ofRequest(requestId),
    isUnreported: (id) => store.ofSlip(id)?.settled === false,
    note(id, news) {
      const kept = store.ofSlip(id);
      if (kept === null) return false;
      store.put({ ...kept, ...news });
      return !kept.settled;
    },
  };
}

/** What is stored of a number that the hub issued. */
function keptOf(
  requestId: string,
  commandId: CommandId,
  { priorityGroupId, needs }: Pick<IssueInput, 'priorityGroupId' | 'needs'>,
  { visit, printJob }: TicketIssued,
): KeptTicket {
  return {
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
  };
}

/** A stored ticket, shaped like the hub's answer. */
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
