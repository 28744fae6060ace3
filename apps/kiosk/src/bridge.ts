import type {
  Instant,
  Issuing,
  LocalDate,
  LocalText,
  Need,
  Party,
  PriorityGroup,
  PriorityGroupId,
  PrintJob,
  PrintJobId,
  PrinterFault,
  PrinterState,
  PrintResolution,
  Result,
  ServiceGroup,
  ServiceId,
  Service,
  WaitingRange,
} from '@motcua/domain';
import type { BookedView, StepOut, TicketView } from '@motcua/protocol';

export type { BookedView, StepOut, TicketView };

/** All the kiosk page knows. Pushed whole on every change: it is small and can never be half right. */
export interface KioskView {
  /** `offline`: the hub does not answer; `unpaired`: this kiosk was not let in yet. */
  readonly connection: 'connecting' | 'live' | 'offline' | 'unpaired';
  /** Whether it gives numbers of its own while the hub is away. */
  readonly alone: boolean;
  /** Six digits to be approved in admin, while unpaired. */
  readonly pairingCode: string | null;
  /** While unpaired: an administrator said no. */
  readonly pairingRefused: boolean;
  readonly centre: LocalText;
  readonly authority: LocalText;
  readonly serviceGroups: readonly ServiceGroup[];
  readonly services: readonly KioskService[];
  /** What most people come for: large buttons on the first screen. */
  readonly usual: readonly ServiceId[];
  /** Whether numbers are given by the hours of the centre. */
  readonly issuing: Issuing;
  /** Staff have locked this kiosk. */
  readonly locked: boolean;
  /** Its tickets are for practice. */
  readonly training: boolean;
  /** What a visitor may declare here, in order. */
  readonly priorityGroups: readonly PriorityGroup[];
  /** Whether somebody may come with a booking. */
  readonly bookings: boolean;
  /** How long a place is held; 0: not offered. */
  readonly holdMinutes: number;
  /** Letters with which the numbers of today begin. */
  readonly prefixes: readonly string[];
  /** Whether somebody may hold a number of today. */
  readonly numbersOut: boolean;
  readonly printer: PrinterState | 'unknown';
  /** The most that the printer can show of a slip; null: not learnt yet. */
  readonly printProof: 'proved' | 'accepted' | null;
  /** Shown again by a page that was loaded anew; null: no slip is open. */
  readonly unresolved: UnresolvedSlip | null;
  /** The hub's clock when this was sent. */
  readonly at: Instant;
  readonly today: LocalDate;
  readonly zone: string;
}

/** A service as the kiosk shows it, with what a visitor wants to know before taking a number. */
export interface KioskService extends Service {
  /** People waiting in its queue now; null: unknown. */
  readonly waiting: number | null;
  /** How long somebody who comes now would wait; null: nothing that would hold. */
  readonly estimate: WaitingRange | null;
  /** Numbers of the counters that serve its queue. */
  readonly counters: readonly number[];
  /** Why its queue gives no numbers at present; null: it gives them. */
  readonly noNumbers: 'queue-closed' | 'quota-reached' | 'numbers-used-up' | null;
}

/** What a visitor got. */
export interface IssuedTicket {
  readonly printJobId: PrintJobId;
  readonly number: string;
  /** What is done first, and then the others. */
  readonly serviceIds: readonly ServiceId[];
  readonly priority: boolean;
  readonly training: boolean;
  /** Of a booking: in time, or so late that the number is an ordinary one; null: without a booking. */
  readonly booking: 'in-time' | 'late' | null;
  /** When a booking that is in time is called; null: there is none. */
  readonly bookedFor: Instant | null;
  /** Null: unknown, because the hub was away. */
  readonly peopleAhead: number | null;
  /** Only what was promised; null: nothing was. */
  readonly estimate: WaitingRange | null;
  readonly counters: readonly number[];
  readonly arrivedAt: Instant;
  /** By when the service will have told how its slip fared, ms from now. */
  readonly slipWithinMs: number;
}

/** What a visitor wants of one number. */
export interface TicketRequest extends AboutPerson {
  /** One to five, in the order chosen. */
  readonly serviceIds: readonly ServiceId[];
}

/** What whoever takes a number may say beside it. */
export interface AboutPerson {
  /** Self-declared; null: as everybody. */
  readonly priorityGroupId: PriorityGroupId | null;
  readonly needs: readonly Need[];
  readonly party: Party;
}

/** `requestId` makes a double tap one ticket. */
export interface Touch {
  readonly requestId: string;
  readonly language: string;
}

export type IssueRequest = Touch & TicketRequest;
/** `code` as typed or scanned. */
export type CheckInRequest = Touch & AboutPerson & { readonly code: string };
/** `code` as typed or scanned. */
export type BookingRequest = { readonly code: string };
/** A number as on the slip, or the address in its QR code. */
export type PlaceRequest = { readonly number: string };
export interface StepOutRequest {
  readonly requestId: string;
  /** What was scanned from the slip: its number alone allows nothing. */
  readonly slip: string;
  readonly wish: StepOut;
}

export type ReprintRequest = { readonly printJobId: PrintJobId };
export type ConfirmRequest = { readonly printJobId: PrintJobId; readonly cameOut: boolean };

/** How a slip goes on; the page shows the number large when it failed. */
export type SlipNews = Pick<PrintJob, 'id' | 'state' | 'proof' | 'fault' | 'resolution'>;
export type SlipResolution = Extract<PrintResolution, 'noted' | 'given-back'>;

/** A number without paper, whose visitor has not said yet what becomes of it. */
export interface UnresolvedSlip {
  readonly ticket: IssuedTicket;
  readonly fault: PrinterFault;
  /** The visitor's. */
  readonly language: string;
}

/** Where the page finds the secret of this start of the service: `<meta name="…" content="…">`. */
export const SECRET_META = 'bridge-secret';
/** A request or a view never comes near it; whatever is larger is thrown away unread. */
export const MAX_REQUEST_BYTES = 4_096;

/** What the page may ask of the service: the one list. */
export interface PageToService {
  issueTicket: (request: IssueRequest, answer: (result: Result<IssuedTicket>) => void) => void;
  /** Somebody with a booking has come. */
  checkIn: (request: CheckInRequest, answer: (result: Result<IssuedTicket>) => void) => void;
  /** What may be said to whoever holds the slip. */
  askPlace: (request: PlaceRequest, answer: (result: Result<TicketView>) => void) => void;
  /** What a booking's code is for, before a number is promised for it. */
  askBooking: (request: BookingRequest, answer: (result: Result<BookedView>) => void) => void;
  /** Answers with what is known afterwards. */
  stepOut: (request: StepOutRequest, answer: (result: Result<TicketView>) => void) => void;
  /** Of a slip that the printer merely accepted: the visitor says whether it came out. */
  confirmSlip: (request: ConfirmRequest, answer: (result: Result<null>) => void) => void;
  /** A slip that failed is printed once more; its news come like those of any other. */
  reprintSlip: (request: ReprintRequest, answer: (result: Result<null>) => void) => void;
  resolveSlip: (
    request: { readonly printJobId: PrintJobId; readonly resolution: SlipResolution },
    answer: (result: Result<null>) => void,
  ) => void;
}

/** What the service tells the page. */
export interface ServiceToPage {
  view: (view: KioskView) => void;
  /** Told again to a page that comes back, as long as it may still be waiting for it. */
  slip: (news: SlipNews) => void;
}
