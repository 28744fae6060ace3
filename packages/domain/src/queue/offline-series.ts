import type { Device } from '../people/people-and-devices.ts';
import type { Visit } from '../visit/visit.ts';
import { formatTicketNumber, type NumberSeries, parseTicketNumber } from './ticket-number.ts';

/**
 * Numbers with a letter of their own behind the queue's prefix. They are counted without asking the hub, and no number
 * comes twice: `HA01` is the first that kiosk A gave without the hub, `HU01` the first that a hub gave after it had lost
 * a part of its data (a restored backup, a promoted standby). Letters that look like digits (B D G I O Q
 * S Z) are left out; those of kiosks are told apart by ear as well, in the order of the list.
 */
export const KIOSK_LETTERS = 'AMXRKYNLE';
export const HUB_LETTERS = 'UWFTVPJC';

/** Each queue's numbers in such a series, on each day. */
const LAST = 999;

/** The numbers that a queue's prefix and these letters count, each day from 01. */
export function offlineSeries(prefix: string, letters: string): NumberSeries {
  return { prefix: prefix + letters, from: 1, to: LAST, leastDigits: 2 };
}

/** A number and its owner; `hub`: given while a part of the day is unknown. */
export type NumberOwner =
  | { readonly of: 'queue'; readonly prefix: string }
  | { readonly of: 'kiosk' | 'hub'; readonly prefix: string; readonly letters: string };

/** The owner of that number, where queues have these prefixes; null: no series prints it so. */
export function ownerOf(number: string, prefixes: readonly string[]): NumberOwner | null {
  const read = parseTicketNumber(number);
  if (read === null || read.value === 0) return null;
  const { letters, value } = read;
  const isPrinted = (series: NumberSeries) =>
    value <= series.to && formatTicketNumber(series, value) === number;
  for (const prefix of prefixes) {
    if (letters === prefix && isPrinted({ prefix, from: 1, to: 9999 }))
      return { of: 'queue', prefix };
    const own = letters.startsWith(prefix) ? letters.slice(prefix.length) : '';
    if (own === '' || own.length > 2 || !isPrinted(offlineSeries(prefix, own))) continue;
    if (isMadeOf(own, KIOSK_LETTERS)) return { of: 'kiosk', prefix, letters: own };
    if (isMadeOf(own, HUB_LETTERS)) return { of: 'hub', prefix, letters: own };
  }
  return null;
}

/** Whether the one prefix is the other with letters of a series: both would print the same numbers. */
export function prefixesClash(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const more = long.slice(short.length);
  return long.startsWith(short) && isSeriesLetters(more);
}

/**
 * The letter that a kiosk gets: none of a paired kiosk, then rather an unused one than that of the kiosk that was paired
 * longest ago; never one that a number of today has (`isUsed`). Null: a hundred
 * kiosks are paired, and this one gives numbers only with the hub.
 */
export function letterForKiosk(
  devices: Iterable<Device>,
  prefixes: readonly string[],
  isUsed: (letters: string) => boolean,
): string | null {
  const had = [...devices].filter(({ offlineLetter }) => offlineLetter !== undefined);
  const inUse = new Set(had.filter(({ revoked }) => !revoked).map((each) => each.offlineLetter));
  const lastHadAt = (letters: string) =>
    Math.max(
      0,
      ...had.filter((each) => each.offlineLetter === letters).map((each) => each.pairedAt),
    );
  const free = freeLetters(KIOSK_LETTERS, prefixes, (each) => inUse.has(each) || isUsed(each));
  return free.toSorted((a, b) => lastHadAt(a) - lastHadAt(b))[0] ?? null;
}

/** The letter of a hub that lost a part of the day: any that is not known as used today, so that two lives rarely meet. */
export function letterForHub(
  prefixes: readonly string[],
  isUsed: (letters: string) => boolean,
  random: () => number,
): string {
  const free = freeLetters(HUB_LETTERS, prefixes, isUsed);
  return free[Math.floor(random() * free.length)] ?? HUB_LETTERS.slice(0, 1);
}

/**
 * The waiting visits whose numbers a kiosk gave by itself; none where a paired kiosk has its letter now.
 * `prefixes`: of all queues.
 */
export function numbersOfKiosk<V extends Pick<Visit, 'state' | 'ticket'>>(
  visits: Iterable<V>,
  { id, offlineLetter }: Pick<Device, 'id' | 'offlineLetter'>,
  devices: Iterable<Pick<Device, 'id' | 'offlineLetter' | 'revoked'>>,
  prefixes: readonly string[],
): readonly V[] {
  if (offlineLetter === undefined) return [];
  for (const other of devices)
    if (other.id !== id && !other.revoked && other.offlineLetter === offlineLetter) return [];
  return [...visits].filter(({ state, ticket }) => {
    if (state !== 'waiting') return false;
    const owner = ownerOf(ticket.number, prefixes);
    return owner?.of === 'kiosk' && owner.letters === offlineLetter;
  });
}

/** Single letters; where none is left, pairs of them. */
function freeLetters(
  alphabet: string,
  prefixes: readonly string[],
  isTaken: (letters: string) => boolean,
): readonly string[] {
  const isFree = (letters: string) =>
    !isTaken(letters) && !prefixes.some((prefix) => prefixes.includes(prefix + letters));
  const singles = [...alphabet].filter(isFree);
  // `AA01` could be read as a letter typed twice.
  const clear = singles.filter((letter) => !prefixes.some((prefix) => prefix.includes(letter)));
  if (clear.length > 0) return clear;
  if (singles.length > 0) return singles;
  return [...alphabet].flatMap((a) => [...alphabet].map((b) => a + b)).filter(isFree);
}

function isSeriesLetters(letters: string): boolean {
  return letters !== '' && (isMadeOf(letters, KIOSK_LETTERS) || isMadeOf(letters, HUB_LETTERS));
}

function isMadeOf(letters: string, alphabet: string): boolean {
  return [...letters].every((letter) => alphabet.includes(letter));
}
