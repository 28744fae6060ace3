import type {
  Instant,
  PrinterFault,
  PrintJobId,
  RefusalCode,
  Result,
  ServiceGroupId,
  ServiceId,
} from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import { leavesAt } from './kiosk-patience.ts';
import type { IssuedTicket, SlipNews, SlipResolution } from '../bridge.ts';

/** Where a visitor is. A kiosk screen is a state here and a file in `screens/`. */
export type Screen =
  | { readonly name: 'welcome' }
  | { readonly name: 'services'; readonly groupId: ServiceGroupId }
  | {
      readonly name: 'confirm';
      readonly serviceId: ServiceId;
      /** Where "back" leads; null: the welcome screen. */
      readonly groupId: ServiceGroupId | null;
    }
  | { readonly name: 'asking'; readonly serviceId: ServiceId; readonly requestId: string }
  | {
      readonly name: 'refused';
      readonly serviceId: ServiceId;
      readonly requestId: string;
      readonly code: RefusalCode;
    }
  | {
      readonly name: 'ticket';
      readonly ticket: IssuedTicket;
      readonly slip: 'printing' | 'printed';
    }
  | {
      readonly name: 'slip-failed';
      readonly ticket: IssuedTicket;
      readonly fault: PrinterFault;
      readonly choice: SlipResolution | null;
      /** The choice could not be told to the hub. */
      readonly refused: boolean;
    }
  | {
      readonly name: 'slip-settled';
      readonly ticket: IssuedTicket;
      readonly resolution: SlipResolution;
    };

export type ScreenName = Screen['name'];
type ScreenOf<N extends ScreenName> = Extract<Screen, { name: N }>;

export interface Flow {
  readonly screen: Screen;
  readonly language: Language;
  readonly largeText: boolean;
  readonly shownSince: Instant;
  readonly touchedAt: Instant;
}

export type FlowEvent = { readonly at: Instant } & (
  | { readonly type: 'touch' }
  | { readonly type: 'tick' }
  | { readonly type: 'choose-group'; readonly groupId: ServiceGroupId }
  | { readonly type: 'look-at-service'; readonly serviceId: ServiceId }
  | { readonly type: 'take-number'; readonly serviceId: ServiceId; readonly requestId: string }
  | {
      readonly type: 'answered';
      readonly requestId: string;
      readonly result: Result<IssuedTicket>;
    }
  | { readonly type: 'slip'; readonly news: SlipNews }
  | { readonly type: 'choose-resolution'; readonly resolution: SlipResolution }
  | { readonly type: 'resolved'; readonly printJobId: PrintJobId; readonly ok: boolean }
  | { readonly type: 'try-again'; readonly requestId: string }
  | { readonly type: 'back' }
  | { readonly type: 'start-over' }
  | { readonly type: 'set-language'; readonly language: Language }
  | { readonly type: 'set-large-text'; readonly on: boolean }
);

export function startFlow(at: Instant): Flow {
  return {
    screen: { name: 'welcome' },
    language: 'vi',
    largeText: false,
    shownSince: at,
    touchedAt: at,
  };
}

/** The longest a request may stay unanswered: longer than the service itself ever waits. */
export const ANSWER_PATIENCE_MS = 20_000;
/** The longest a slip may stay without news, before the visitor gets the number large instead. */
export const SLIP_PATIENCE_MS = 40_000;

/** What the kiosk does next. Whatever makes no sense where the visitor is changes nothing. */
export function nextFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'tick':
      return afterTime(flow, event.at);
    case 'answered':
      return answered(flow, event);
    case 'slip':
      return afterSlipNews(flow, event.news, event.at);
    case 'resolved':
      return afterResolution(flow, event);
    case 'touch':
    case 'set-language':
    case 'set-large-text':
    case 'choose-group':
    case 'look-at-service':
    case 'take-number':
    case 'try-again':
    case 'choose-resolution':
    case 'back':
    case 'start-over':
      return touched({ ...flow, touchedAt: event.at }, event);
  }
}

type Touch = Exclude<FlowEvent, { type: 'tick' | 'answered' | 'slip' | 'resolved' }>;

