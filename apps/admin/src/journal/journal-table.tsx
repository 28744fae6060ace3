import { createZoneClock } from '@motcua/domain';
import { reasonWords } from '@motcua/i18n';
import type { JournalLine } from '@motcua/protocol/http';
import type { Mirror } from '@motcua/client';
import { classNames, formatDate, formatTimeOfDay, useLanguage, useTexts } from '@motcua/ui';
import { folded, whatAbout, whatChanged, whatWasDone, whoDid } from './journal-words.ts';
import type { PageProps } from '../frame/page-props.ts';
import { WhyButton } from '../story/why-button.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './journal-table.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** The lines in which a wait begins or ends. */
const WAITS: ReadonlySet<string> = new Set(['ticket-issued', 'call', 'mark-no-show', 'cancel']);

export interface JournalTableProps {
  readonly lines: readonly JournalLine[];
  readonly mirror: Mirror;
  readonly go: PageProps['go'];
}

export function JournalTable({ lines, mirror, go }: JournalTableProps) {
  const t = useTexts();
  const language = useLanguage();
  const { zone } = mirror.settings.site;
  const clock = createZoneClock(zone);
  return (
    <div className={css('lines')}>
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
          {folded(lines).map(({ line, steps }) => (
            <tr key={line.seq}>
              <td className="tabular">
                {formatDate(line.at, zone, language)} {formatTimeOfDay(line.at, zone)}
              </td>
              <td>{whoDid(line, mirror, t)}</td>
              <td>
                {whatWasDone(line, t)}
                {steps.length > 1 && (
                  <span className={parts('soft')}>
                    {' '}
                    · {t('journal.several', { count: steps.length })}
                  </span>
                )}
              </td>
              <td className="tabular">
                {line.number}
                {WAITS.has(line.what) && line.number !== null && (
                  <WhyButton day={clock.localDate(line.at)} number={line.number} go={go} />
                )}
              </td>
              <td>
                {whatAbout(line, mirror, language, t)}
                {steps.map((step) => (
                  <Details
                    key={step.seq}
                    words={whatChanged(step, mirror, language, t)}
                    time={steps.length > 1 ? formatTimeOfDay(step.at, zone) : null}
                  />
                ))}
              </td>
              <td>{reasonWords(t, line.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DetailsProps {
  readonly words: readonly string[];
  /** When, where one line stands for several. */
  readonly time: string | null;
}

function Details({ words, time }: DetailsProps) {
  if (words.length === 0) return null;
  return (
    <ul className={css('details')}>
      {words.map((each, index) => (
        <li key={each}>
          {time !== null && index === 0 && (
            <span className={`${parts('soft')} tabular`}>{time} </span>
          )}
          {each}
        </li>
      ))}
    </ul>
  );
}
