import type { Instant } from '../ids.ts';

/** What a machine knows of time. */
export interface MachineClock {
  /** What the clock of the computer shows; anybody may set it. */
  readonly wall: () => Instant;
  /** Milliseconds that passed, sleep included; nobody can set it. */
  readonly uptimeMs: () => number;
}

/** The clock of the computer shows something that is not believed. */
export interface ClockDoubt {
  /** Later, or earlier, than can be. */
  readonly kind: 'ahead' | 'behind';
  readonly wall: Instant;
  /** What is gone by instead. */
  readonly at: Instant;
  /** When the doubt began, on the time that is gone by. */
  readonly since: Instant;
  /** Since the start: the computer may have been off so long. Else the clock was set while it ran. */
  readonly fromStart: boolean;
}

/** Time that no mistyped year can move: what ends, forgets or removes something asks this one. */
export interface TrustedClock {
  readonly now: () => Instant;
  /** Null: the clock of the computer is followed. */
  readonly doubt: () => ClockDoubt | null;
  /**
   * The clock of the computer is right. By a person who can see another clock: also what cannot be undone may follow;
   * by other computers, which one time server can have set wrong as well: that follows when it has stood for hours.
   */
  readonly confirm: (by: 'person' | 'computers') => void;
  /** Whether it has been right for long enough to do what cannot be undone. */
  readonly maySweep: () => boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Network time corrects as much without anybody noticing. */
const FOLLOWED_AT_ONCE_MS = 10 * MINUTE_MS;
/** A larger correction has to stand for so long: somebody may have mistyped, and see it. */
const STANDS_FOR_MS = 5 * MINUTE_MS;
/** All corrections of one run together; more is no correction. */
const CORRECTED_AT_MOST_MS = DAY_MS;
/** A computer may be off over Tết and a repair. */
export const OFF_AT_MOST_MS = 31 * DAY_MS;
/** What is forgotten does not come back: by then somebody has looked at a clock. */
const SURE_AFTER_MS = 4 * HOUR_MS;
/** No clock was right before this program was written, and none is used so long after. */
const EARLIEST = Date.UTC(2026, 0, 1);
const LATEST = Date.UTC(2076, 0, 1);

/** Whether a clock that shows this can be right. */
export function isPossibleTime(at: Instant): boolean {
  return at >= EARLIEST && at <= LATEST;
}

/**
 * Follows the clock of the computer while that agrees with the time that passed. `last`: when the data were last
 * written, null for none. A computer that was off says nothing of how long, so more is believed at a start.
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
  let doubtSince: Instant | null = null;

  function look(): { readonly at: Instant; readonly doubt: ClockDoubt | null } {
    const up = uptimeMs();
    const shown = wall();
    const expected = Math.floor(base.at + up - base.uptimeMs);
    const apart = shown - expected;
    const kind = doubtOf(shown, apart);
    const at = (expected + Math.round(followedMs)) as Instant;
    if (kind !== null) {
      doubtSince ??= at;
      jumpSince = null;
      return { at, doubt: { kind, wall: shown, at, since: doubtSince, fromStart: !isKnown } };
    }
    doubtSince = null;
    if (!isKnown) {
      begin(shown, up);
      return { at: shown, doubt: null };
    }
    const isJump = Math.abs(apart - followedMs) > FOLLOWED_AT_ONCE_MS;
    if (isJump) jumpSince ??= up;
    if (isJump && up - (jumpSince ?? up) < STANDS_FOR_MS) return { at, doubt: null };
    if (isJump) {
      sureSince = up;
      isConfirmed = false;
    }
    jumpSince = null;
    followedMs = apart;
    return { at: shown, doubt: null };
  }

  function doubtOf(shown: Instant, apart: number): ClockDoubt['kind'] | null {
    if (!isPossibleTime(shown)) return shown < EARLIEST ? 'behind' : 'ahead';
    if (!isKnown && last === null) return null;
    if (apart < -CORRECTED_AT_MOST_MS) return 'behind';
    return apart > (isKnown ? CORRECTED_AT_MOST_MS : OFF_AT_MOST_MS) ? 'ahead' : null;
  }

  function begin(at: number, up: number): void {
    base = { at, uptimeMs: up };
    followedMs = 0;
    isKnown = true;
    sureSince = up;
    jumpSince = null;
    doubtSince = null;
  }

  return {
    now: () => look().at,
    doubt: () => look().doubt,
    confirm(by) {
      begin(wall(), uptimeMs());
      isConfirmed = by === 'person';
    },
    maySweep: () =>
      look().doubt === null && (isConfirmed || uptimeMs() - sureSince >= SURE_AFTER_MS),
  };
}

/** A clock that is right by definition. */
export function alwaysRight(now: () => Instant): TrustedClock {
  return { now, doubt: () => null, confirm: () => undefined, maySweep: () => true };
}
