import type { Instant } from '@motcua/domain';
import type { PausedCounters } from './room-view.ts';

/** Long enough to find one's number and read it. */
export const PAGE_MS = 6_000;

/** One page per language: two on one page would both be too small to read. */
export const NOTICE_LANGUAGES = ['vi', 'en'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

export type NoticePage = { readonly language: NoticeLanguage } & (
  | { readonly type: 'missed'; readonly numbers: readonly string[] }
  /** What visitors who missed a call should do. */
  | { readonly type: 'missed-advice' }
  | { readonly type: 'paused'; readonly counters: PausedCounters }
);

export interface Notices {
  readonly missed: readonly string[];
  readonly paused: readonly PausedCounters[];
}

/** The pages of the strip below the calls: all notices in one language, then in the next. */
export function noticePages({ missed, paused }: Notices, pageSize: number): readonly NoticePage[] {
  const chunks = Array.from({ length: Math.ceil(missed.length / pageSize) }, (_, page) =>
    missed.slice(page * pageSize, (page + 1) * pageSize),
  );
  return NOTICE_LANGUAGES.flatMap((language): readonly NoticePage[] => [
    ...chunks.map((numbers) => ({ type: 'missed' as const, language, numbers })),
    ...(missed.length > 0 ? [{ type: 'missed-advice' as const, language }] : []),
    ...paused.map((counters) => ({ type: 'paused' as const, language, counters })),
  ]);
}

/** Derived from the clock, so that every display in the room shows the same page. */
export function turnAt(at: Instant): number {
  return Math.floor(at / PAGE_MS);
}

/** Of the strip, in its own letters (em): see `notice-strip.css`. */
const LETTER_VMIN = 6.9;
const MARGINS_VMIN = 8.4;
const EM_PER_CHARACTER = 0.68;
const GAP_EM = 0.6;

/** How many numbers stand on one page of the strip: one row of a lying screen, two of an upright one. */
export function numbersOfPage(
  numbers: readonly string[],
  screen: { readonly width: number; readonly height: number },
): number {
  const widthVmin = (100 * screen.width) / Math.min(screen.width, screen.height);
  const widthEm = (widthVmin - MARGINS_VMIN) / LETTER_VMIN;
  const longest = Math.max(4, ...numbers.map((number) => number.length));
  const inRow = Math.floor((widthEm + GAP_EM) / (longest * EM_PER_CHARACTER + GAP_EM));
  return Math.max(1, inRow) * (screen.height > screen.width ? 2 : 1);
}
