import type { Mirror } from '@motcua/client';
import { classNames, formatTime, useTexts } from '@motcua/ui';
import type { TodayView } from './today-view.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

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
    <div className={parts('columns-wide')} data-part="columns">
      {slipsNotPrinted.length > 0 && (
        <Card alarm>
          <h2>{t('admin.slips-not-printed', { count: slipsNotPrinted.length })}</h2>
          <ul className={parts('plain-list', 'said-of')}>
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
        </Card>
      )}
      {callsNotHeard.length > 0 && (
        <Card alarm>
          <h2>{t('admin.calls-not-heard', { count: callsNotHeard.length })}</h2>
          <ul className={parts('plain-list', 'said-of')}>
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
        </Card>
      )}
    </div>
  );
}
