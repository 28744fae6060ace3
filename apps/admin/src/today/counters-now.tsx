import { inLanguage, isUnattended } from '@motcua/domain';
import { classNames, formatTime, useLanguage, useTexts } from '@motcua/ui';
import { FirstStep } from '../forms/first-step.tsx';
import type { PageProps } from '../frame/page-props.ts';
import type { CounterNow } from './today-view.ts';
import { State } from '../frame/state.tsx';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './counters-now.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface CountersNowProps extends Pick<PageProps, 'go'> {
  readonly counters: readonly CounterNow[];
  readonly zone: string;
}

export function CountersNow({ counters, zone, go }: CountersNowProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <Card>
      <h2>{t('admin.page-counters')}</h2>
      {counters.length === 0 && (
        <FirstStep
          words={t('admin.no-counters')}
          action={t('admin.counters-add')}
          leadsAway
          onPress={() => go({ page: 'counters', part: null })}
        />
      )}
      <ul className={css('tiles')}>
        {counters.map(({ counter, now, clerk, current }) => (
          <li key={counter.id} className={css('tile', now.state)}>
            <span className={css('head')}>
              <strong>{t('admin.counter-number', { number: counter.number })}</strong>
              <State tone={isUnattended(now) ? 'fault' : now.state}>
                {t(`admin.counter-${isUnattended(now) ? 'unattended' : now.state}`)}
              </State>
            </span>
            <span className={parts('soft')}>{inLanguage(counter.name, language)}</span>
            {now.state !== 'closed' && (
              <span>
                {t('admin.clerk-since', { name: clerk ?? '–', time: formatTime(now.since, zone) })}
              </span>
            )}
            {now.state !== 'closed' && now.training && (
              <span className={parts('warning')}>{t('admin.counter-training')}</span>
            )}
            {now.state === 'paused' && <span>{t(`admin.pause-${now.reason}`)}</span>}
            {current !== null && (
              <span>
                {t('admin.current-number')} <strong className="tabular">{current}</strong>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
