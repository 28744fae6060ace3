import type {
  Announcement,
  AnnouncementId,
  AnnouncementReport,
  Booking,
  BookingId,
  VisitorNotes,
  CommandId,
  CounterId,
  CounterState,
  Device,
  DeviceCondition,
  DeviceId,
  Instant,
  ListedKind,
  LocalDate,
  Need,
  Party,
  PauseReason,
  Person,
  PersonId,
  PriorityClass,
  PriorityGroupId,
  PrintJob,
  PrintJobId,
  PrintReport,
  PrintResolution,
  QueueId,
  Result,
  ServiceId,
  Setting,
  Settings,
  StepResult,
  Visit,
  VisitActionOf,
  VisitActionType,
  NotesOfVisit,
  VisitId,
  WaitingRange,
} from '@motcua/domain';
import type { Change, Seq } from './facts.ts';
import type { HistoryLost, RefusedTicket, SettleTicket } from './offline-tickets.ts';

/** Raise it when an older client could misread a message. The hub turns mismatched clients away. */
export const PROTOCOL_VERSION = 3;

export const ROLES = ['kiosk', 'counter', 'display', 'admin'] as const;
export type Role = (typeof ROLES)[number];

// ── hello ────────────────────────────────────────────────────────────────────────────────────────

/** Which data a hub has, and since when it counts: of one database the highest epoch is the valid one. */
export interface HubHistory {
  readonly database: string;
  readonly epoch: number;
  /** Changes each time the hub lost some of its data; its order means nothing. */
  readonly life: string;
}

/** The client and what it knows. A person is known by the session cookie of the handshake, a device by its token. */
export interface Hello {
  readonly protocolVersion: number;
  readonly role: Role;
  readonly deviceToken: string | null;
  readonly lastSeq: Seq | null;
  /** What `lastSeq` counts in; null: nothing is known. */
  readonly history: HubHistory | null;
}

export type Welcome =
  | (Admitted & { readonly type: 'snapshot'; readonly snapshot: Snapshot })
  | (Admitted & { readonly type: 'catch-up'; readonly changes: readonly Change[] })
  | { readonly type: 'turned-away'; readonly reason: TurnedAway };

export type TurnedAway =
  | 'protocol-mismatch'
  | 'unknown-device'
  | 'sign-in-first'
  | 'role-not-allowed'
  /** A standby was promoted in place of this hub. */
  | 'superseded'
  | 'malformed';

interface Admitted {
  readonly history: HubHistory;
  /** The journal's position of what is sent. */
  readonly seq: Seq;
  /** The hub's clock, by which waiting times are shown. */
  readonly at: Instant;
  readonly today: LocalDate;
  readonly deviceId: DeviceId | null;
  readonly personId: PersonId | null;
  readonly loads: Loads;
  readonly missed: Missed;
}

/** What a role may know. A list that the role may not see is empty. */
export interface Snapshot {
  readonly settings: Settings;
  readonly visits: readonly Visit[];
  readonly counters: readonly CounterState[];
  /** Newest last. */
  readonly announcements: readonly Announcement[];
  readonly printJobs: readonly PrintJob[];
  readonly devices: readonly Device[];
  readonly people: readonly Person[];
  readonly care: readonly NotesOfVisit[];
  /** Of today and later. */
  readonly bookings: readonly Booking[];
  /** Classes that each counter called today, newest last, from which a screen computes who is next and why. */
  readonly recentCalls: Readonly<Record<CounterId, readonly PriorityClass[]>>;
  /** Null: the hub knows all that was given today. */
  readonly historyLost: HistoryLost | null;
  /** Today's, oldest first. */
  readonly refusedTickets: readonly RefusedTicket[];
}

/** How many wait in each queue, and how many of them with priority. Derived, so not part of the journal. */
export type Loads = Readonly<Record<QueueId, QueueLoad>>;
export interface QueueLoad {
  readonly waiting: number;
  readonly priority: number;
  /** For a visitor who came now; null: no estimate that would hold. */
  readonly estimate: WaitingRange | null;
  /** Numbers that may still be given today; null: no limit. */
  readonly left: number | null;
  /** Numbers that were given today. */
  readonly given: number;
}

/** Numbers whose visitors missed a call and are still awaited. */
export type Missed = readonly string[];

// ── commands ─────────────────────────────────────────────────────────────────────────────────────

