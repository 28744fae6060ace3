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

/** Everything the kiosk page knows. Pushed as a whole on every change, because it is small and then always consistent. */
export interface KioskView {
  /** `offline`: the hub does not answer; `unpaired`: this kiosk is not approved yet. */
  readonly connection: 'connecting' | 'live' | 'offline' | 'unpaired';
  /** Whether it issues its own numbers while the hub is unreachable. */
  readonly issuesOffline: boolean;
  /** Six digits to be approved in admin, while unpaired. */
  readonly pairingCode: string | null;
  /** While unpaired: an administrator refused it. */
  readonly pairingRefused: boolean;
  readonly centre: LocalText;
  readonly authority: LocalText;
  readonly serviceGroups: readonly ServiceGroup[];
  readonly services: readonly KioskService[];
  /** The most frequent services: large buttons on the first screen. */
  readonly usual: readonly ServiceId[];
  /** Whether numbers are given by the hours of the centre. */
  readonly issuing: Issuing;
  /** Staff have locked this kiosk. */
  readonly locked: boolean;
  /** It issues training tickets. */
  readonly training: boolean;
  /** The groups that visitors may declare here, in order. */
  readonly priorityGroups: readonly PriorityGroup[];
  /** Whether bookings are accepted. */
  readonly bookings: boolean;
  /** How long a place is held; 0: not offered. */
  readonly holdMinutes: number;
  /** The prefixes of today's numbers. */
  readonly prefixes: readonly string[];
  /** Whether any number of today may be held. */
  readonly numbersOut: boolean;
  readonly printer: PrinterState | 'unknown';
  /** The best proof of printing that the printer can give; null: not known yet. */
  readonly printProof: 'proved' | 'accepted' | null;
  /** For a page that was reloaded; null: none. */
  readonly unresolved: UnresolvedSlip | null;
  /** The hub's clock when this was sent. */
  readonly at: Instant;
  readonly today: LocalDate;
  readonly zone: string;
}

/** A service with what a visitor wants to know before taking a number. */
export interface KioskService extends Service {
  /** People waiting in its queue now; null: unknown. */
  readonly waiting: number | null;
  /** The waiting time of a visitor who comes now; null: no reliable estimate. */
  readonly estimate: WaitingRange | null;
  /** Numbers of the counters that serve its queue. */
  readonly counters: readonly number[];
  /** Why its queue issues no numbers at present; null: it does. */
  readonly noNumbers: 'queue-closed' | 'quota-reached' | 'numbers-used-up' | null;
}

/** What a visitor got. */
export interface IssuedTicket {
  readonly printJobId: PrintJobId;
  readonly number: string;
  /** The first service, then the further ones. */
  readonly serviceIds: readonly ServiceId[];
  readonly priority: boolean;
  readonly training: boolean;
  /** With a booking: on time, or too late to count; null: without a booking. */
  readonly booking: 'in-time' | 'late' | null;
  /** The booked time, when it counts; null: there is none. */
  readonly bookedFor: Instant | null;
  /** Null: unknown, because the hub was unreachable. */
  readonly peopleAhead: number | null;
  /** Only an estimate that may be shown; null: none. */
  readonly estimate: WaitingRange | null;
  readonly counters: readonly number[];
  readonly arrivedAt: Instant;
  /** When the service will have reported the print result at the latest, ms from now. */
  readonly slipWithinMs: number;
}

/** A request for one number. */
export interface TicketRequest extends AboutPerson {
  /** One to five, in the order chosen. */
  readonly serviceIds: readonly ServiceId[];
}

/** What a visitor may state when taking a number. */
export interface AboutPerson {
  /** Self-declared; null: none. */
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
  /** As scanned from the slip: the number by itself allows nothing. */
  readonly slip: string;
  readonly wish: StepOut;
}

export type ReprintRequest = { readonly printJobId: PrintJobId };
export type ConfirmRequest = { readonly printJobId: PrintJobId; readonly cameOut: boolean };

/** The print result of a slip; the page shows the number large when it failed. */
export type SlipNews = Pick<PrintJob, 'id' | 'state' | 'proof' | 'fault' | 'resolution'>;
export type SlipResolution = Extract<PrintResolution, 'noted' | 'given-back'>;

/** A number without paper, whose visitor has not chosen yet what to do. */
export interface UnresolvedSlip {
  readonly ticket: IssuedTicket;
  readonly fault: PrinterFault;
  /** The visitor's. */
  readonly language: string;
}

/** Where the page finds the secret of this start of the service: `<meta name="…" content="…">`. */
export const SECRET_META = 'bridge-secret';
/** Larger than any request or view; a larger message is discarded unread. */
export const MAX_REQUEST_BYTES = 4_096;

/** All requests from the page to the service. */
export interface PageToService {
  issueTicket: (request: IssueRequest, answer: (result: Result<IssuedTicket>) => void) => void;
  /** Checks in a booking. */
  checkIn: (request: CheckInRequest, answer: (result: Result<IssuedTicket>) => void) => void;
  /** The place of a number, for the holder of its slip. */
  askPlace: (request: PlaceRequest, answer: (result: Result<TicketView>) => void) => void;
  /** The booked service of a code, before a number is requested. */
  askBooking: (request: BookingRequest, answer: (result: Result<BookedView>) => void) => void;
  /** Returns the state afterwards. */
  stepOut: (request: StepOutRequest, answer: (result: Result<TicketView>) => void) => void;
  /** The visitor's answer whether a merely accepted slip was printed. */
  confirmSlip: (request: ConfirmRequest, answer: (result: Result<null>) => void) => void;
  /** Prints a failed slip again; its news come like those of any other. */
  reprintSlip: (request: ReprintRequest, answer: (result: Result<null>) => void) => void;
  resolveSlip: (
    request: { readonly printJobId: PrintJobId; readonly resolution: SlipResolution },
    answer: (result: Result<null>) => void,
  ) => void;
}

/** All messages from the service to the page. */
export interface ServiceToPage {
  view: (view: KioskView) => void;
  /** Repeated to a page that reconnects, as long as it may still be waiting for it. */
  slip: (news: SlipNews) => void;
}
