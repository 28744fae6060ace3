import type { Mirror } from '@motcua/client';
import { callDeadline, inLanguage, type Instant, type VisitIn, waitsOf } from '@motcua/domain';
import { classNames, formatDuration, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { WhyButton } from '../story/why-button.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

const SHOWN = 5;

/** The visits that are to be called soonest, or should have been: what is left of their promise decides. */
export function mostUrgent(
  { visits, today, settings }: Pick<Mirror, 'visits' | 'today' | 'settings'>,
  at: Instant,
): readonly VisitIn<'waiting'>[] {
  return [...visits.values()]
    .filter((visit): visit is VisitIn<'waiting'> => visit.state === 'waiting')
    .filter(({ day, training }) => day === today && !training)
    .filter(({ notBefore }) => notBefore === null || notBefore <= at)
    .toSorted((a, b) => callDeadline(a, settings.site) - callDeadline(b, settings.site))
    .slice(0, SHOWN);
}

export interface LongestWaitsProps {
  readonly mirror: Mirror;
  readonly now: Instant;
  readonly go: PageProps['go'];
}

/** The longest waits beside what was promised. */
export function LongestWaits({ mirror, now, go }: LongestWaitsProps) {
  const t = useTexts();
  const language = useLanguage();
  const { site, queues } = mirror.settings;
  const visits = mostUrgent(mirror, now);
  return (
    <Card>
      <h2>{t('monitor.longest')}</h2>
      {visits.length === 0 ? (
        <p className={parts('nothing')}>{t('admin.none-waiting')}</p>
      ) : (
        <ul className={parts('plain-list', 'said-of')}>
          {visits.map((visit) => {
            const by = callDeadline(visit, site);
            const queue = queues.find(({ id }) => id === visit.queueId);
            const isPromised = visit.promisedUntil === by;
            return (
              <li key={visit.id}>
                <strong className="tabular">{visit.ticket.number}</strong>
                <div className={parts('states')}>
                  <span>
                    {queue !== undefined && `${inLanguage(queue.name, language)} · `}
                    {formatDuration(waitsOf(visit, now).total, t)} ·{' '}
                    {t(isPromised ? 'monitor.promised' : 'monitor.no-promise', {
                      time: formatTime(by, site.zone),
                    })}
                    {now > by && (
                      <>
                        {' '}
                        <span className={parts('warning')}>
                          {t('monitor.late', { time: formatDuration(now - by, t) })}
                        </span>
                      </>
                    )}
                  </span>
                  <WhyButton day={visit.day} number={visit.ticket.number} go={go} />
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
