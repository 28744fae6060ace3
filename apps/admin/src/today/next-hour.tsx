import type { Mirror } from '@motcua/client';
import { AHEAD_MINUTES, inLanguage, type QueueId } from '@motcua/domain';
import type { PastSuggestion } from '@motcua/protocol/http';
import { classNames, formatDuration, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { Lightbulb } from 'lucide-react';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import { State } from '../frame/state.tsx';
import styles from './next-hour.module.css';
import type { NextHourRead, useNextHour } from './use-next-hour.ts';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** Under this mean no visitor is expected to wait. */
const HARDLY_ANY = 0.5;
const toMs = (minutes: number) => Math.round(minutes) * 60_000;

export interface NextHourCardProps {
  readonly mirror: Mirror;
  /** As `useNextHour` gives it. */
  readonly read: ReturnType<typeof useNextHour>;
}

/** What is to be expected of the next hour, and the counter to open. */
export function NextHourCard({ mirror, read }: NextHourCardProps) {
  const t = useTexts();
  if (read === null || 'code' in read)
    return (
      <Card>
        <h2>{t('hour.title')}</h2>
        <p className={parts('nothing')}>{t(read === null ? 'hour.unknown' : 'hour.unavailable')}</p>
      </Card>
    );
  return (
    <Card>
      <h2>{t('hour.title')}</h2>
      <Suggestion forecast={read} mirror={mirror} />
      <Expected forecast={read} mirror={mirror} />
      <Suggested entries={read.suggested} mirror={mirror} />
    </Card>
  );
}

interface PartProps {
  readonly forecast: NextHourRead;
  readonly mirror: Mirror;
}

function Suggestion({ forecast: { nextHour }, mirror: { settings } }: PartProps) {
  const t = useTexts();
  const language = useLanguage();
  if (nextHour === null) return null;
  const { suggestion } = nextHour;
  if (suggestion === null) return <p className={parts('soft')}>{t('hour.no-suggestion')}</p>;
  const { counterId, queueIds, late, longestMinutes } = suggestion;
  const queues = settings.queues.filter(({ id }) => queueIds.includes(id));
  return (
    <div className={css('suggestion')} role="status">
      <Lightbulb aria-hidden="true" />
      <div>
        <p>
          <strong>{t('hour.suggest', { counter: numberOf(settings, counterId) })}</strong>{' '}
          {t('hour.suggest-for', {
            queues: queues.map(({ name }) => inLanguage(name, language)).join(', '),
          })}
        </p>
        <p>
          {t('hour.effect', {
            without: Math.round(late.without),
            with: Math.round(late.with),
            minutes: settings.site.rule.maxWaitMinutes,
            longestWithout: formatDuration(toMs(longestMinutes.without), t),
            longestWith: formatDuration(toMs(longestMinutes.with), t),
          })}
        </p>
      </div>
    </div>
  );
}

function Expected({ forecast: { nextHour }, mirror: { settings } }: PartProps) {
  const t = useTexts();
  const language = useLanguage();
  if (nextHour === null) return <p className={parts('nothing')}>{t('hour.unknown')}</p>;
  const busy = nextHour.queues.filter(({ points }) =>
    points.some(({ waiting }) => waiting >= HARDLY_ANY),
  );
  if (busy.length === 0) return <p className={parts('nothing')}>{t('hour.none')}</p>;
  const queueOf = (id: QueueId) => settings.queues.find((queue) => queue.id === id);
  return (
    <>
      <p className={parts('soft')}>{t('hour.hint')}</p>
      {/* A table that is wider than its card is scrolled by keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css('table')} tabIndex={0} role="group" aria-label={t('hour.title')}>
        <table>
          <thead>
            <tr>
              <th>{t('admin.field-queue')}</th>
              {AHEAD_MINUTES.map((minutes) => (
                <th key={minutes}>{t('hour.in', { minutes })}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {busy.map(({ queueId, points }) => (
              <tr key={queueId}>
                <th scope="row">
                  <span className={parts('mark')}>{queueOf(queueId)?.series.prefix}</span>{' '}
                  {inLanguage(queueOf(queueId)?.name ?? { vi: queueId }, language)}
                </th>
                {points.map(({ afterMinutes, waiting, longestMinutes }) => (
                  <td key={afterMinutes}>
                    <span className="tabular">
                      {t('hour.people', { count: Math.round(waiting) })}
                    </span>
                    {waiting >= HARDLY_ANY && (
                      <span className={css('longest')}>
                        {t('hour.longest', { duration: formatDuration(toMs(longestMinutes), t) })}
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Suggested({
  entries,
  mirror: { settings },
}: {
  readonly entries: readonly PastSuggestion[];
  readonly mirror: Mirror;
}) {
  const t = useTexts();
  if (entries.length === 0) return null;
  const { zone } = settings.site;
  return (
    <>
      <h3>{t('hour.past')}</h3>
      <ul className={css('past')}>
        {entries.map(({ at, suggestion: { counterId, late }, openedAt, result }) => (
          <li key={`${at} ${counterId}`}>
            <span className="tabular">
              {t('hour.past-counter', {
                time: formatTime(at, zone),
                counter: numberOf(settings, counterId),
              })}
            </span>
            <span>
              {t('hour.past-effect', {
                without: Math.round(late.without),
                with: Math.round(late.with),
              })}
              {' · '}
              {openedAt === null
                ? t('hour.not-opened')
                : t('hour.opened', { time: formatTime(openedAt, zone) })}
              {result !== null && ` · ${t('hour.came', { count: result.lateVisits })}`}
            </span>
            {result === null ? (
              <State tone="closed">{t('hour.pending')}</State>
            ) : (
              <State tone={result.right ? 'open' : 'fault'}>
                {t(result.right ? 'hour.right' : 'hour.wrong')}
              </State>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function numberOf({ counters }: Mirror['settings'], counterId: string): string {
  return String(counters.find(({ id }) => id === counterId)?.number ?? '?');
}
