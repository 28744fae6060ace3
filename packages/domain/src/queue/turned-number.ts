import { formatTicketNumber, type NumberSeries, parseTicketNumber } from './ticket-number.ts';

/**
 * What a letter or digit is read as when the paper is turned over, in the faces that slips are printed with
 * (`turned-shapes.test.ts` of printing measures them). All others show which way is up.
 */
export const TURNED_SHAPES: Readonly<Record<string, string>> = {
  0: '0',
  1: '1',
  6: '9',
  8: '8',
  9: '6',
  A: 'V',
  H: 'H',
  I: 'I',
  M: 'W',
  N: 'N',
  O: 'O',
  S: 'S',
  V: 'A',
  W: 'M',
  X: 'X',
  Z: 'Z',
};

/**
 * The number that is read when the paper lies upside down: `H069` is then `690H`, taken for H690. Null: some letter or
 * digit shows that it is upside down, or what is read is no number.
 */
export function turnedNumber(number: string): string | null {
  const read = parseTicketNumber(number);
  const letters = read === null ? null : turn(read.letters);
  const digits = read === null ? null : turn(number.slice(read.letters.length));
  return letters === null || digits === null || Number(digits) === 0 ? null : letters + digits;
}

/**
 * Whether a slip prints a line below the number, as on billiard balls, so that it cannot be taken for another when the
 * paper is turned over. A line costs no number, leaves no gap to be explained, and needs to know nothing of what other
 * queues or kiosks without the hub give; the other number of the pair has one too.
 */
export function needsBaseLine(number: string): boolean {
  const turned = turnedNumber(number);
  return turned !== null && turned !== number;
}

/** The numbers of a series that turn into a number of one of the series, each with that number. */
export function turnedPairs(
  series: NumberSeries,
  all: readonly NumberSeries[],
): readonly (readonly [number: string, turned: string])[] {
  const pairs: (readonly [string, string])[] = [];
  if (turn(series.prefix) === null) return pairs;
  for (let value = series.from; value <= series.to; value += 1) {
    const number = formatTicketNumber(series, value);
    const turned = turnedNumber(number);
    if (turned !== null && turned !== number && all.some((each) => prints(each, turned)))
      pairs.push([number, turned]);
  }
  return pairs;
}

function prints(series: NumberSeries, number: string): boolean {
  const value = parseTicketNumber(number)?.value ?? 0;
  const isInside = value >= series.from && value <= series.to;
  return isInside && formatTicketNumber(series, value) === number;
}

function turn(text: string): string | null {
  const turned = [...text].toReversed().map((each) => TURNED_SHAPES[each]);
  return turned.includes(undefined) ? null : turned.join('');
}
