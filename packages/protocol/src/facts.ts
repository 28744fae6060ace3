import type {
  Announcement,
  Booking,
  CallingReason,
  VisitorNotes,
  CounterId,
  CounterState,
  Device,
  DeviceId,
  Dossier,
  ImportKind,
  Instant,
  ListedKind,
  LocalDate,
  Person,
  PersonId,
  PriorityGroupId,
  PrintJob,
  Setting,
  Visit,
  VisitAction,
  VisitId,
  WaitingPromise,
} from '@motcua/domain';
import type { OfflineFact } from './offline-tickets.ts';

/** Position in the hub's journal, from which a client asks for exactly what it missed. */
export type Seq = number;

/** The author. All null: the hub itself. */
export interface By {
  readonly deviceId: DeviceId | null;
  readonly personId: PersonId | null;
  readonly reason: string | null;
}

/** Past tense. Everything a screen needs in order to stay right. */
export type Fact =
  | {
      readonly type: 'ticket-issued';
      readonly visit: Visit;
      /** Null where no paper was requested. */
      readonly printJob: PrintJob | null;
      /** People ahead when the number was given, as the slip says; null: a kiosk gave it without the hub. */
      readonly peopleAhead: number | null;
      /** Minutes until the first call, as estimated then; null: no estimate was possible. */
      readonly promise: WaitingPromise | null;
      /** Whether the visitor was shown it. */
      readonly promised: boolean;
    }
  | {
      readonly type: 'visit-changed';
      readonly visit: Visit;
      /** `undo`: the visit is again as it was before the counter's last action. */
      readonly action: VisitAction['type'] | 'undo';
      /** The counter that acted; null: a head, or the hub. */
      readonly counterId: CounterId | null;
      /** Why the calling rule chose it; only with `call`. */
      readonly because: CallReason | null;
    }
  | {
      /** Not kept in the journal: after the end of the day `care` reads null. */
      readonly type: 'care-changed';
      readonly visitId: VisitId;
      readonly care: VisitorNotes | null;
    }
  | {
      readonly type: 'booking-changed';
      readonly booking: Booking;
      /** For the journal alone: written where an import changes it, to be taken back; null: it is new. */
      readonly before?: Booking | null;
    }
  | { readonly type: 'announcement-changed'; readonly announcement: Announcement }
  | { readonly type: 'print-job-changed'; readonly printJob: PrintJob }
  | {
      readonly type: 'counter-changed';
      readonly counter: CounterState;
      /** It is again as it was before the counter's last action. */
      readonly undone: boolean;
    }
  | {
      readonly type: 'setting-changed';
      readonly setting: Setting;
      /** For the journal alone, as in the three below; null: it is new, absent: an older hub noted it. */
      readonly before?: Setting['value'] | null;
    }
  | {
      readonly type: 'setting-removed';
      readonly kind: ListedKind;
      readonly id: string;
      readonly before?: Setting['value'];
    }
  | { readonly type: 'device-changed'; readonly device: Device; readonly before?: Device | null }
  | { readonly type: 'person-changed'; readonly person: Person; readonly before?: Person | null }
  | { readonly type: 'dossiers-changed'; readonly changes: readonly DossierChange[] }
  | {
      /** A table was imported, or an import was taken back. */
      readonly type: 'table-imported';
      readonly importId: string;
      readonly kind: ImportKind;
      readonly counts: ImportCounts;
      /** So many changes before this one belong to it. */
      readonly facts: number;
      /** The import that it takes back; null: it is none of those. */
      readonly takesBack: string | null;
    }
  | OfflineFact
  | RetiredFact
  | {
      /** Sign-ins, failed ones too, and exports; for those who answer for the centre. */
      readonly type: 'door-noted';
      readonly event: AccessEvent;
      /** The id of the person or device it is about, or what `event` says; null: unknown. */
      readonly subject: string | null;
      /** How often, where one row stands for many. */
      readonly count?: number;
    }
  | {
      /** Single visits of those days were deleted; the figures of the days remain. */
      readonly type: 'visits-forgotten';
      /** The last of the days. */
      readonly through: LocalDate;
      /** The last change of that day. */
      readonly lastSeq: Seq;
    }
  | {
      /** A person confirmed the computer's clock, after the hub had not believed it. */
      readonly type: 'clock-confirmed';
      /** The day that was open until then. */
      readonly from: LocalDate;
      /** The day that is open from now on; it may be an earlier one. */
      readonly to: LocalDate;
      /** By how much the hub's time moved. */
      readonly movedMs: number;
      /** What was given already on that day, so that no number is given on it twice. */
      readonly numbers: readonly string[];
    }
  | {
      readonly type: 'day-closed';
      /** The day that ended; the change is its last. */
      readonly day: LocalDate;
      /** The day that begins with it. */
      readonly next: LocalDate;
      /** The tickets that were still open, by number. */
      readonly leftOver: readonly string[];
      /** Those of them that go on the next morning. */
      readonly rolledOver: readonly string[];
      /** How many had priority, by group: all that is kept of the reasons. */
      readonly priorityGroups: Readonly<Record<PriorityGroupId, number>>;
    };

/** Written by programs before kiosks had letters of their own; read where a journal holds them, never written. */
export type RetiredFact =
  | {
      readonly type: 'numbers-reserved';
      readonly kioskId: DeviceId;
      readonly day: LocalDate;
      readonly blocks: readonly {
        readonly prefix: string;
        readonly from: number;
        readonly to: number;
      }[];
    }
  | { readonly type: 'numbers-doubted' };

/** One dossier as an import found it and left it; null: there was none, or there is none any more. */
export interface DossierChange {
  readonly before: Dossier | null;
  readonly after: Dossier | null;
}

/** How many rows of each kind an import had. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What is noted beside the commands. */
export const ACCESS_EVENTS = [
  'signed-in',
  'signed-in-by-link',
  'sign-in-failed',
  'signed-out',
  'link-made',
  'password-set',
  'pin-set',
  'journal-exported',
  'table-exported',
  'backup-made',
  /** Requests with an API key on one day, which is the subject. */
  'key-used',
  /** The subject is the address. */
  'webhook-added',
  'webhook-removed',
  'alarm-acknowledged',
] as const;
export type AccessEvent = (typeof ACCESS_EVENTS)[number];

export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** A fact with its position in the journal. */
export type Change = Fact & { readonly seq: Seq; readonly at: Instant; readonly by: By };
export type ChangeOf<T extends FactType> = Extract<Change, { type: T }>;

/** Why a visit was called; `by-hand`: the clerk chose it. */
export type CallReason = CallingReason | 'by-hand';
