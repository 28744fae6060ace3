/** One spoken word, and the name of its clip in a voice pack. */
export interface SpokenWord {
  readonly clip: string;
  readonly says: string;
}

/** How a language speaks numbers and letters. */
export interface SpokenLanguage {
  /** A whole number from 0 to 9999. Throws a RangeError outside of it. */
  readonly cardinal: (value: number) => readonly SpokenWord[];
  /** One digit, `0` to `9`, by itself. */
  readonly digit: (digit: number) => SpokenWord;
  /** The name of a letter, A to Z or Vietnamese (Ă Â Đ Ê Ô Ơ Ư); null for anything else. */
  readonly letter: (letter: string) => SpokenWord | null;
  /** All words that the functions above can return: the required contents of a voice pack. */
  readonly vocabulary: readonly SpokenWord[];
  /** The separator between the words in writing. */
  readonly separator: string;
}

/** A whole number from 0 to 9999 in words: "hai mươi mốt". */
export function inWords(language: SpokenLanguage, value: number): string {
  return language
    .cardinal(value)
    .map(({ says }) => says)
    .join(language.separator);
}

/** The digits of a number below 10,000; throws for any other number. */
export function decimalPlaces(value: number): {
  readonly thousands: number;
  readonly hundreds: number;
  readonly belowHundred: number;
} {
  if (!Number.isInteger(value) || value < 0 || value > 9999) {
    throw new RangeError(`Only whole numbers from 0 to 9999 are spoken, not ${value}.`);
  }
  return {
    thousands: Math.floor(value / 1000),
    hundreds: Math.floor(value / 100) % 10,
    belowHundred: value % 100,
  };
}

/** Letter names by letter: `{ A: 'a' }` becomes the words `letter-a`; Đ is `letter-dd`, as it is typed in Telex. */
export function lettersFrom(
  names: Readonly<Record<string, string>>,
): ReadonlyMap<string, SpokenWord> {
  return new Map(
    Object.entries(names).map(([letter, says]) => [
      letter,
      { clip: `letter-${TELEX[letter] ?? letter.toLowerCase()}`, says },
    ]),
  );
}

/** The words `prefix-<start>`, `prefix-<start + step>` …, one for each text. */
export function numbered(
  texts: readonly string[],
  start: number,
  step: number,
): readonly SpokenWord[] {
  return texts.map((says, index) => ({ clip: `n-${start + index * step}`, says }));
}

/** The entry at an index that the caller has computed to be within the list. */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new RangeError(`No entry ${index} among ${list.length}.`);
  return entry;
}

const TELEX: Readonly<Record<string, string>> = {
  Ă: 'aw',
  Â: 'aa',
  Đ: 'dd',
  Ê: 'ee',
  Ô: 'oo',
  Ơ: 'ow',
  Ư: 'uw',
};
