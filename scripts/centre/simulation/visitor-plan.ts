import { createSeededRandom, type PauseReason, seedAt, type SeededRandom } from '@motcua/domain';

export const MINUTE_MS = 60_000;

/** Visitors per minute of simulated time: a wave before opening, a quiet time after it, a second wave. Then again. */
const ARRIVALS = [
  { minutes: 40, perMinute: 1.1 },
  { minutes: 50, perMinute: 0.35 },
  { minutes: 30, perMinute: 0.8 },
  { minutes: 60, perMinute: 0.2 },
] as const;

/** The number of arrivals in the minute that begins at this time after opening. */
export function arrivalsPerMinute(sinceOpeningMs: number): number {
  const cycle = ARRIVALS.reduce((sum, { minutes }) => sum + minutes, 0);
  let left = (sinceOpeningMs / MINUTE_MS) % cycle;
  for (const { minutes, perMinute } of ARRIVALS) {
    if (left < minutes) return perMinute;
    left -= minutes;
  }
  return ARRIVALS[0].perMinute;
}

export interface VisitorRequest {
  readonly language: string;
  readonly priority: boolean;
}

export function visitorRequest(random: SeededRandom): VisitorRequest {
  const foreign = random.next() < 0.06;
  return {
    language: foreign ? random.pick(['en', 'de']) : 'vi',
    priority: random.next() < 0.16,
  };
}

/** What happens to a visitor, always the same for the same number. */
export interface VisitorFate {
  readonly comes: boolean;
  /** Whether a visitor who missed the call appears later and is reinstated. */
  readonly comesLater: boolean;
  readonly walkMs: number;
  readonly serviceMs: number;
  readonly course: 'finish' | 'park' | 'transfer';
}

const WALK_MS = 0.4 * MINUTE_MS;
/** Most visitors want a stamp; some bring a whole file. */
const SHORT_SERVICE_MS = 5 * MINUTE_MS;
const LONG_SERVICE_MS = 16 * MINUTE_MS;

export function fateOf(seed: number, number: string): VisitorFate {
  const place = [...number].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7);
  const random = createSeededRandom(seedAt(seed, place));
  const comes = random.next() >= 0.09;
  const comesLater = !comes && random.next() < 0.5;
  const mean = random.next() < 0.75 ? SHORT_SERVICE_MS : LONG_SERVICE_MS;
  const course = random.next();
  return {
    comes,
    comesLater,
    walkMs: WALK_MS * (0.5 + random.next()),
    serviceMs: mean * (0.4 + 1.2 * random.next()),
    course: course < 0.08 ? 'park' : course < 0.16 ? 'transfer' : 'finish',
  };
}

export interface Break {
  readonly reason: PauseReason;
  readonly lengthMs: number;
}

/** Whether a clerk takes a break after a visitor, and why. */
export function breakAfter(random: SeededRandom): Break | null {
  if (random.next() >= 0.08) return null;
  const reason = random.pick(['short-break', 'paperwork', 'meeting', 'lunch'] as const);
  return { reason, lengthMs: (reason === 'lunch' ? 20 : 6) * MINUTE_MS };
}