/** Imperative mood. The sender mints `commandId`, so repeating after a lost answer is harmless. */
export type Command = { readonly commandId: CommandId } & (
  | {
      readonly type: 'issue-ticket';
      /** One to five, in the order chosen; the first is done first. */
      readonly serviceIds: readonly ServiceId[];
      readonly language: string;
      /** Why the visitor has priority; null: none. */
      readonly priorityGroupId: PriorityGroupId | null;
      readonly needs: readonly Need[];
      readonly party: Party;
      /** Needed from staff who give a number after closing, or beyond a quota. */
      readonly reason: string | null;
      /** Practice at a counter; a kiosk in practice gives such tickets by itself. */
      readonly training: boolean;
    }
  | {
      readonly type: 'check-in';
      /** As typed or scanned. */
      readonly code: string;
      readonly language: string;
      readonly priorityGroupId: PriorityGroupId | null;
      readonly needs: readonly Need[];
      readonly party: Party;
    }
  | {
      readonly type: 'step-out';
      /** The code on the slip, which is shown nowhere else: hold my place, I am back, I missed my call. */
      readonly visitId: VisitId;
      readonly wish: StepOut;
    }
  | { readonly type: 'make-booking'; readonly serviceId: ServiceId; readonly startsAt: Instant }
  | { readonly type: 'cancel-booking'; readonly bookingId: BookingId }
  | { readonly type: 'set-care'; readonly visitId: VisitId; readonly care: VisitorNotes }
  | {
      readonly type: 'set-kiosk';
      readonly deviceId: DeviceId;
      readonly locked: boolean;
      readonly training: boolean;
    }
  /** Ends what waits under the letter of a kiosk whose pairing was revoked. */
  | { readonly type: 'withdraw-numbers'; readonly deviceId: DeviceId }
  | {
      readonly type: 'report-print';
      readonly printJobId: PrintJobId;
      readonly report: PrintReport;
    }
  | {
      readonly type: 'resolve-print';
      readonly printJobId: PrintJobId;
      readonly resolution: PrintResolution;
    }
  | {
      /** Has a kiosk print the slip of a visit once more; its number stays, and the paper is marked as a copy. */
      readonly type: 'print-again';
      readonly visitId: VisitId;
      readonly kioskId: DeviceId;
    }
  | SettleTicket
  | {
      readonly type: 'open-counter';
      readonly counterId: CounterId;
      readonly training: boolean;
    }
  | { readonly type: 'close-counter'; readonly counterId: CounterId }
  | {
      readonly type: 'pause-counter';
      readonly counterId: CounterId;
      readonly reason: PauseReason;
    }
  | { readonly type: 'resume-counter'; readonly counterId: CounterId }
  | {
      readonly type: 'call-next';
      readonly counterId: CounterId;
      /** Also finishes the visit that is being served; without it the hub refuses with `finish-first`. */
      readonly finishCurrent: boolean;
    }
  | {
      readonly type: 'act-on-visit';
      readonly visitId: VisitId;
      readonly counterId: CounterId | null;
      readonly action: RequestedAction;
      /** For the clerk who calls the visit next; null leaves what is noted. */
      readonly note: string | null;
      /** Needed where `needsReason` (domain/visit/visit-permission.ts) says so, and beyond a quota. */
      readonly reason: string | null;
    }
  | {
      readonly type: 'undo';
      /** Null: the person's latest action without a counter. */
      readonly counterId: CounterId | null;
    }
  | {
      readonly type: 'report-announcement';
      readonly announcementId: AnnouncementId;
      readonly report: AnnouncementReport;
    }
  | { readonly type: 'report-condition'; readonly condition: DeviceCondition }
  | { readonly type: 'put-setting'; readonly setting: Setting }
  | { readonly type: 'remove-setting'; readonly kind: ListedKind; readonly id: string }
);

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** An action as a client requests it: the hub adds counter, clerk, time, queue and place. */
export type RequestedAction =
  | { readonly type: 'call' | 'finish' | 'go-on' | 'reinstate' }
  | { readonly type: 'postpone'; readonly minutes: number }
  | { readonly type: 'add-service'; readonly serviceId: ServiceId }
  | {
      readonly type: 'set-result';
      /** How many services were behind the visitor when the step began. */
      readonly step: number;
      readonly result: StepResult;
      /** As typed or scanned; null: none. */
      readonly dossierCode: string | null;
    }
  | VisitActionOf<
      | 'recall'
      | 'start-service'
      | 'park'
      | 'transfer'
      | 'send-back'
      | 'mark-no-show'
      | 'cancel'
      | 'drop-service'
      | 'set-priority'
      | 'set-party'
      | 'reserve'
      | 'return'
    >;
/** What staff may request: all but what is for visitors, or for the hub. */
export type RequestedActionType = Exclude<VisitActionType, 'hold' | 'roll-over'>;

