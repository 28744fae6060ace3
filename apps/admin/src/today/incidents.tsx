import type { Mirror } from '@motcua/client';
import { inLanguage } from '@motcua/domain';
import { formatTime, useLanguage, useTexts } from '@motcua/ui';
import type { TodayView } from './today-view.ts';

/** How many are named; the day's report has all of them. */
const NAMED = 5;

export interface IncidentsProps {
  readonly view: Pick<TodayView, 'slipsNotPrinted' | 'callsNotHeard' | 'queues'>;
  readonly mirror: Pick<Mirror, 'devices' | 'settings'>;
}

/** Who waits for nobody, slips that did not come out, calls that nobody heard: today's facts, not guesses. */
export function Incidents({ view, mirror }: IncidentsProps) {
  const t = useTexts();
  const language = useLanguage();
  const { zone } = mirror.settings.site;
  const { slipsNotPrinted, callsNotHeard } = view;
  const alone = view.queues.filter(({ unattended }) => unattended > 0);
  if (slipsNotPrinted.length + callsNotHeard.length + alone.length === 0) {
    return <p className="all-well">{t('admin.all-well')}</p>;
  }
  return (
    <div className="columns-wide">
      {alone.length > 0 && (
        <section className="card card-warning stack">
          <h2>{t('admin.waiting-for-nobody')}</h2>
          <ul className="plain-list counted">
            {alone.map(({ queue, unattended }) => (
              <li key={queue.id}>
                <strong>{inLanguage(queue.name, language)}</strong>
                <span>{t('admin.people', { count: unattended })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
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
