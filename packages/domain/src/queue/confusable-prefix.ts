import { PREFIX_LETTERS } from './queue.ts';

/** Why two prefixes are taken for one another: by their marks, by how their names are spoken, or by their shape. */
export const PREFIX_CONFUSIONS = ['mark', 'sound', 'shape'] as const;
export type PrefixConfusion = (typeof PREFIX_CONFUSIONS)[number];

export interface ConfusablePrefix {
  /** The prefix that is in use already. */
  readonly other: string;
  readonly because: PrefixConfusion;
}

/** Letters that differ by a mark only: lost in haste, in bad print, and on a keyboard without Vietnamese. */
const MARKS = ['AĂÂ', 'DĐ', 'EÊ', 'OÔƠ', 'UƯ'];

/**
 * Letters whose names rhyme, so that a loud room confuses them, in Vietnamese (bê, xê, dê, đê, giê, pê, tê,
 * vê; em-mờ, en-nờ; e-lờ, e-rờ; ét, dét, ích; a, ca; i, gi, i dài; ớ, ơ), English or German (be, ze, de …).
 */
const SOUNDS = ['BCDĐEÊGPTVW', 'AĂK', 'IJY', 'LMNR', 'FSXZ', 'OÔÂƠ', 'QUƯW'];

/** Letters that look alike from afar or on worn paper. */
const SHAPES = ['OÔƠQCG', 'DĐO', 'IJL', 'UƯV', 'VY', 'BR', 'PR', 'EÊF', 'MN', 'KX', 'VW'];

/** Letters that are read as a digit: `O001` as `0001`. */
const LIKE_DIGITS = 'OÔƠI';

/**
 * The prefixes among `others` that a visitor or a clerk would take for `prefix`, each with the strongest reason.
 * Prefixes of different length, equal ones and none at all are told apart.
 */
export function confusablePrefixes(
  prefix: string,
  others: Iterable<string>,
): readonly ConfusablePrefix[] {
  return [...new Set(others)].flatMap((other): ConfusablePrefix[] => {
    const because = whyConfusable(prefix, other);
    return because === null ? [] : [{ other, because }];
  });
}

/** Single letters that are not taken for a digit, for one in use, or for one another. */
export function clearPrefixes(taken: Iterable<string>): readonly string[] {
  const used = [...taken];
  const clear: string[] = [];
  for (const letter of PREFIX_LETTERS) {
    const others = [...used, ...clear];
    if (looksLikeDigit(letter) || others.includes(letter)) continue;
    if (confusablePrefixes(letter, others).length === 0) clear.push(letter);
  }
  return clear;
}

/** Whether a letter of the prefix is read as one of the digits that follow it. */
export function looksLikeDigit(prefix: string): boolean {
  return [...prefix].some((letter) => LIKE_DIGITS.includes(letter));
}

function whyConfusable(prefix: string, other: string): PrefixConfusion | null {
  const [letters, others] = [[...prefix], [...other]];
  if (prefix === other || letters.length !== others.length) return null;
  const reasons = letters.map((letter, place) =>
    letter === others[place] ? 'same' : whyAlike(letter, others[place] ?? ''),
  );
  if (reasons.includes(null)) return null;
  return PREFIX_CONFUSIONS.find((reason) => reasons.includes(reason)) ?? null;
}

function whyAlike(a: string, b: string): PrefixConfusion | null {
  const share = (groups: readonly string[]) =>
    groups.some((group) => group.includes(a) && group.includes(b));
  if (share(MARKS)) return 'mark';
  if (share(SOUNDS)) return 'sound';
  return share(SHAPES) ? 'shape' : null;
}
