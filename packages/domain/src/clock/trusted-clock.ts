import type { Instant } from '../ids.ts';

/** The two clocks of a machine. */
export interface MachineClock {
  /** What the computer's clock shows; any administrator may set it. */
  readonly wall: () => Instant;
  /** Milliseconds that passed, sleep included; it cannot be set. */
  readonly uptimeMs: () => number;
}

/** The computer's clock shows a time that is not believed. */
export interface ClockProblem {
  /** Later, or earlier, than is possible. */
  readonly kind: 'ahead' | 'behind';
  readonly wall: Instant;
  /** The time that is used instead. */
  readonly at: Instant;
  /** When the problem began, by the time that is used instead. */
  readonly since: Instant;
  /** Since the start: the computer may have been off so long. Else the clock was set while it ran. */
  readonly fromStart: boolean;
}

/** Time that no mistyped year can move, for everything that ends, expires or is deleted. */
export interface TrustedClock {
  readonly now: () => Instant;
  /** Null: the computer's clock is followed. */
  readonly problem: () => ClockProblem | null;
  /**
   * The computer's clock is right. Confirmed by a person who can see another clock, what cannot be undone may follow at
   * once; by other computers, which one time server can have set wrong as well, only after it was right for hours.
   */
  readonly confirm: (by: 'person' | 'computers') => void;
  /** Whether it has been right for long enough to do what cannot be undone. */
  readonly maySweep: () => boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Network time corrects as much, unnoticed. */
const FOLLOWED_AT_ONCE_MS = 10 * MINUTE_MS;
/** A larger correction has to last so long, since a mistyped one is corrected by then. */
const STANDS_FOR_MS = 5 * MINUTE_MS;
/** All corrections of one run together; more is no correction. */
const MAX_CORRECTION_MS = DAY_MS;
/** A computer may be off over Tết and a repair. */
export const MAX_OFF_MS = 31 * DAY_MS;
/** What is deleted does not come back; by then a wrong clock has been noticed. */
const SURE_AFTER_MS = 4 * HOUR_MS;
/** Earlier than this program, and later than its use, no clock is right. */
const EARLIEST = Date.UTC(2026, 0, 1);
const LATEST = Date.UTC(2076, 0, 1);

/** Whether a clock that shows this can be right. */
export function isPossibleTime(at: Instant): boolean {
  return at >= EARLIEST && at <= LATEST;
}

/**
 * Follows the computer's clock while that agrees with the time that passed. `last`: when the data were last
 * written, null for none. It is not known how long a computer was off, so more is believed at a start.
 */
export function createTrustedClock(
  { wall, uptimeMs }: MachineClock,
  last: Instant | null,
): TrustedClock {
  const startedAt = uptimeMs();
  let base = { at: last ?? EARLIEST, uptimeMs: startedAt };
  /** By how much the clock is ahead of the base, as far as it is followed. */
  let followedMs = 0;
  let isKnown = false;
  let isConfirmed = false;
  let sureSince = startedAt;
  let jumpSince: number | null = null;
  let problemSince: Instant | null = null;

  function read(): { readonly at: Instant; readonly problem: ClockProblem | null } {
    const up = uptimeMs();
    const shown = wall();
    const expected = Math.floor(base.at + up - base.uptimeMs);
    const apart = shown - expected;
    const kind = problemOf(shown, apart);
    const at = (expected + Math.round(followedMs)) as Instant;
    if (kind !== null) {
      problemSince ??= at;
      jumpSince = null;
      return { at, problem: { kind, wall: shown, at, since: problemSince, fromStart: !isKnown } };
    }
    problemSince = null;
    if (!isKnown) {
      begin(shown, up);
      return { at: shown, problem: null };
    }
    const isJump = Math.abs(apart - followedMs) > FOLLOWED_AT_ONCE_MS;
    if (isJump) jumpSince ??= up;
    if (isJump && up - (jumpSince ?? up) < STANDS_FOR_MS) return { at, problem: null };
    if (isJump) {
      sureSince = up;
      isConfirmed = false;
    }
    jumpSince = null;
    followedMs = apart;
    return { at: shown, problem: null };
  }

  function problemOf(shown: Instant, apart: number): ClockProblem['kind'] | null {
    if (!isPossibleTime(shown)) return shown < EARLIEST ? 'behind' : 'ahead';
    if (!isKnown && last === null) return null;
    if (apart < -MAX_CORRECTION_MS) return 'behind';
    return apart > (isKnown ? MAX_CORRECTION_MS : MAX_OFF_MS) ? 'ahead' : null;
  }

  function begin(at: number, up: number): void {
    base = { at, uptimeMs: up };
    followedMs = 0;
    isKnown = true;
    sureSince = up;
    jumpSince = null;
    problemSince = null;
  }

  return {
    now: () => read().at,
    problem: () => read().problem,
    confirm(by) {
      begin(wall(), uptimeMs());
      isConfirmed = by === 'person';
    },
    maySweep: () =>
      read().problem === null && (isConfirmed || uptimeMs() - sureSince >= SURE_AFTER_MS),
  };
}

/** A clock that is right by definition. */
export function alwaysRight(now: () => Instant): TrustedClock {
  return { now, problem: () => null, confirm: () => undefined, maySweep: () => true };
}
