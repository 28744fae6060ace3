import type {
  DeviceId,
  Instant,
  LocalDate,
  Need,
  Party,
  PriorityGroupId,
  PrintJob,
  PrintJobId,
  PrintReport,
  RefusalCode,
  ServiceId,
  VisitId,
} from '@motcua/domain';

/**
 * How a kiosk goes on without its hub, and why no number comes twice (docs/promises.md, the kiosk without the hub).
 *
 * Each kiosk has a letter of its own (`HA01`), so that no other gives its numbers: when the hub is away, or does
 * not answer in time, it counts on by itself, on its own disk, and reports later, with `settle-ticket` under the
 * id of the very command that got no answer. The visitor's slip counts: should the hub have given a number
 * whose answer was lost, its answer to that id names it, and the kiosk withdraws it (`instead`).
 *
 * - A kiosk writes a ticket to its disk before it prints, and gives no number that stands there.
 * - A hub that finds its data older than they were (a restored backup, a promoted standby; a file beside
 *   the database notes the last position of the journal) begins a new epoch, and gives its numbers under a fresh letter
 *   (`HU01`) for the rest of the day. Each kiosk reports to a new epoch every ticket it knows of, so that every visitor
 *   with a number of the lost time is waiting again.
 * - A hub accepts no more from a kiosk than its own letter, a week back at most, and of the numbers that the hub itself
 *   gives only those of the time it knows to have lost. Anything else it records for the staff, once.
 */
export interface SettleTicket {
  readonly type: 'settle-ticket';
  readonly ticket: PaperTicket;
  /** Whether its slip came out; null: not known yet. */
  readonly print: PrintReport | null;
  readonly resolution: PrintJob['resolution'];
  /** The visit that the hub had issued for the same command, whose answer was lost. */
  readonly instead: VisitId | null;
}

/** A ticket on a visitor's slip, with everything the hub must know to call it. */
export interface PaperTicket {
  readonly visitId: VisitId;
  readonly printJobId: PrintJobId;
  readonly number: string;
  readonly day: LocalDate;
  /** The hub's clock, as the kiosk knew it. */
  readonly arrivedAt: Instant;
  /** The first is what the number is for. */
  readonly serviceIds: readonly ServiceId[];
  readonly language: string;
  readonly priorityGroupId: PriorityGroupId | null;
  readonly needs: readonly Need[];
  readonly party: Party;
  readonly bookedFor: Instant | null;
}

export type OfflineFact =
  | {
      /** The hub lost data: it was restored, or promoted. Its numbers carry a letter from now on. */
      readonly type: 'history-lost';
      /** When that was noticed. */
      readonly day: LocalDate;
      /** The last day of which it has data; before it nothing is missing. */
      readonly since: LocalDate;
      /** The letter; null: a new day has begun since, and only late reports can still be of the lost time. */
      readonly letters: string | null;
    }
  | {
      /** A kiosk reported a ticket that cannot be its own; a visitor may hold it all the same. */
      readonly type: 'ticket-refused';
      readonly number: string;
      readonly day: LocalDate;
      readonly code: RefusalCode;
    };

/** Since when the hub's numbers carry a letter today, and from which day on something may be missing. */
export type HistoryLost = Omit<Extract<OfflineFact, { type: 'history-lost' }>, 'type'> & {
  readonly at: Instant;
};

/** A ticket that a kiosk reported today and that cannot be its own. */
export type RefusedTicket = Omit<Extract<OfflineFact, { type: 'ticket-refused' }>, 'type'> & {
  readonly at: Instant;
  readonly kioskId: DeviceId;
};

/** What is kept of the fact, alike in hub and mirrors. */
export function toHistoryLost({ day, since, letters, at }: HistoryLost): HistoryLost {
  return { day, since, letters, at };
}

/** The same of a ticket that was not accepted, with the kiosk that reported it. */
export function toRefusedTicket({
  number,
  day,
  code,
  at,
  by,
}: Omit<RefusedTicket, 'kioskId'> & {
  readonly by: { readonly deviceId: DeviceId | null };
}): RefusedTicket {
  return { number, day, code, at, kioskId: by.deviceId ?? ('' as DeviceId) };
}
