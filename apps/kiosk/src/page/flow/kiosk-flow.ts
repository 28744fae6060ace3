import type {
  Instant,
  Need,
  Party,
  PrintJobId,
  PriorityGroupId,
  Result,
  ServiceGroupId,
  ServiceId,
} from '@motcua/domain';
import { toLanguage, type Language } from '@motcua/i18n';
import type { IssuedTicket, SlipNews, UnresolvedSlip } from '../../bridge.ts';
import { leavesAt, type ShownScreen } from './timeouts.ts';
import {
  afterPlaceAnswer,
  typingCode,
  timedOutPlace,
  withSlipInHand,
  type PlaceEvent,
} from './place-flow.ts';
import {
  holdsSomething,
  isChoosing,
  NO_REQUEST,
  wholeRequest,
  withNeedTurned,
  withoutService,
  withPriority,
  withService,
  type Order,
  type Screen,
  type ScreenOf,
  type SideScreenName,
} from './screen.ts';
import {
  afterResolution,
  afterSlipNews,
  isAwaited,
  slipAfterTime,
  withoutPaper,
  withSlip,
  type SlipEvent,
} from './slip-flow.ts';

export interface Flow extends ShownScreen {
  readonly language: Language;
  readonly largeText: boolean;
  /** This visitor has double-tapped: presses are ignored for longer. */
  readonly slowHand: boolean;
  /** The failed slip that was shown last: what the service still holds of it is nothing new. */
  readonly unresolvedPrint: PrintJobId | null;
}

export type FlowEvent = { readonly at: Instant } & (
  | { readonly type: 'touch' }
  | { readonly type: 'tick' }
  | { readonly type: 'doubled-press' }
  /** Staff have closed the kiosk, or opened it again. */
  | { readonly type: 'begin-afresh' }
  | { readonly type: 'choose-group'; readonly groupId: ServiceGroupId }
  | { readonly type: 'look-at-service'; readonly serviceId: ServiceId }
  | {
      readonly type: 'take-number';
      /** Chosen with the same touch, when no service was chosen before. */
      readonly serviceId: ServiceId;
      readonly requestId: string;
    }
  | { readonly type: 'go-aside'; readonly to: SideScreenName }
  | { readonly type: 'choose-priority'; readonly priorityGroupId: PriorityGroupId | null }
  | { readonly type: 'turn-need'; readonly need: Need }
  | { readonly type: 'set-party'; readonly party: Party }
  | { readonly type: 'remove-service'; readonly serviceId: ServiceId }
  | {
      readonly type: 'answered';
      readonly requestId: string;
      readonly result: Result<IssuedTicket>;
    }
  | { readonly type: 'slip'; readonly news: SlipNews }
  | { readonly type: 'unresolved'; readonly slip: UnresolvedSlip }
  | { readonly type: 'resolved'; readonly printJobId: PrintJobId; readonly ok: boolean }
  | { readonly type: 'try-again'; readonly requestId: string }
  | { readonly type: 'back' }
  | { readonly type: 'start-over' }
  | { readonly type: 'set-language'; readonly language: Language }
  | { readonly type: 'set-large-text'; readonly on: boolean }
  | PlaceEvent
  | SlipEvent
);

export function startFlow(at: Instant): Flow {
  return {
    screen: { name: 'welcome' },
    language: 'vi',
    largeText: false,
    slowHand: false,
    shownSince: at,
    touchedAt: at,
    unresolvedPrint: null,
  };
}

/** The longest a request may stay unanswered: longer than the service itself ever waits. */
export const REQUEST_TIMEOUT_MS = 20_000;
/** The kiosk's next state. An event that makes no sense on the current screen changes nothing. */
export function nextFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'tick':
      return afterTime(flow, event.at);
    case 'begin-afresh':
      return afresh(flow, event.at);
    case 'answered':
      return answered(flow, event);
    case 'slip':
      return show(flow, afterSlipNews(flow.screen, event.news), event.at);
    case 'unresolved':
      return reopened(flow, event.slip, event.at);
    case 'resolved':
      return show(flow, afterResolution(flow.screen, event), event.at);
    case 'place-answered':
    case 'booking-answered':
      return show(flow, afterPlaceAnswer(flow.screen, event), event.at);
    default:
      return touched({ ...flow, touchedAt: event.at }, event);
  }
}

