import type {
  Instant,
  LocalDate,
  LocalText,
  Opening,
  PrintJob,
  PrintJobId,
  PrinterFault,
  Result,
  ServiceGroup,
  ServiceId,
  Service,
} from '@motcua/domain';

/** All the kiosk page knows. Pushed whole on every change: it is small and can never be half right. */
export interface KioskView {
  /** `offline`: the hub does not answer; `unpaired`: this kiosk was not let in yet. */
  readonly connection: 'connecting' | 'live' | 'offline' | 'unpaired';
  /** Six digits to be approved in admin, while unpaired. */
  readonly pairingCode: string | null;
  readonly centre: LocalText;
  readonly authority: LocalText;
  readonly serviceGroups: readonly ServiceGroup[];
  readonly services: readonly KioskService[];
  /** What most people come for: large buttons on the first screen. */
  readonly usual: readonly ServiceId[];
  readonly opening: KioskOpening;
  readonly printer: 'ready' | 'near-end' | PrinterFault | 'unknown';
  /** The hub's clock when this was sent. */
  readonly at: Instant;
  readonly today: LocalDate;
  readonly zone: string;
}

/** A service as the kiosk shows it, with what a visitor wants to know before taking a number. */
export interface KioskService extends Service {
  /** People waiting in its queue now; null: unknown. */
  readonly waiting: number | null;
  /** Numbers of the counters that serve its queue. */
  readonly counters: readonly number[];
  /** False: its queue gives no numbers at present. */
  readonly available: boolean;
}

export type KioskOpening = Opening;

/** What a visitor got. */
export interface IssuedTicket {
  readonly printJobId: PrintJobId;
  readonly number: string;
  readonly serviceId: ServiceId;
  readonly peopleAhead: number;
  readonly counters: readonly number[];
  readonly arrivedAt: Instant;
}

/** How a slip goes on; the page shows the number large when it failed. */
export type SlipNews = Pick<PrintJob, 'id' | 'state' | 'fault' | 'resolution'>;
export type SlipResolution = NonNullable<PrintJob['resolution']>;

/** Where the page finds the secret of this start of the service: `<meta name="…" content="…">`. */
export const SECRET_META = 'bridge-secret';
/** A request or a view never comes near it; whatever is larger is thrown away unread. */
export const MAX_REQUEST_BYTES = 4_096;

/** What the page may ask of the service: the one list. `requestId` makes a double tap one ticket. */
export interface PageToService {
  issueTicket: (
    request: {
      readonly requestId: string;
      readonly serviceId: ServiceId;
      readonly language: string;
    },
    answer: (result: Result<IssuedTicket>) => void,
  ) => void;
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