/** What a visitor with a slip may request at the kiosk. */
export const STEP_OUTS = ['hold', 'return', 'rejoin'] as const;
export type StepOut = (typeof STEP_OUTS)[number];

// ── questions ────────────────────────────────────────────────────────────────────────────────────

/** What a kiosk asks before it offers or prints anything. Changes nothing. */
export type Question =
  | TicketQuestion
  /** How a booking's code, as typed or scanned, would count if its visitor checked in now. */
  | { readonly type: 'booking'; readonly code: string }
  /** What stands on a copy that this kiosk is asked to print. */
  | { readonly type: 'copy'; readonly printJobId: PrintJobId };

/** About a number of today, or the slip in the visitor's hand. */
export type TicketQuestion = { readonly type: 'ticket'; readonly number: string } | Slip;

export interface Answers {
  readonly ticket: TicketView;
  readonly slip: TicketView;
  readonly booking: BookedView;
  readonly copy: SlipContent;
}
export type AnswerTo<Q extends Question> = Answers[Q['type']];

/** By the code on the slip, which names the visit. */
export interface Slip {
  readonly type: 'slip';
  readonly visitId: VisitId;
}

/** What a booking is for; `late`: its number would be an ordinary one. */
export interface BookedView {
  readonly serviceId: ServiceId;
  readonly startsAt: Instant;
  readonly worth: 'in-time' | 'late';
}

/** All that a slip says beside the settings, and nothing else of the visit. */
export interface SlipContent {
  /** What the code on the slip names. */
  readonly visitId: VisitId;
  readonly number: string;
  readonly language: string;
  readonly queueId: QueueId;
  /** What is done first, and then the others. */
  readonly serviceIds: readonly ServiceId[];
  readonly priority: PriorityClass;
  readonly training: boolean;
  readonly bookedFor: Instant | null;
  readonly arrivedAt: Instant;
  readonly peopleAhead: number | null;
}

/** What the slip of a visit says. */
export function slipContent(visit: Visit, peopleAhead: number | null): SlipContent {
  const { id, ticket, queueId, serviceId, next, priority, training, bookedFor, arrivedAt } = visit;
  const { number, language } = ticket;
  const serviceIds = [serviceId, ...next.map((step) => step.serviceId)];
  const about = { queueId, serviceIds, priority, training, bookedFor, arrivedAt, peopleAhead };
  return { visitId: id, number, language, ...about };
}

/** What the holder of the slip may see; for a number alone only what displays show too. */
export interface TicketView {
  readonly number: string;
  /** Null: only the number was given, which proves nothing and allows nothing. */
  readonly serviceId: ServiceId | null;
  /** What comes after it, in order. */
  readonly next: readonly ServiceId[];
  readonly state: Visit['state'];
  readonly peopleAhead: number;
  /** Where to go when called or served. */
  readonly counterNumber: number | null;
  /** Until when it is not called; null: it may be called. */
  readonly heldUntil: Instant | null;
  readonly may: readonly StepOut[];
}

// ── changes ──────────────────────────────────────────────────────────────────────────────────────

/** `from` is the seq the receivers had, so that what was filtered out leaves no gap. */
export interface Changes {
  readonly from: Seq;
  readonly to: Seq;
  readonly at: Instant;
  readonly changes: readonly Change[];
  /** Only for roles that show how many wait. */
  readonly loads: Loads | null;
  /** Only for roles that show who is still awaited. */
  readonly missed: Missed | null;
}

/** A device's heartbeat; not stored. */
export interface Beat {
  /** Its own clock. */
  readonly at: Instant;
  readonly version: string | null;
  /** Free on the disk that it writes to; null: it writes nothing. */
  readonly freeBytes: number | null;
}

// Few events, rich payloads: a new ticket action never needs a new socket event.
export interface ClientToHub {
  hello: (hello: Hello, answer: (welcome: Welcome) => void) => void;
  command: (command: Command, answer: (result: Result<readonly Change[]>) => void) => void;
  beat: (beat: Beat) => void;
  ask: (question: Question, answer: (result: Result<Answers[keyof Answers]>) => void) => void;
  /** Instead of a hello: follows this one number. The slip's code is the only right that it needs. */
  follow: (slip: Slip, answer: (result: Result<TicketView>) => void) => void;
}

export interface HubToClient {
  'changes': (changes: Changes) => void;
  /** The state of the followed number; a refusal when its day is over. */
  'ticket': (view: Result<TicketView>) => void;
  /** The token was revoked or the session ended: the client says hello again, and is probably turned away. */
  'turned-away': (reason: TurnedAway) => void;
}
