import { inLanguage, type Instant, type Settings } from '@motcua/domain';
import type { CallReason } from '@motcua/protocol';
import { LANGUAGES } from '@motcua/i18n';
import {
  classNames,
  formatDuration,
  formatTime,
  useLanguage,
  useTexts,
  waitsText,
} from '@motcua/ui';
import { Clock3 } from 'lucide-react';
import { VisitorNotesCard } from './visitor-notes-card.tsx';
import type { CounterView, CurrentVisit } from '../screens/counter-view.ts';
import { toTimer } from '../pad/durations.ts';
import { HearingLine } from '../room/hearing-line.tsx';
import { NextUp } from '../room/next-up.tsx';
import { partyText } from './party-text.ts';
import { PriorityBadge } from './priority-badge.tsx';
import hearingLineStyles from '../room/hearing-line.module.css';
import badgeStyles from './badge.module.css';
import styles from './current-visit-card.module.css';

const hearingLine = classNames(hearingLineStyles);
const badge = classNames(badgeStyles);
const css = classNames(styles);

export interface CurrentVisitCardProps {
  readonly view: CounterView;
  readonly now: Instant;
  readonly settings: Settings;
  /** Why the calling rule chose the current visit, when this page saw the call. */
  readonly because: CallReason | null;
}

/** The visit at the counter, or the possible actions while there is none. */
export function CurrentVisitCard({ view, now, settings, because }: CurrentVisitCardProps) {
  const t = useTexts();
  const { current, state, counter } = view;
  const title = t('counter.number', { counter: counter.number });
  if (current !== null) return <Present current={current} now={now} because={because} />;
  if (state.state === 'paused') {
    const reason = t(`counter.pause-${state.reason}`);
    const time = formatTime(state.since, settings.site.zone);
    return (
      <section className={css('card', 'paused')} aria-label={title}>
        <h2>{t('counter.paused-title')}</h2>
        <p>{t('counter.paused-since', { reason, time })}</p>
        <p className={css('timer')}>{toTimer(now - state.since)}</p>
      </section>
    );
  }
  return (
    <section className={css('card', 'empty')} aria-label={title}>
      <NextUp next={view.next} counter={counter} settings={settings} now={now} />
    </section>
  );
}

interface LingersProps {
  readonly current: CurrentVisit;
  readonly now: Instant;
}

/** Asks whether the state is still right, naming the buttons to press. */
function Lingers({ current, now }: LingersProps) {
  const t = useTexts();
  return (
    <p className={hearingLine('line', 'failed')} role="status">
      <Clock3 aria-hidden="true" />
      <span>
        {t(`counter.lingers-${current.visit.state}`, {
          minutes: Math.floor((now - current.since) / 60_000),
          start: t('counter.start-service'),
          missed: t('counter.mark-no-show'),
          finish: t('counter.finish'),
        })}
      </span>
    </p>
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
  const { visit, following } = current;
  const called = visit.state === 'called';
  const state = t(`counter.state-${visit.state}`);
  const party = partyText(visit.party, t);

  return (
    <section className={css('card', visit.state)} aria-label={visit.ticket.number}>
      <output className="visually-hidden">
        {t('counter.now-at-counter', { number: visit.ticket.number, state })}
      </output>
      <div className={css('main')}>
        <Badges current={current} state={state} />
        <p className={css('number')} data-part="current-number">
          {visit.ticket.number}
        </p>
        <p className={css('service')}>{inLanguage(current.service, language)}</p>
        <p className={css('queue')}>
          {inLanguage(current.queue, language)}
          {because !== null && ` · ${t(`counter.because-${because}`)}`}
        </p>
        {following !== null && (
          <p className={css('following')}>
            {t('counter.following', { service: inLanguage(following.name, language) })}
          </p>
        )}
      </div>
      <div className={css('side')}>
        <VisitorNotesCard care={current.care} />
        {party !== null && (
          <p className={css('party')} data-part="party">
            {party}
          </p>
        )}
        <dl className={css('times')}>
          <div>
            <dt>{t(called ? 'counter.since-call' : 'counter.since-start')}</dt>
            <dd className={css('timer')}>{toTimer(now - current.since)}</dd>
          </div>
          <div>
            <dt>{t('counter.waited')}</dt>
            <dd>
              {formatDuration(current.waits.total, t)}
              {current.waits.again !== null && (
                <small className={css('waits')}>{waitsText(current.waits, t)}</small>
              )}
            </dd>
          </div>
        </dl>
      </div>
      {called && !visit.training && <HearingLine hearing={current.hearing} />}
      {current.lingers && <Lingers current={current} now={now} />}
    </section>
  );
}

function Badges({ current, state }: { readonly current: CurrentVisit; readonly state: string }) {
  const t = useTexts();
  const { visit } = current;
  const spoken = LANGUAGES.find((each) => each === visit.ticket.language);
  return (
    <p className={css('badges')}>
      <span className={badge('badge', visit.state)}>{state}</span>
      {visit.priority === 'priority' && <PriorityBadge />}
      {visit.callCount > 1 && visit.state === 'called' && (
        <span className={badge('badge')}>
          {t('counter.call-count', { count: visit.callCount })}
        </span>
      )}
      {spoken !== undefined && (
        <span className={spoken === 'vi' ? badge('badge') : badge('badge', 'foreign')}>
          {t(`counter.language-${spoken}`)}
        </span>
      )}
    </p>
  );
}
