import {
  at,
  decimalPlaces,
  lettersFrom,
  numbered,
  type SpokenLanguage,
} from './spoken-language.ts';

const BELOW_TWENTY = (
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn ' +
  'sechzehn siebzehn achtzehn neunzehn'
).split(' ');
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
/** Before another word "eins" loses its s: "einhundert". */
const PREFIXES = ['ein', ...BELOW_TWENTY.slice(2, 10)];

// A German number below 100 is a single word that cannot be assembled from clips, so each has its own clip.
const BELOW_HUNDRED = numbered(
  Array.from({ length: 100 }, (_, value) => tensAndUnits(value)),
  0,
  1,
);
const HUNDREDS = numbered(
  PREFIXES.map((prefix) => `${prefix}hundert`),
  100,
  100,
);
const THOUSANDS = numbered(
  PREFIXES.map((prefix) => `${prefix}tausend`),
  1000,
  1000,
);

const LETTERS = lettersFrom({
  A: 'ah',
  Ă: 'ah mit Bogen',
  Â: 'ah mit Dach',
  B: 'be',
  C: 'ze',
  D: 'de',
  Đ: 'de mit Strich',
  E: 'eh',
  Ê: 'eh mit Dach',
  F: 'eff',
  G: 'ge',
  H: 'ha',
  I: 'ih',
  J: 'jott',
  K: 'ka',
  L: 'ell',
  M: 'emm',
  N: 'enn',
  O: 'oh',
  Ô: 'oh mit Dach',
  Ơ: 'oh mit Haken',
  P: 'pe',
  Q: 'kuh',
  R: 'err',
  S: 'ess',
  T: 'te',
  U: 'uh',
  Ư: 'uh mit Haken',
  V: 'vau',
  W: 'we',
  X: 'iks',
  Y: 'ypsilon',
  Z: 'zett',
});

/** German: "einhunderteinundzwanzig", spoken as "einhundert" and "einundzwanzig". */
export const spokenGerman: SpokenLanguage = {
  cardinal: (value) => {
    const { thousands, hundreds, belowHundred } = decimalPlaces(value);
    return [
      ...(thousands === 0 ? [] : [at(THOUSANDS, thousands - 1)]),
      ...(hundreds === 0 ? [] : [at(HUNDREDS, hundreds - 1)]),
      ...(belowHundred === 0 && value > 0 ? [] : [at(BELOW_HUNDRED, belowHundred)]),
    ];
  },
  digit: (digit) => at(BELOW_HUNDRED.slice(0, 10), digit),
  letter: (letter) => LETTERS.get(letter) ?? null,
  vocabulary: [...BELOW_HUNDRED, ...HUNDREDS, ...THOUSANDS, ...LETTERS.values()],
  separator: '',
};

function tensAndUnits(value: number): string {
  if (value < 20) return at(BELOW_TWENTY, value);
  const tens = at(TENS, Math.floor(value / 10) - 2);
  return value % 10 === 0 ? tens : `${at(PREFIXES, (value % 10) - 1)}und${tens}`;
}
