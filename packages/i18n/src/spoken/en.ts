import {
  at,
  decimalPlaces,
  lettersFrom,
  numbered,
  type SpokenLanguage,
  type SpokenWord,
} from './spoken-language.ts';

const BELOW_TWENTY = numbered(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen'
  ).split(' '),
  0,
  1,
);
const TENS = numbered('twenty thirty forty fifty sixty seventy eighty ninety'.split(' '), 20, 10);
const HUNDRED: SpokenWord = { clip: 'hundred', says: 'hundred' };
const THOUSAND: SpokenWord = { clip: 'thousand', says: 'thousand' };
const AND: SpokenWord = { clip: 'and', says: 'and' };

const LETTERS = lettersFrom({
  A: 'ay',
  Ă: 'ay with a breve',
  Â: 'ay with a hat',
  B: 'bee',
  C: 'see',
  D: 'dee',
  Đ: 'dee with a stroke',
  E: 'ee',
  Ê: 'ee with a hat',
  F: 'ef',
  G: 'jee',
  H: 'aitch',
  I: 'eye',
  J: 'jay',
  K: 'kay',
  L: 'ell',
  M: 'em',
  N: 'en',
  O: 'oh',
  Ô: 'oh with a hat',
  Ơ: 'oh with a horn',
  P: 'pee',
  Q: 'cue',
  R: 'ar',
  S: 'ess',
  T: 'tee',
  U: 'you',
  Ư: 'you with a horn',
  V: 'vee',
  W: 'double you',
  X: 'ex',
  Y: 'why',
  Z: 'zed',
});

/** British English: "one hundred and twenty one". */
export const spokenEnglish: SpokenLanguage = {
  cardinal: (value) => {
    const { thousands, hundreds, belowHundred } = decimalPlaces(value);
    if (value < 100) return tensAndUnits(belowHundred);
    return [
      ...(thousands === 0 ? [] : [at(BELOW_TWENTY, thousands), THOUSAND]),
      ...(hundreds === 0 ? [] : [at(BELOW_TWENTY, hundreds), HUNDRED]),
      ...(belowHundred === 0 ? [] : [AND, ...tensAndUnits(belowHundred)]),
    ];
  },
  digit: (digit) => at(BELOW_TWENTY.slice(0, 10), digit),
  letter: (letter) => LETTERS.get(letter) ?? null,
  vocabulary: [...BELOW_TWENTY, ...TENS, HUNDRED, THOUSAND, AND, ...LETTERS.values()],
  separator: ' ',
};

function tensAndUnits(value: number): readonly SpokenWord[] {
  if (value < 20) return [at(BELOW_TWENTY, value)];
  const tens = at(TENS, Math.floor(value / 10) - 2);
  return value % 10 === 0 ? [tens] : [tens, at(BELOW_TWENTY, value % 10)];
}
