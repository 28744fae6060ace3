import {
  clearPrefixes,
  confusablePrefixes,
  looksLikeDigit,
  type PrefixConfusion,
} from './confusable-prefix.ts';
import { prefixesClash } from './offline-series.ts';
import { PREFIX_LETTERS } from './queue.ts';
import { TURNED_SHAPES } from './turned-number.ts';

/** Why a prefix is a poor one; `other`: the one it is taken for. It is a warning, not a refusal. */
export type PrefixWarning =
  | { readonly because: PrefixConfusion | 'turned' | 'clashes'; readonly other: string }
  | { readonly because: 'digit' };

/** What speaks against a prefix beside the others in use, the weightiest first. */
export function prefixWarnings(
  prefix: string,
  others: readonly string[],
): readonly PrefixWarning[] {
  const beside = others.filter((other) => other !== prefix);
  return [
    ...beside
      .filter((other) => prefixesClash(prefix, other))
      .map((other) => ({ because: 'clashes', other }) as const),
    ...(looksLikeDigit(prefix) ? [{ because: 'digit' } as const] : []),
    ...confusablePrefixes(prefix, beside),
    ...beside
      .filter((other) => turned(prefix) === other)
      .map((other) => ({ because: 'turned', other }) as const),
  ];
}

/**
 * Prefixes for queues of these names, in their order, none of which is taken for another or for one in use: an initial
 * of the name where that is clear, else any clear letter; where no single letter is left, two of them.
 */
export function proposePrefixes(
  names: readonly string[],
  inUse: readonly string[] = [],
): readonly string[] {
  const proposed: string[] = [];
  for (const name of names) {
    const others = [...inUse, ...proposed];
    const isClear = (prefix: string) =>
      !others.includes(prefix) && prefixWarnings(prefix, others).length === 0;
    const initials = initialsOf(name);
    const found = [...initials, ...clearPrefixes(others), ...pairsOf(initials)].find(isClear);
    proposed.push(found ?? '');
  }
  return proposed;
}

/** The words' first letters; Đ is also tried as D, Ô as O. */
function initialsOf(name: string): readonly string[] {
  const initials = name
    .normalize('NFC')
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .flatMap((word) => {
      const first = word.slice(0, 1);
      return [first, first.normalize('NFD').slice(0, 1)];
    });
  return [...new Set(initials)].filter((each) => each !== '' && PREFIX_LETTERS.includes(each));
}

/** The name's initials in pairs, then with all letters that may follow, then all pairs. */
function pairsOf(initials: readonly string[]): readonly string[] {
  const letters = [...PREFIX_LETTERS];
  const pairs = (first: readonly string[], second: readonly string[]) =>
    first.flatMap((a) => second.map((b) => a + b));
  return [...pairs(initials, initials), ...pairs(initials, letters), ...pairs(letters, letters)];
}

function turned(prefix: string): string {
  return [...prefix]
    .toReversed()
    .map((letter) => TURNED_SHAPES[letter] ?? ' ')
    .join('');
}
