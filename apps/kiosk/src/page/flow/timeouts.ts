import type { Instant } from '@motcua/domain';
import type { Screen, ScreenName } from './screen.ts';

/** A screen, and how long it has stood untouched. */
export interface ShownScreen {
  readonly screen: Screen;
  readonly shownSince: Instant;
  readonly touchedAt: Instant;
}

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
  // A number without paper is read and written down: no visitor is hurried.
  'slip-failed': { quietMs: 180_000, warnMs: 20_000 },
  'slip-settled': { quietMs: 20_000, warnMs: 0 },
};
/** A visitor who touches the last screen is still reading it. */
const READING_MS = 40_000;

/** A visitor who is asked whether the slip came out looks for it first. */
const ASKED_MS = 60_000;

/** When the screen gives way to the welcome screen if it is not touched; null: not by itself. */
export function leavesAt({ screen, shownSince, touchedAt }: ShownScreen): number | null {
  const timeout = TIMEOUTS[screen.name];
  if (timeout === null) return null;
  if (screen.name === 'ticket' && screen.slip === 'accepted') return touchedAt + ASKED_MS;
  const reading = timeout.warnMs === 0 && touchedAt > shownSince ? READING_MS : 0;
  return touchedAt + timeout.quietMs + reading + timeout.warnMs;
}

/** Whole seconds until the kiosk returns to the welcome screen, while it warns; null when it does not. */
export function secondsLeft(shown: ShownScreen, at: Instant): number | null {
  const leaves = leavesAt(shown);
  const warnMs = TIMEOUTS[shown.screen.name]?.warnMs ?? 0;
  if (leaves === null || at < leaves - warnMs || warnMs === 0) return null;
  return Math.max(0, Math.ceil((leaves - at) / 1_000));
}
