import { isInHand, type PrinterFault, type PrintJobId } from '@motcua/domain';
import type { SlipNews, SlipResolution, UnresolvedSlip } from '../../bridge.ts';
import type { Screen, SlipOnScreen } from './screen.ts';

/** What a visitor with a number may do about its slip. */
export type SlipEvent =
  | { readonly type: 'choose-resolution'; readonly resolution: SlipResolution }
  /** The visitor's answer where the printer cannot confirm the slip. */
  | { readonly type: 'slip-came-out'; readonly cameOut: boolean }
  | { readonly type: 'reprint' }
  | { readonly type: 'want-give-back' | 'keep-number' | 'give-back' };

/** Added to the service's own limit for a print report, before the number is shown large. */
export const SLIP_SLACK_MS = 10_000;
/** After this time the screen says that printing is slow, so that the visitor waits. */
export const SLIP_SLOW_MS = 8_000;

export function withSlip(screen: Screen, event: SlipEvent): Screen {
  switch (event.type) {
    case 'choose-resolution':
      return screen.name === 'slip-failed' && screen.choice === null
        ? { ...screen, choice: event.resolution, refused: false }
        : screen;
    case 'slip-came-out':
      if (screen.name !== 'ticket' || screen.slip !== 'accepted') return screen;
      return event.cameOut
        ? { ...screen, slip: 'confirmed' }
        : withoutPaper(screen, 'not-delivered');
    case 'reprint':
      return screen.name === 'slip-failed' && screen.choice === null
        ? { name: 'ticket', ticket: screen.ticket, slip: 'printing', copy: true }
        : screen;
    case 'want-give-back': {
      if (screen.name !== 'ticket') return screen;
      const { ticket, slip, copy } = screen;
      return { name: 'give-back', ticket, slip, copy, fault: null, asked: false, refused: false };
    }
    case 'keep-number': {
      if (screen.name !== 'give-back' || screen.asked) return screen;
      const { ticket, slip, copy, fault } = screen;
      return fault === null ? { name: 'ticket', ticket, slip, copy } : withoutPaper(screen, fault);
    }
    case 'give-back':
      return screen.name === 'give-back' && !screen.asked
        ? { ...screen, asked: true, refused: false }
        : screen;
  }
}

export function withoutPaper(
  { ticket }: Pick<UnresolvedSlip, 'ticket'>,
  fault: PrinterFault,
): Screen {
  return { name: 'slip-failed', ticket, fault, choice: null, refused: false };
}

/** Whether a print report is still expected. */
export function isAwaited(slip: SlipOnScreen): boolean {
  return slip === 'printing' || slip === 'slow';
}

export function afterSlipNews(screen: Screen, news: SlipNews): Screen {
  if (screen.name !== 'ticket' && screen.name !== 'give-back') return screen;
  if (screen.ticket.printJobId !== news.id || !isAwaited(screen.slip)) return screen;
  if (news.state === 'asked') return screen;
  if (news.state === 'printed') return { ...screen, slip: isInHand(news) ? 'printed' : 'accepted' };
  const fault = news.fault ?? 'no-answer';
  // A visitor who is giving the number back is not interrupted.
  return screen.name === 'ticket' ? withoutPaper(screen, fault) : { ...screen, fault };
}

export function slipAfterTime(
  screen: Extract<Screen, { name: 'ticket' }>,
  waitedMs: number,
): Screen {
  if (waitedMs >= screen.ticket.slipWithinMs + SLIP_SLACK_MS)
    return withoutPaper(screen, 'no-answer');
  return screen.slip === 'printing' && waitedMs >= SLIP_SLOW_MS
    ? { ...screen, slip: 'slow' }
    : screen;
}

/** The hub has recorded the visitor's choice, or could not be reached. */
export function afterResolution(
  screen: Screen,
  { printJobId, ok }: { readonly printJobId: PrintJobId; readonly ok: boolean },
): Screen {
  if (screen.name !== 'give-back' && screen.name !== 'slip-failed') return screen;
  const { ticket } = screen;
  if (ticket.printJobId !== printJobId) return screen;
  if (screen.name === 'give-back') {
    if (!screen.asked) return screen;
    return ok
      ? { name: 'slip-settled', ticket, resolution: 'given-back' }
      : { ...screen, asked: false, refused: true };
  }
  const { choice } = screen;
  if (choice === null) return screen;
  // A noted number is valid even if the hub was not reached; giving one back needs the hub.
  return ok || choice === 'noted'
    ? { name: 'slip-settled', ticket, resolution: choice }
    : { ...screen, choice: null, refused: true };
}

/** The visitor's answer about an unconfirmed slip; null: none yet. */
export function saidOfSlip(screen: Screen): boolean | null {
  if (screen.name === 'slip-failed') return screen.fault === 'not-delivered' ? false : null;
  return screen.name === 'ticket' && screen.slip === 'confirmed' ? true : null;
}
