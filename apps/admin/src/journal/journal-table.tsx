import { reasonWords } from '@motcua/i18n';
import type { Mirror } from '@motcua/client';
import { formatDate, formatTime, useLanguage, useTexts } from '@motcua/ui';
import type { JournalLine } from '../hub-api/journal-answer.ts';
import { whatAbout, whatWasDone, whoDid } from './journal-words.ts';

export interface JournalTableProps {
  readonly lines: readonly JournalLine[];
  readonly mirror: Mirror;
}

export function JournalTable({ lines, mirror }: JournalTableProps) {
  const t = useTexts();
  const language = useLanguage();
  const { zone } = mirror.settings.site;
  return (
    <div className="journal-lines">
      <table>
        <thead>
          <tr>
            <th>{t('journal.time')}</th>
            <th>{t('journal.who')}</th>
            <th>{t('journal.what')}</th>
            <th>{t('journal.number')}</th>
            <th>{t('journal.about')}</th>
            <th>{t('journal.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td className="tabular">
                {formatDate(line.at, zone, language)} {formatTime(line.at, zone)}
              </td>
              <td>{whoDid(line, mirror, t)}</td>
              <td>{whatWasDone(line, t)}</td>
              <td className="tabular">{line.number}</td>
              <td>{whatAbout(line, mirror, language, t)}</td>
              <td>{reasonWords(t, line.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