/** Discards the previous visitor's input; only an issued number stays until its timeout. */
function afresh(flow: Flow, at: Instant): Flow {
  if (holdsSomething(flow.screen)) return flow;
  return { ...startFlow(at), unresolvedPrint: flow.unresolvedPrint };
}

type Touch = Exclude<
  FlowEvent,
  {
    type:
      | 'tick'
      | 'begin-afresh'
      | 'answered'
      | 'slip'
      | 'unresolved'
      | 'resolved'
      | 'place-answered'
      | 'booking-answered';
  }
>;

function touched(flow: Flow, event: Touch): Flow {
  switch (event.type) {
    case 'touch':
      return flow;
    case 'set-language':
      return { ...flow, language: event.language };
    case 'set-large-text':
      return { ...flow, largeText: event.on };
    case 'doubled-press':
      return { ...flow, slowHand: true };
    default:
      return show(flow, screenAfter(flow.screen, event), event.at);
  }
}

type Move = Exclude<Touch, { type: 'touch' | 'set-language' | 'set-large-text' | 'doubled-press' }>;

function screenAfter(screen: Screen, event: Move): Screen {
  switch (event.type) {
    case 'try-again':
      return screen.name === 'refused' ? triedAgain(screen, event.requestId) : screen;
    case 'choose-resolution':
    case 'slip-came-out':
    case 'reprint':
    case 'want-give-back':
    case 'keep-number':
    case 'give-back':
      return withSlip(screen, event);
    case 'back':
      return before(screen);
    case 'start-over':
      return mayLeave(screen) ? { name: 'welcome' } : screen;
    case 'choose-group':
    case 'look-at-service':
    case 'take-number':
    case 'go-aside':
    case 'choose-priority':
    case 'turn-need':
    case 'set-party':
    case 'remove-service':
      return whileChoosing(screen, event);
    case 'have-number':
    case 'have-booking':
    case 'type':
    case 'erase':
    case 'ask-place':
    case 'step-out':
    case 'show-code':
    case 'check-in':
      return withSlipInHand(screen, event);
  }
}

type Choice = Extract<
  Move,
  {
    type:
      | 'choose-group'
      | 'look-at-service'
      | 'take-number'
      | 'go-aside'
      | 'choose-priority'
      | 'turn-need'
      | 'set-party'
      | 'remove-service';
  }
>;

function whileChoosing(screen: Screen, event: Choice): Screen {
  if (screen.name === 'welcome') return atTheBeginning(screen, event);
  if (!isChoosing(screen)) return screen;
  const { request, groupId } = screen;
  const whole = screen.name === 'services' || screen.name === 'confirm';
  const booking = 'booking' in screen ? screen.booking : null;
  switch (event.type) {
    case 'choose-group':
      if (screen.name !== 'more-groups') return screen;
      return { name: 'more-services', request, groupId, from: event.groupId };
    case 'look-at-service':
      if (screen.name !== 'services' && screen.name !== 'more-services') return screen;
      return { name: 'confirm', request: withService(request, event.serviceId), groupId };
    case 'take-number': {
      if (!whole) return screen;
      const asked = screen.name === 'confirm' ? request : withService(request, event.serviceId);
      const order: Order = { type: 'issue', request: asked };
      return { name: 'asking', order, requestId: event.requestId };
    }
    case 'go-aside':
      if (screen.name === 'booked' && event.to === 'more-groups') return screen;
      return whole || screen.name === 'options' || screen.name === 'booked'
        ? { name: event.to, request, groupId, booking }
        : screen;
    case 'choose-priority':
      if (screen.name !== 'priority') return screen;
      return wholeRequest({
        request: withPriority(request, event.priorityGroupId),
        groupId,
        booking,
      });
    case 'turn-need':
      if (screen.name !== 'needs') return screen;
      return { ...screen, request: withNeedTurned(request, event.need) };
    case 'set-party':
      if (screen.name !== 'party') return screen;
      return { ...screen, request: { ...request, party: event.party } };
    case 'remove-service':
      if (screen.name !== 'confirm') return screen;
      return { ...screen, request: withoutService(request, event.serviceId) };
  }
}

