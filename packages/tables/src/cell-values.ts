import { type DossierMoment, isLocalDate, type LocalDate, type LocalTime } from '@motcua/domain';
import { foldDiacritics } from '@motcua/i18n';

const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, as it counts since its invented 29 February 1900. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
/** 1954 to 2119: other numbers in a column of days are a mistake. */
const SERIALS = { from: 20_000, to: 80_000 };

/**
 * A day written as 23/11/2026, 23.11.2026, 23-11-2026 or 2026-11-23, with or without a time, or counted as Excel does.
 * Null: no day. The day stands before the month, as in Việt Nam and Germany; years of two digits are none.
 */
export function readDay(text: string): LocalDate | null {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
  if (serial >= SERIALS.from && serial <= SERIALS.to)
    return asDay(new Date(EXCEL_EPOCH + serial * DAY_MS).toISOString().slice(0, 10));

  const [day = ''] = /^\S+/.exec(text.replace(/(\d)T(?=\d)/, '$1 ')) ?? [];
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ?? [];
  if (y !== undefined && m !== undefined && d !== undefined) return dayOf(y, m, d);
  const [, d2, m2, y2] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(day) ?? [];
  if (d2 === undefined || m2 === undefined || y2 === undefined) return null;
  return dayOf(y2, m2, d2);
}

/** A day as `readDay` takes it, and the time behind it. Null: no day, or a time that is none. */
export function readMoment(text: string): DossierMoment | null {
  const day = readDay(text);
  if (day === null) return null;
  const serial = /^\d{5}(\.\d+)$/.exec(text)?.[1];
  if (serial !== undefined) return { day, time: readTime(serial) };
  const [, written] = /^\S+?(?:\s+|T)(\S.*)$/.exec(text) ?? [];
  if (written === undefined) return { day, time: null };
  const time = readTime(written);
  return time === null ? null : { day, time };
}

/** A time written as 07:30, 7h30, 7.30, 7 giờ 30, or as a fraction of a day. Null: no time. */
export function readTime(text: string): LocalTime | null {
  if (/^0?\.\d+$/.test(text)) {
    // `0.3` is nothing that people write for a time; `7.30` has an hour.
    const minutes = Math.round(Number(text) * 1440);
    return timeOf(Math.floor(minutes / 60), minutes % 60);
  }
  const [, hours, minutes] =
    /^(\d{1,2})\s*(?:[:.h]|giờ|uhr)\s*(\d{2})?(?::\d{2})?(?:\s*(?:phút|uhr))?$/iu.exec(text) ?? [];
  return hours === undefined ? null : timeOf(Number(hours), Number(minutes ?? 0));
}

/** Spans of a day: `7:30-11:30; 13h30 – 17h`. Null: one of them is none. */
export function readSpans(
  text: string,
): readonly { readonly from: LocalTime; readonly to: LocalTime }[] | null {
  const spans = text
    .split(/[;,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [from, to, ...more] = each.split(/\s*(?:-|–|—|đến|to|bis)\s*/u).map(readTime);
      return from && to && more.length === 0 ? { from, to } : null;
    });
  return spans.includes(null) ? null : spans.filter((span) => span !== null);
}

const YES = ['co', 'yes', 'ja', 'dung', 'true', 'wahr', 'x', '1', 'y', 'j', '✓', '✔', '☑'];
const NO = ['khong', 'no', 'nein', 'sai', 'false', 'falsch', '0', 'n', '', '-', '☐'];

/** Yes or no in the words of three languages, or as a mark. Null: neither. */
export function readYesNo(text: string): boolean | null {
  const folded = foldDiacritics(text);
  if (YES.includes(folded)) return true;
  return NO.includes(folded) ? false : null;
}

const BULLET = /^•\s?/u;
/** Also numbers in front: `1. `, `2) `. */
const MARK = /^(?:[-–*+•]\s*|\d{1,2}[.)]\s+)/u;

/**
 * The items of a cell, one a line, or divided by `;` where it has one line. Below bullets each line is one item, also an
 * empty one, so that lists in several languages stay side by side.
 */
export function readList(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n').map((each) => each.trim());
  if (lines.every((each) => BULLET.test(each)))
    return lines.map((each) => each.replace(BULLET, ''));
  return (lines.length > 1 ? lines : text.split(';'))
    .map((each) => each.trim().replace(MARK, '').trim())
    .filter((each) => each !== '');
}

/** The same, so that `readList` gives it back. */
export function writeList(items: readonly string[]): string {
  const [first] = items;
  if (items.length === 1 && first && readList(first).join('\n') === first) return first;
  return items.map((item) => `• ${item}`.trim()).join('\n');
}

function dayOf(year: string, month: string, day: string): LocalDate | null {
  return asDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function asDay(text: string): LocalDate | null {
  return isLocalDate(text) ? text : null;
}

function timeOf(hours: number, minutes: number): LocalTime | null {
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as LocalTime;
}
