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
 * How a kiosk goes on without its hub, and why no number comes twice (house 7).
 *
 * Each kiosk has a letter of its own (`HA01`), so that what it gives nobody else gives: when the hub is away, or does
 * not answer in time, it counts on by itself, on its own disk, and tells the hub later, with `settle-ticket` under the
 * id of the very command that got no answer. What the visitor holds is what counts: should the hub have given a number
 * unheard, its answer to that id names it, and the kiosk withdraws it (`instead`).
 *
 * - A kiosk writes a ticket to its disk before it prints, and gives no number that stands there.
 * - A hub that finds its memory older than it was (a restored backup, a second computer that took over; a file beside
 *   the database says how far the journal was) begins a new epoch, and gives its numbers under a fresh letter (`HU01`)
 *   for the rest of the day. Each kiosk tells a new epoch every ticket it knows of, so that whoever got a number in the
 *   time that was lost is waiting again.
 * - A hub believes no kiosk more than that: its own letter, a week back at most; of the numbers that the hub itself
 *   gives only those of the time it knows to have lost. What it does not believe it notes for the staff, once.
 */
export interface SettleTicket {
  readonly type: 'settle-ticket';
  readonly ticket: PaperTicket;
  /** How its paper fared; null: not known yet. */
  readonly print: PrintReport | null;
  readonly resolution: PrintJob['resolution'];
  /** The visit that the hub had given for the same touch without being heard. */
  readonly instead: VisitId | null;
}

/** A ticket as somebody holds it, with everything the hub must know to call it. */
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
      /** The hub knows less than it knew: it was put back, or took over. Its numbers carry a letter from now on. */
      readonly type: 'history-lost';
      /** When that was noticed. */
      readonly day: LocalDate;
      /** The last day of which it knows something; before it nothing is missing. */
      readonly since: LocalDate;
      /** The letter; null: a new day has begun since, and only what is told late may still be of the lost time. */
      readonly letters: string | null;
    }
  | {
      /** A kiosk told of a ticket that cannot be its own; somebody may hold it all the same. */
      readonly type: 'ticket-refused';
      readonly number: string;
      readonly day: LocalDate;
      readonly code: RefusalCode;
    };

/** Since when the hub's numbers carry a letter today, and from which day on something may be missing. */
export type HistoryLost = Omit<Extract<OfflineFact, { type: 'history-lost' }>, 'type'> & {
  readonly at: Instant;
};

/** A ticket that a kiosk told of today and that cannot be its own. */
export type RefusedTicket = Omit<Extract<OfflineFact, { type: 'ticket-refused' }>, 'type'> & {
  readonly at: Instant;
  readonly kioskId: DeviceId;
};

/** What is remembered of the fact; hub and mirrors do it alike. */
export function toHistoryLost({ day, since, letters, at }: HistoryLost): HistoryLost {
  return { day, since, letters, at };
}

/** The same of a ticket that was not believed, with the kiosk that told of it. */
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
