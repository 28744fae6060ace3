import { reasonWords } from '@motcua/i18n';
import type { By, Fact } from '@motcua/protocol';
import type { JournalLine } from '../journal-lines.ts';
import { toCsv } from './spreadsheet.ts';
import type { Wording } from './wording.ts';

/** How a line's ids are called now; an id that nobody has any more stays as it is. */
export interface JournalNames {
  readonly person: (id: string) => string;
  readonly device: (id: string) => string;
  readonly about: (about: NonNullable<JournalLine['about']>) => string;
}

export interface ExportedLine {
  readonly line: JournalLine;
  readonly by: By;
  readonly fact: Fact;
}

/**
 * The journal for a spreadsheet, oldest first: words for a reader, and each entry whole with the code that seals it.
 * `isCut` when there were older ones that it does not hold; it says so.
 */
export function writeJournalCsv(
  entries: readonly ExportedLine[],
  { t, date, time }: Pick<Wording, 't' | 'date' | 'time'>,
  names: JournalNames,
  isCut: boolean,
): string {
  const who = ({ personId, deviceId }: JournalLine) => {
    if (personId !== null) return names.person(personId);
    return deviceId === null ? t('journal.the-hub') : names.device(deviceId);
  };
  return toCsv([
    ...(isCut ? [[[t('journal.cut', { count: entries.length })]]] : []),
    [
      [
        ...[t('journal.entry'), t('journal.time'), '', t('journal.who'), t('journal.from-where')],
        ...[t('journal.what'), t('journal.number'), t('journal.about'), t('journal.reason')],
        ...[t('journal.whole'), t('journal.hash')],
      ],
      ...entries.map(({ line, by, fact }) => [
        ...[line.seq, date(line.at), time(line.at), who(line), line.address],
        ...[t(`journal.${line.what}`), line.number],
        ...[line.about === null ? null : names.about(line.about), reasonWords(t, line.reason)],
        ...[JSON.stringify({ by, ...fact }), line.hash],
      ]),
    ],
  ]);
}