function atTheBeginning(screen: ScreenOf<'welcome'>, event: Choice): Screen {
  if (event.type === 'choose-group')
    return { name: 'services', request: NO_REQUEST, groupId: event.groupId };
  if (event.type === 'look-at-service')
    return { name: 'confirm', request: withService(NO_REQUEST, event.serviceId), groupId: null };
  return screen;
}

function triedAgain({ order, requestId, refusal }: ScreenOf<'refused'>, newId: string): Screen {
  // The same id where the first try may have succeeded without an answer: a new id would issue a second number.
  if (refusal.code === 'hub-unavailable') return { name: 'asking', order, requestId };
  return order.type === 'check-in'
    ? typingCode(order.code, order.request)
    : { name: 'asking', order, requestId: newId };
}

function before(screen: Screen): Screen {
  switch (screen.name) {
    case 'confirm':
      return screen.groupId === null
        ? { name: 'welcome' }
        : {
            name: 'services',
            groupId: screen.groupId,
            request: { ...screen.request, serviceIds: [] },
          };
    case 'more-services':
      return {
        name: 'more-groups',
        request: screen.request,
        groupId: screen.groupId,
        booking: null,
      };
    case 'priority':
    case 'options':
    case 'needs':
    case 'party':
    case 'more-groups':
      return wholeRequest(screen);
    case 'booked':
      return typingCode(screen.booking.code, screen.request);
    case 'place':
      return { name: 'number', typed: '', asked: null, refusal: null };
    default:
      return mayLeave(screen) ? { name: 'welcome' } : screen;
  }
}

/** Leaving while a number is requested, or while its printing is unconfirmed, would lose it. */
function mayLeave(screen: Screen): boolean {
  if (screen.name === 'give-back') return !screen.asked;
  return screen.name !== 'asking' && screen.name !== 'slip-failed';
}

function answered(
  flow: Flow,
  { requestId, result, at }: Extract<FlowEvent, { type: 'answered' }>,
): Flow {
  const { screen } = flow;
  if (screen.name !== 'asking' && screen.name !== 'refused') return flow;
  if (screen.requestId !== requestId) return flow;
  if (result.ok) {
    const issued = { ticket: result.value, slip: 'printing', copy: false } as const;
    return show(flow, { name: 'ticket', ...issued }, at);
  }
  if (screen.name === 'refused') return flow;
  const { order } = screen;
  return show(flow, { name: 'refused', order, requestId, refusal: result.refusal }, at);
}

/** A reloaded page shows the number without paper again, unless another visitor is using the kiosk. */
function reopened(flow: Flow, slip: UnresolvedSlip, at: Instant): Flow {
  const { screen, unresolvedPrint } = flow;
  if (screen.name !== 'welcome' || unresolvedPrint === slip.ticket.printJobId) return flow;
  const inTheirLanguage = { ...flow, language: toLanguage(slip.language) };
  return show(inTheirLanguage, withoutPaper(slip, slip.fault), at);
}

function afterTime(flow: Flow, at: Instant): Flow {
  const { screen, shownSince } = flow;
  const inTime = at - shownSince < REQUEST_TIMEOUT_MS;
  if (screen.name === 'asking') {
    if (inTime) return flow;
    const { order, requestId } = screen;
    const refusal = { code: 'hub-unavailable', detail: {} } as const;
    return show(flow, { name: 'refused', order, requestId, refusal }, at);
  }
  if (!inTime && timedOutPlace(screen) !== screen) return show(flow, timedOutPlace(screen), at);
  if (screen.name === 'ticket' && isAwaited(screen.slip)) {
    const later = slipAfterTime(screen, at - shownSince);
    // Keeps the screen's timeout running: only the texts change.
    return later.name === 'ticket' ? { ...flow, screen: later } : show(flow, later, at);
  }
  const leaves = leavesAt(flow);
  // The next visitor starts with the defaults: Vietnamese, normal text size.
  return leaves !== null && at >= leaves
    ? { ...startFlow(at), unresolvedPrint: flow.unresolvedPrint }
    : flow;
}

function show(flow: Flow, screen: Screen, at: Instant): Flow {
  if (screen === flow.screen) return flow;
  const failed = screen.name === 'slip-failed' ? screen.ticket.printJobId : flow.unresolvedPrint;
  return { ...flow, screen, shownSince: at, touchedAt: at, unresolvedPrint: failed };
}
