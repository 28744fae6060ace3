import {
  at,
  decimalPlaces,
  lettersFrom,
  numbered,
  type SpokenLanguage,
  type SpokenWord,
} from './spoken-language.ts';

/** Regional differences: 105 is "một trăm linh năm" in the north, "một trăm lẻ năm" in the south. */
export interface VietnameseOptions {
  readonly zeroTens: 'linh' | 'lẻ';
  readonly thousand: 'nghìn' | 'ngàn';
  /** The 4 of 24. */
  readonly four: 'tư' | 'bốn';
}

export const NORTHERN = {
  zeroTens: 'linh',
  thousand: 'nghìn',
  four: 'tư',
} as const satisfies VietnameseOptions;

const UNITS = numbered(
  ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
  0,
  1,
);
const TENS: SpokenWord = { clip: 'tens', says: 'mươi' };
const HUNDRED: SpokenWord = { clip: 'hundred', says: 'trăm' };
const ONE_AFTER_TENS: SpokenWord = { clip: 'n-1-after-tens', says: 'mốt' };
const FIVE_AFTER_TENS: SpokenWord = { clip: 'n-5-after-tens', says: 'lăm' };
const FOUR_AFTER_TENS = {
  tư: { clip: 'n-4-after-tens', says: 'tư' },
  bốn: at(UNITS, 4),
} as const satisfies Record<VietnameseOptions['four'], SpokenWord>;
const ZERO_TENS = {
  linh: { clip: 'zero-tens', says: 'linh' },
  lẻ: { clip: 'zero-tens-southern', says: 'lẻ' },
} as const satisfies Record<VietnameseOptions['zeroTens'], SpokenWord>;
const THOUSAND = {
  nghìn: { clip: 'thousand', says: 'nghìn' },
  ngàn: { clip: 'thousand-southern', says: 'ngàn' },
} as const satisfies Record<VietnameseOptions['thousand'], SpokenWord>;

// In the north "giê" sounds like "dê", so G is named by its sound, as taught to children. The
// settings warn of letters that still rhyme (domain, `confusable-prefix`).
const LETTERS = lettersFrom({
  A: 'a',
  Ă: 'á',
  Â: 'ớ',
  B: 'bê',
  C: 'xê',
  D: 'dê',
  Đ: 'đê',
  E: 'e',
  Ê: 'ê',
  F: 'ép-phờ',
  G: 'gờ',
  H: 'hát',
  I: 'i',
  J: 'gi',
  K: 'ca',
  L: 'e-lờ',
  M: 'em-mờ',
  N: 'en-nờ',
  O: 'o',
  Ô: 'ô',
  Ơ: 'ơ',
  P: 'pê',
  Q: 'quy',
  R: 'e-rờ',
  S: 'ét',
  T: 'tê',
  U: 'u',
  Ư: 'ư',
  V: 'vê',
  W: 'vê kép',
  X: 'ích',
  Y: 'i dài',
  Z: 'dét',
});

/** Northern Vietnamese, or with the options of another region. */
export function spokenVietnamese(options: VietnameseOptions = NORTHERN): SpokenLanguage {
  return {
    cardinal: (value) => cardinal(value, options),
    digit: (digit) => at(UNITS.slice(0, 10), digit),
    letter: (letter) => LETTERS.get(letter) ?? null,
    vocabulary: [
      ...UNITS,
      TENS,
      ONE_AFTER_TENS,
      FOUR_AFTER_TENS.tư,
      FIVE_AFTER_TENS,
      HUNDRED,
      ...Object.values(ZERO_TENS),
      ...Object.values(THOUSAND),
      ...LETTERS.values(),
    ],
    separator: ' ',
  };
}

function cardinal(value: number, options: VietnameseOptions): readonly SpokenWord[] {
  const { thousands, hundreds, belowHundred } = decimalPlaces(value);
  if (value < 100) return tensAndUnits(belowHundred, options);
  return [
    ...(thousands === 0 ? [] : [at(UNITS, thousands), THOUSAND[options.thousand]]),
    // After a thousand the zero hundreds are spoken too: "một nghìn không trăm linh năm".
    ...(value % 1000 === 0 ? [] : [at(UNITS, hundreds), HUNDRED]),
    ...(belowHundred === 0
      ? []
      : belowHundred < 10
        ? [ZERO_TENS[options.zeroTens], at(UNITS, belowHundred)]
        : tensAndUnits(belowHundred, options)),
  ];
}

function tensAndUnits(value: number, options: VietnameseOptions): readonly SpokenWord[] {
  if (value <= 10) return [at(UNITS, value)];
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  const head = tens === 1 ? [at(UNITS, 10)] : [at(UNITS, tens), TENS];
  if (unit === 0) return head;
  if (unit === 5) return [...head, FIVE_AFTER_TENS];
  if (unit === 1 && tens > 1) return [...head, ONE_AFTER_TENS];
  if (unit === 4 && tens > 1) return [...head, FOUR_AFTER_TENS[options.four]];
  return [...head, at(UNITS, unit)];
}
