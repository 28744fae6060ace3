import type {
  PrinterFault,
  PriorityGroupId,
  Refusal,
  ServiceGroupId,
  ServiceId,
} from '@motcua/domain';
import { ONE_PERSON, MAX_STEPS } from '@motcua/domain';
import type {
  BookedView,
  IssuedTicket,
  SlipResolution,
  StepOut,
  TicketView,
  TicketRequest,
} from '../../bridge.ts';

/** What is requested of the hub. */
export type Order =
  | { readonly type: 'issue'; readonly request: TicketRequest }
  | { readonly type: 'check-in'; readonly code: string; readonly request: TicketRequest };

/** What is being chosen before a number is requested. */
interface Choosing {
  readonly request: TicketRequest;
  /** Where "back" leads; null: the welcome screen. */
  readonly groupId: ServiceGroupId | null;
}

/**
 * What is known of a slip: printing, slower than usual, accepted by a printer that does not confirm
 * (the visitor is asked), confirmed by the visitor, or printed.
 */
export type SlipOnScreen = 'printing' | 'slow' | 'accepted' | 'confirmed' | 'printed';

interface TicketInHand {
  readonly ticket: IssuedTicket;
  readonly slip: SlipOnScreen;
  /** The slip failed before and is printed again. */
  readonly copy: boolean;
}

export interface KnownBooking extends BookedView {
  readonly code: string;
}
/** Null: without a booking. */
type BookingShown = KnownBooking | null;

/** The screens of the flow. Each is a state here and a file in `screens/`. */
export type Screen =
  | { readonly name: 'welcome' }
  | (Choosing & { readonly name: 'services'; readonly groupId: ServiceGroupId })
  | (Choosing & { readonly name: 'confirm' })
  | (Choosing & { readonly name: SideScreenName; readonly booking: BookingShown })
  | (Choosing & { readonly name: 'more-services'; readonly from: ServiceGroupId })
  | { readonly name: 'asking'; readonly order: Order; readonly requestId: string }
  | {
      readonly name: 'refused';
      readonly order: Order;
      readonly requestId: string;
      readonly refusal: Refusal;
    }
  | (TicketInHand & { readonly name: 'ticket' })
  /** Asks the visitor to confirm giving the number back. */
  | (TicketInHand & {
      readonly name: 'give-back';
      /** The slip has failed meanwhile. */
      readonly fault: PrinterFault | null;
      readonly asked: boolean;
      /** The hub could not be reached. */
      readonly refused: boolean;
    })
  | {
      readonly name: 'slip-failed';
      readonly ticket: IssuedTicket;
      readonly fault: PrinterFault;
      readonly choice: SlipResolution | null;
      /** The hub could not be reached. */
      readonly refused: boolean;
    }
  | {
      readonly name: 'slip-settled';
      readonly ticket: IssuedTicket;
      readonly resolution: SlipResolution;
    }
  | {
      readonly name: 'number';
      readonly typed: string;
      /** As typed or scanned; null: no request is pending. */
      readonly asked: { readonly number: string; readonly requestId: string } | null;
      readonly refusal: Refusal | null;
    }
  | {
      readonly name: 'place';
      readonly place: TicketView;
      /** As it was typed or scanned. */
      readonly slip: string;
      readonly asked: { readonly request: StepOut; readonly requestId: string } | null;
      readonly refusal: Refusal | null;
    }
  | { readonly name: 'place-settled'; readonly place: TicketView; readonly request: StepOut }
  | {
      readonly name: 'booking';
      readonly typed: string;
      readonly request: TicketRequest;
      /** The code sent to the hub; null: no request is pending. */
      readonly asked: { readonly code: string; readonly requestId: string } | null;
      readonly refusal: Refusal | null;
    }
  /** The hub knows the booking; no number is requested yet. */
  | (Choosing & { readonly name: 'booked'; readonly booking: KnownBooking });

export type ScreenName = Screen['name'];
export type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>;
export type ChoosingScreen = Extract<Screen, Choosing>;
/** Optional screens beside the usual path. */
export type SideScreenName = 'priority' | 'options' | 'needs' | 'party' | 'more-groups';

export const NO_REQUEST: TicketRequest = {
  serviceIds: [],
  priorityGroupId: null,
  needs: [],
  party: ONE_PERSON,
};

export function isChoosing(screen: Screen): screen is ChoosingScreen {
  return 'request' in screen && 'groupId' in screen;
}

type Holding = Extract<
  Screen,
  {
    name:
      | 'asking'
      | 'refused'
      | 'ticket'
      | 'give-back'
      | 'slip-failed'
      | 'slip-settled'
      | 'place-settled';
  }
>;
const HOLDING: ReadonlySet<Screen['name']> = new Set<Holding['name']>([
  'asking',
  'refused',
  'ticket',
  'give-back',
  'slip-failed',
  'slip-settled',
  'place-settled',
]);

/** A number that was issued or requested must survive any fault. */
export function holdsSomething(screen: Screen): screen is Holding {
  return HOLDING.has(screen.name);
}

/** From an optional screen, or one step back, to the screen with the whole request. */
export function wholeRequest({
  request,
  groupId,
  booking,
}: Choosing & { readonly booking: BookingShown }): Screen {
  if (booking !== null) return { name: 'booked', request, groupId, booking };
  if (request.serviceIds.length > 0) return { name: 'confirm', request, groupId };
  return groupId === null ? { name: 'welcome' } : { name: 'services', request, groupId };
}

/** Adds a service, up to the maximum. */
export function withService(request: TicketRequest, serviceId: ServiceId): TicketRequest {
  const { serviceIds } = request;
  return serviceIds.includes(serviceId) || serviceIds.length >= MAX_STEPS
    ? request
    : { ...request, serviceIds: [...serviceIds, serviceId] };
}

/** Removes a service; the last one stays. */
export function withoutService(request: TicketRequest, serviceId: ServiceId): TicketRequest {
  const serviceIds = request.serviceIds.filter((id) => id !== serviceId);
  return serviceIds.length === 0 ? request : { ...request, serviceIds };
}

export function withPriority(
  request: TicketRequest,
  priorityGroupId: PriorityGroupId | null,
): TicketRequest {
  return { ...request, priorityGroupId };
}

export function withNeedTurned(
  request: TicketRequest,
  need: TicketRequest['needs'][number],
): TicketRequest {
  const needs = request.needs.includes(need)
    ? request.needs.filter((each) => each !== need)
    : [...request.needs, need];
  return { ...request, needs };
}
