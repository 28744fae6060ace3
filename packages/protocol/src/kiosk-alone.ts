import type {
  DeviceId,
  Instant,
  LocalDate,
  Need,
  NumberBlock,
  Party,
  PriorityGroupId,
  PrintJob,
  PrintJobId,
  PrintReport,
  QueueId,
  ServiceId,
  VisitId,
} from '@motcua/domain';

/**
 * How a kiosk goes on without its hub, and why no number comes twice (house 7).
 *
 * A kiosk keeps, for today and for the next day, numbers of each queue that the hub gives to nobody else. When the
 * hub is away, or does not answer in time, it gives one of them on paper and tells the hub later, with
 * `settle-ticket` under the id of the very command that got no answer. What the visitor holds is what counts: should
 * the hub have given a number unheard, its answer to that id names it, and the kiosk withdraws it (`instead`).
 *
 * - A reserved number is given by one kiosk only: the hub skips what is reserved for any day, so that a visit that
 *   goes on the next morning meets no number of that morning either.
 * - A kiosk writes a ticket to its disk before it prints, and gives no number that stands there.
 * - A hub restored from an older backup has forgotten numbers and blocks. It knows that it has (a file beside the
 *   database says how far the journal was), and gives no number at all until each kiosk that holds numbers has told
 *   every ticket it gave, and what it holds; the kiosks meanwhile give their own. Whoever got a number in the time
 *   that was lost is then waiting again. A kiosk that is gone for good is waited for until it is revoked, or two
 *   nights have passed: by then no number it can hold is in use.
 * - Should a number come twice nevertheless (a copied disk), the second one is told apart by a letter: `H031B`.
 */
export type KioskAloneCommand =
  | {
      readonly type: 'reserve-numbers';
      /** What the kiosk may give on a day and has not given, of today and later. */
      readonly holds: readonly HeldNumbers[];
      /** The highest number of each queue that it knows the hub to have given on `day`. */
      readonly lastNumbers: Readonly<Record<QueueId, number>>;
      readonly day: LocalDate;
      /** It has told all tickets it gave, also those that the hub itself gave once. */
      readonly toldAll: boolean;
    }
  | {
      readonly type: 'settle-ticket';
      readonly ticket: PaperTicket;
      /** How its paper fared; null: not known yet. */
      readonly print: PrintReport | null;
      readonly resolution: PrintJob['resolution'];
      /** The visit that the hub had given for the same touch without being heard. */
      readonly instead: VisitId | null;
    };

export interface HeldNumbers {
  readonly day: LocalDate;
  readonly blocks: readonly NumberBlock[];
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

export type NumbersFact =
  | {
      readonly type: 'numbers-reserved';
      readonly kioskId: DeviceId;
      readonly day: LocalDate;
      /** All that only this kiosk gives on that day, in place of what it held before. */
      readonly blocks: readonly NumberBlock[];
    }
  | {
      /** The hub knows less than its kiosks: it was restored from an older backup. */
      readonly type: 'numbers-doubted';
      readonly day: LocalDate;
      /** Kiosks that have not told yet what they gave; nobody: the doubt is over. */
      readonly awaited: readonly DeviceId[];
      /** The hub goes on behind these. */
      readonly lastNumbers: Readonly<Record<QueueId, number>>;
    };
