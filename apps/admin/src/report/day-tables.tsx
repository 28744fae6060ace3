import { inLanguage } from '@motcua/domain';
import type { DayReport, Spread } from '@motcua/protocol/http';
import { classNames, formatDuration, useLanguage, useTexts } from '@motcua/ui';
import { alsoRows } from './also-rows.ts';
import { DayWaits } from './day-waits.tsx';
import { Card } from '../frame/card.tsx';
import type { PageProps } from '../frame/page-props.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './day-tables.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface DayTablesProps {
  readonly report: DayReport;
}

/** A summary of the day; the files have all of it. */
export function DayTables({ report, go }: DayTablesProps & Pick<PageProps, 'go'>) {
  const { totals: numbers } = report;
  const t = useTexts();
  const language = useLanguage();
  const totals = [
    ['issued', numbers.issued],
    ['served', numbers.outcomes.served],
    ['no-show', numbers.outcomes['no-show']],
    ['calls', report.callsNotHeard.length],
    ['slips', report.slipsNotPrinted.length],
  ] as const;
  const also = alsoRows(report, t, language);
  return (
    <>
      <dl className={parts('figures')}>
        {totals.map(([name, count]) => (
          <div key={name} className={parts('figure')}>
            <dt>{t(`admin.total-${name}`)}</dt>
            <dd className="tabular">{count}</dd>
          </div>
        ))}
      </dl>
      <Times report={report} />
      <DayWaits report={report} go={go} />
      {also.length > 0 && (
        <Card>
          <h2>{t('report.also')}</h2>
          <table>
            <tbody>
              {also.map(({ label, said }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="tabular">{said}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
      <Hours report={report} />
      <Queues report={report} />
      <Counters report={report} />
    </>
  );
}

const TIMES = ['median', 'p90', 'longest'] as const;

function Times({ report }: DayTablesProps) {
  const t = useTexts();
  const time = useTime();
  const times = ({ median, p90, longest }: Spread) =>
    [median, p90, longest].map((value, place) => ({
      place: TIMES[place] ?? '',
      text: time(value),
    }));
  const rows = [
    { key: 'waiting', spread: report.times.waitingTime },
    { key: 'serving', spread: report.times.servingTime },
  ] as const;
  return (
    <Card>
      <h2>{t('admin.times-title')}</h2>
      <table>
        <thead>
          <tr>
            <th>
              <span className="visually-hidden">{t('admin.times-title')}</span>
            </th>
            {TIMES.map((name) => (
              <th key={name} className={parts('right')}>
                {t(`admin.time-${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, spread }) => (
            <tr key={key}>
              <th scope="row">{t(`admin.time-${key}`)}</th>
              {times(spread).map(({ place, text }) => (
                <td key={place} className={parts('right')}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Hours({ report }: DayTablesProps) {
  const t = useTexts();
  const most = Math.max(1, ...report.hours.map(({ arrivals }) => arrivals));
  return (
    <Card>
      <h2>{t('admin.hours-arrivals')}</h2>
      {report.hours.length === 0 && <p className={parts('nothing')}>{t('admin.report-empty')}</p>}
      <ul className={css('bars')}>
        {report.hours.map(({ hour, arrivals }) => (
          <li key={hour}>
            <span className="tabular">{`${String(hour).padStart(2, '0')}:00`}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(arrivals / most) * 100} height="8" />
            </svg>
            <strong className="tabular">{arrivals}</strong>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Queues({ report }: DayTablesProps) {
  const t = useTexts();
  const language = useLanguage();
  const time = useTime();
  return (
    <Card>
      <h2>{t('admin.by-queue')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('admin.field-queue')}</th>
            <th className={parts('right')}>{t('admin.total-issued')}</th>
            <th className={parts('right')}>{t('admin.total-served')}</th>
            <th className={parts('right')}>{t('admin.wait-median')}</th>
            <th className={parts('right')}>{t('admin.wait-longest')}</th>
          </tr>
        </thead>
        <tbody>
          {report.queues.map(({ queueId, name, issued, outcomes, waitingTime }) => (
            <tr key={queueId}>
              <th scope="row">{inLanguage(name, language)}</th>
              <td className={parts('right')}>{issued}</td>
              <td className={parts('right')}>{outcomes.served}</td>
              <td className={parts('right')}>{time(waitingTime.median)}</td>
              <td className={parts('right')}>{time(waitingTime.longest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Counters({ report }: DayTablesProps) {
  const t = useTexts();
  const language = useLanguage();
  const time = useTime();
  return (
    <Card>
      <h2>{t('admin.by-counter')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('admin.page-counters')}</th>
            <th className={parts('right')}>{t('report.services')}</th>
            <th className={parts('right')}>{t('admin.serving-median')}</th>
            <th className={parts('right')}>{t('admin.open-time')}</th>
          </tr>
        </thead>
        <tbody>
          {report.counters.map(({ number, name, served, servingTime, openTime }) => (
            <tr key={number}>
              <th scope="row">
                {t('admin.counter-number', { number })} · {inLanguage(name, language)}
              </th>
              <td className={parts('right')}>{served}</td>
              <td className={parts('right')}>{time(servingTime.median)}</td>
              <td className={parts('right')}>{openTime === 0 ? '–' : time(openTime)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function useTime(): (durationMs: number | null) => string {
  const t = useTexts();
  return (durationMs) => (durationMs === null ? '–' : formatDuration(durationMs, t));
}