function touched(flow: Flow, event: Touch): Flow {
  const { screen } = flow;
  switch (event.type) {
    case 'touch':
      return flow;
    case 'set-language':
      return { ...flow, language: event.language };
    case 'set-large-text':
      return { ...flow, largeText: event.on };
    case 'choose-group':
      if (screen.name !== 'welcome') return flow;
      return show(flow, { name: 'services', groupId: event.groupId }, event.at);
    case 'look-at-service': {
      if (screen.name !== 'welcome' && screen.name !== 'services') return flow;
      const groupId = screen.name === 'services' ? screen.groupId : null;
      return show(flow, { name: 'confirm', serviceId: event.serviceId, groupId }, event.at);
    }
    case 'take-number': {
      if (screen.name !== 'services' && screen.name !== 'confirm') return flow;
      const { serviceId, requestId } = event;
      return show(flow, { name: 'asking', serviceId, requestId }, event.at);
    }
    case 'try-again': {
      if (screen.name !== 'refused') return flow;
      // The same id where the first try may have succeeded unheard: it must not give a second number.
      const requestId = screen.code === 'hub-unavailable' ? screen.requestId : event.requestId;
      return show(flow, { name: 'asking', serviceId: screen.serviceId, requestId }, event.at);
    }
    case 'choose-resolution':
      if (screen.name !== 'slip-failed' || screen.choice !== null) return flow;
      return { ...flow, screen: { ...screen, choice: event.resolution, refused: false } };
    case 'back':
      return show(flow, before(screen), event.at);
    case 'start-over':
      return mayLeave(screen) ? show(flow, { name: 'welcome' }, event.at) : flow;
  }
}

function before(screen: Screen): Screen {
  if (screen.name === 'confirm' && screen.groupId !== null) {
    return { name: 'services', groupId: screen.groupId };
  }
  return mayLeave(screen) ? { name: 'welcome' } : screen;
}

/** While a number is being asked for, or its paper is in doubt, leaving would lose it. */
function mayLeave(screen: Screen): boolean {
  return screen.name !== 'asking' && screen.name !== 'slip-failed';
}

function answered(
  flow: Flow,
  { requestId, result, at }: Extract<FlowEvent, { type: 'answered' }>,
): Flow {
  const { screen } = flow;
  if (screen.name !== 'asking' && screen.name !== 'refused') return flow;
  if (screen.requestId !== requestId) return flow;
  if (result.ok) return show(flow, { name: 'ticket', ticket: result.value, slip: 'printing' }, at);
  if (screen.name === 'refused') return flow;
  const { serviceId } = screen;
  return show(flow, { name: 'refused', serviceId, requestId, code: result.refusal.code }, at);
}

function afterSlipNews(flow: Flow, news: SlipNews, at: Instant): Flow {
  const { screen } = flow;
  if (screen.name !== 'ticket' || screen.slip !== 'printing') return flow;
  if (screen.ticket.printJobId !== news.id) return flow;
  if (news.state === 'printed') return show(flow, { ...screen, slip: 'printed' }, at);
  if (news.state === 'failed') return slipFailed(flow, screen, news.fault ?? 'no-answer', at);
  return flow;
}

function slipFailed(
  flow: Flow,
  { ticket }: ScreenOf<'ticket'>,
  fault: PrinterFault,
  at: Instant,
): Flow {
  return show(flow, { name: 'slip-failed', ticket, fault, choice: null, refused: false }, at);
}

function afterResolution(
  flow: Flow,
  { printJobId, ok, at }: Extract<FlowEvent, { type: 'resolved' }>,
): Flow {
  const { screen } = flow;
  if (screen.name !== 'slip-failed' || screen.choice === null) return flow;
  if (screen.ticket.printJobId !== printJobId) return flow;
  const { ticket, choice } = screen;
  // A noted number is good whether or not the hub heard so; one given back must really be given back.
  if (ok || choice === 'noted') {
    return show(flow, { name: 'slip-settled', ticket, resolution: choice }, at);
  }
  return { ...flow, screen: { ...screen, choice: null, refused: true }, touchedAt: at };
}

function afterTime(flow: Flow, at: Instant): Flow {
  const { screen, shownSince } = flow;
  if (screen.name === 'asking' && at - shownSince >= ANSWER_PATIENCE_MS) {
    const { serviceId, requestId } = screen;
    return show(flow, { name: 'refused', serviceId, requestId, code: 'hub-unavailable' }, at);
  }
  if (screen.name === 'ticket' && screen.slip === 'printing') {
    return at - shownSince >= SLIP_PATIENCE_MS ? slipFailed(flow, screen, 'no-answer', at) : flow;
  }
  const leaves = leavesAt(flow);
  // The next visitor starts as everybody does: in Vietnamese, in the usual size.
  return leaves !== null && at >= leaves ? startFlow(at) : flow;
}

function show(flow: Flow, screen: Screen, at: Instant): Flow {
  return screen === flow.screen ? flow : { ...flow, screen, shownSince: at, touchedAt: at };
}
