import type { Instant } from '@motcua/domain';
import type { Flow } from './kiosk-flow.ts';
import type { ScreenName } from './screen.ts';

/** Idle time of a screen, and how much of it is a visible countdown (WCAG 2.2, 2.2.1: at least 20 s). */
const WHILE_CHOOSING = { quietMs: 60_000, warnMs: 20_000 } as const;
const TIMEOUTS: Readonly<
  Record<ScreenName, { readonly quietMs: number; readonly warnMs: number } | null>
> = {
  'welcome': { quietMs: 60_000, warnMs: 0 },
  'services': WHILE_CHOOSING,
  'confirm': WHILE_CHOOSING,
  'priority': WHILE_CHOOSING,
  'options': WHILE_CHOOSING,
  'needs': WHILE_CHOOSING,
  'party': WHILE_CHOOSING,
  'more-groups': WHILE_CHOOSING,
  'more-services': WHILE_CHOOSING,
  'number': WHILE_CHOOSING,
  'place': WHILE_CHOOSING,
  'place-settled': { quietMs: 20_000, warnMs: 0 },
  'booking': WHILE_CHOOSING,
  'booked': WHILE_CHOOSING,
  'asking': null,
  'refused': WHILE_CHOOSING,
  'ticket': { quietMs: 20_000, warnMs: 0 },
  'give-back': WHILE_CHOOSING,
  // Time to write down a number without paper.
  'slip-failed': { quietMs: 180_000, warnMs: 20_000 },
  'slip-settled': { quietMs: 20_000, warnMs: 0 },
};
/** After a touch on the last screen the visitor is still reading. */
const READING_MS = 40_000;

/** Time to look for the slip before answering. */
const ASKED_MS = 60_000;

/** When the screen times out to the welcome screen if it is not touched; null: never. */
export function leavesAt({ screen, shownSince, touchedAt }: Flow): number | null {
  const timeout = TIMEOUTS[screen.name];
  if (timeout === null) return null;
  if (screen.name === 'ticket' && screen.slip === 'accepted') return touchedAt + ASKED_MS;
  const reading = timeout.warnMs === 0 && touchedAt > shownSince ? READING_MS : 0;
  return touchedAt + timeout.quietMs + reading + timeout.warnMs;
}

/** Whole seconds until the timeout while the warning is shown, else null. */
export function secondsLeft(flow: Flow, at: Instant): number | null {
  const leaves = leavesAt(flow);
  const warnMs = TIMEOUTS[flow.screen.name]?.warnMs ?? 0;
  if (leaves === null || at < leaves - warnMs || warnMs === 0) return null;
  return Math.max(0, Math.ceil((leaves - at) / 1_000));
}
