import type { Mirror } from '@motcua/client';
import { formatTime, useTexts } from '@motcua/ui';
import type { TodayView } from './today-view.ts';

/** How many are named; the day's report has all of them. */
const NAMED = 5;

export interface IncidentsProps {
  readonly view: Pick<TodayView, 'slipsNotPrinted' | 'callsNotHeard'>;
  readonly mirror: Pick<Mirror, 'devices' | 'settings'>;
}

/** Slips that did not come out and calls that were not heard: today's facts, not guesses. */
export function Incidents({ view, mirror }: IncidentsProps) {
  const t = useTexts();
  const { zone } = mirror.settings.site;
  const { slipsNotPrinted, callsNotHeard } = view;
  if (slipsNotPrinted.length + callsNotHeard.length === 0) return null;
  return (
    <div className="columns-wide">
      {slipsNotPrinted.length > 0 && (
        <section className="card card-warning stack">
          <h2>{t('admin.slips-not-printed', { count: slipsNotPrinted.length })}</h2>
          <ul className="plain-list said-of">
            {slipsNotPrinted.slice(0, NAMED).map((job) => (
              <li key={job.id}>
                <strong className="tabular">{job.number}</strong>
                <span>
                  {formatTime(job.askedAt, zone)} · {mirror.devices.get(job.kioskId)?.name ?? '–'} ·{' '}
                  {t(`admin.printer-${job.fault ?? 'fate-unknown'}`)}
                  {job.resolution === 'noted' && ` · ${t('admin.slip-noted')}`}
                  {job.resolution === 'left' && ` · ${t('admin.slip-left')}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {callsNotHeard.length > 0 && (
        <section className="card card-warning stack">
          <h2>{t('admin.calls-not-heard', { count: callsNotHeard.length })}</h2>
          <ul className="plain-list said-of">
            {callsNotHeard
              .slice(0, NAMED)
              .map(({ id, number, counterNumber, calledAt, failure }) => (
                <li key={id}>
                  <strong className="tabular">{number}</strong>
                  <span>
                    {formatTime(calledAt, zone)} ·{' '}
                    {t('admin.counter-number', { number: counterNumber })} ·{' '}
                    {t(`admin.unheard-${failure ?? 'expired'}`)}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      )}
    </div>
  );
}
