import { inLanguage, type Instant } from '@motcua/domain';
import type { CallReason } from '@motcua/protocol';
import { LANGUAGES } from '@motcua/i18n';
import { formatDuration, formatTime, useLanguage, useTexts } from '@motcua/ui';
import type { CounterView, CurrentVisit } from './counter-view.ts';
import { toTimer } from './durations.ts';
import { HearingLine } from './hearing-line.tsx';

export interface CurrentVisitCardProps {
  readonly view: CounterView;
  readonly now: Instant;
  readonly zone: string;
  /** Why the calling rule chose the current visit, when this page saw the call. */
  readonly because: CallReason | null;
}

/** The visitor at the counter, or what the clerk may do while nobody is there. */
export function CurrentVisitCard({ view, now, zone, because }: CurrentVisitCardProps) {
  const t = useTexts();
  const { current, state } = view;
  const title = t('counter.number', { counter: view.counter.number });
  if (current !== null) return <Present current={current} now={now} because={because} />;
  if (state.state === 'paused') {
    const reason = t(`counter.pause-${state.reason}`);
    return (
      <section className="current current-paused" aria-label={title}>
        <h2>{t('counter.paused-title')}</h2>
        <p>{t('counter.paused-since', { reason, time: formatTime(state.since, zone) })}</p>
        <p className="current-timer tabular">{toTimer(now - state.since)}</p>
      </section>
    );
  }
  const count = view.waiting.length;
  return (
    <section className="current current-empty" aria-label={title}>
      <h2>{t('counter.nobody-here')}</h2>
      <p>{count > 0 ? t('counter.ready-hint', { count }) : t('counter.empty-hint')}</p>
    </section>
  );
}

interface PresentProps {
  readonly current: CurrentVisit;
  readonly now: Instant;
  readonly because: CallReason | null;
}

function Present({ current, now, because }: PresentProps) {
  const t = useTexts();
  const language = useLanguage();
  const { visit } = current;
  const called = visit.state === 'called';
  const state = t(`counter.state-${visit.state}`);
  const spoken = LANGUAGES.find((each) => each === visit.ticket.language);

  return (
    <section className={`current current-${visit.state}`} aria-label={visit.ticket.number}>
      <output className="visually-hidden">
        {t('counter.now-at-counter', { number: visit.ticket.number, state })}
      </output>
      <div className="current-main">
        <p className="current-badges">
          <span className="badge badge-state">{state}</span>
          {visit.priority === 'priority' && <PriorityBadge />}
          {visit.callCount > 1 && called && (
            <span className="badge">{t('counter.call-count', { count: visit.callCount })}</span>
          )}
          {spoken !== undefined && (
            <span className={spoken === 'vi' ? 'badge' : 'badge badge-foreign'}>
              {t(`counter.language-${spoken}`)}
            </span>
          )}
        </p>
        <p className="current-number tabular">{visit.ticket.number}</p>
        <p className="current-service">{inLanguage(current.service, language)}</p>
        <p className="current-queue">
          {inLanguage(current.queue, language)}
          {because !== null && ` · ${t(`counter.because-${because}`)}`}
        </p>
      </div>
      <dl className="current-times">
        <div>
          <dt>{t(called ? 'counter.since-call' : 'counter.since-start')}</dt>
          <dd className="current-timer tabular">{toTimer(now - current.since)}</dd>
        </div>
        <div>
          <dt>{t('counter.waited')}</dt>
          <dd>{formatDuration(current.waitedMs, t)}</dd>
        </div>
      </dl>
      {called && <HearingLine hearing={current.hearing} />}
    </section>
  );
}

export function PriorityBadge() {
  const t = useTexts();
  return (
    <abbr className="badge badge-priority" title={t('counter.priority')}>
      {t('counter.priority-short')}
    </abbr>
  );
}
