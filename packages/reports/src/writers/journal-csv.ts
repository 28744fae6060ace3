import { detailWords, reasonWords } from '@motcua/i18n';
import { type JournalLine, toJournalLine } from '../journal-lines.ts';
import { toCsv, toCsvLine } from './spreadsheet.ts';
import type { Wording } from '../sections/wording.ts';

/** The present names of ids; an unknown id stays as it is. */
export interface JournalNames {
  readonly person: (id: string) => string;
  readonly device: (id: string) => string;
  readonly about: (about: NonNullable<JournalLine['about']>) => string;
  /** The name of any id among the details; other values stay as they are. */
  readonly thing: (id: string) => string;
}

/** A record of the journal with its hash. */
type Recorded = Parameters<typeof toJournalLine>[0];

/** The journal for a spreadsheet in chunks: readable text, and each entry complete with its hash. */
export function* journalCsvRows(
  records: Iterable<Recorded>,
  { t, date, exactTime }: Pick<Wording, 't' | 'date' | 'exactTime'>,
  names: JournalNames,
): Generator<string> {
  const who = ({ personId, deviceId }: JournalLine) => {
    if (personId !== null) return names.person(personId);
    return deviceId === null ? t('journal.the-hub') : names.device(deviceId);
  };
  yield toCsv([
    [
      [
        ...[t('journal.entry'), t('journal.day'), t('journal.time'), t('journal.who')],
        t('journal.from-where'),
        ...[t('journal.what'), t('journal.number'), t('journal.about'), t('journal.details')],
        t('journal.reason'),
        ...[t('journal.whole'), t('journal.hash')],
      ],
    ],
  ]);
  let lines: string[] = [];
  for (const record of records) {
    const line = toJournalLine(record);
    lines.push(
      toCsvLine([
        ...[line.seq, date(line.at), exactTime(line.at), who(line), line.address],
        ...[t(`journal.${line.what}`), line.number],
        line.about === null ? null : names.about(line.about),
        line.details.map((detail) => detailWords(detail, t, names.thing)).join('; '),
        reasonWords(t, line.reason),
        ...[JSON.stringify({ by: record.by, ...record.fact }), line.hash],
      ]),
    );
    if (lines.length < LINES_A_PIECE) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/** About 64 KiB. */
const LINES_A_PIECE = 100;
