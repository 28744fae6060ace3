import type { Mirror } from '@motcua/client';
import { inLanguage, type Instant } from '@motcua/domain';
import {
  classNames,
  formatDuration,
  formatTime,
  roomWords,
  useLanguage,
  useTexts,
  watchWords,
} from '@motcua/ui';
import { CircleCheck, CircleQuestionMark, TriangleAlert } from 'lucide-react';
import type { Attention, AttentionNow as Now } from './attention.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './attention-now.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface AttentionNowProps {
  readonly now: Now;
  readonly mirror: Pick<Mirror, 'settings' | 'people'>;
}

/** What staff should see to, the worst first; "well" only when all of it was confirmed. */
export function AttentionNow({ now, mirror }: AttentionNowProps) {
  const { settings, people } = mirror;
  const { zone, rule } = settings.site;
  const names: Parameters<typeof watchWords>[1] = {
    counter: (id) => settings.counters.find((each) => each.id === id)?.number ?? '',
    person: (id) => people.get(id)?.name ?? '',
  };
  const t = useTexts();
  const language = useLanguage();
  const toTime = (at: Instant) => formatTime(at, zone);
  const words = (each: Attention) => {
    switch (each.type) {
      case 'room':
        return roomWords(each.finding, t, toTime);
      case 'watch':
        return watchWords(each.finding, names, t, toTime);
      case 'beyond-bound':
        return t('admin.attention-beyond', {
          queue: inLanguage(each.queue.name, language),
          count: each.count,
          minutes: rule.maxWaitMinutes,
          longest: formatDuration(each.longestBeyondMs, t),
        });
      case 'unattended':
        return t('admin.attention-unattended', {
          queue: inLanguage(each.queue.name, language),
          count: each.count,
        });
    }
  };
  const known = now.known.map((finding) => ({
    severity: finding.severity,
    words: roomWords(finding, t, toTime),
  }));
  const said = (severity: 'unknown' | 'well') => {
    const lines = known.filter((each) => each.severity === severity);
    if (lines.length === 0) return null;
    const Sign = severity === 'well' ? CircleCheck : CircleQuestionMark;
    return (
      <p className={css(severity)}>
        <Sign aria-hidden="true" size={20} />
        <span>{lines.map((line) => line.words).join(' ')}</span>
      </p>
    );
  };
  if (now.toSeeTo.length === 0 && known.length === 0) return null;
  return (
    <section
      className={`${parts('card', 'stack')} ${css('panel')}`}
      data-alarm={now.toSeeTo.length > 0 || undefined}
      aria-labelledby="attention"
    >
      <h2 id="attention">
        {t(
          now.toSeeTo.length > 0
            ? 'admin.attention-title'
            : now.isWell
              ? 'admin.attention-well'
              : 'admin.attention-unknown',
        )}
      </h2>
      {now.toSeeTo.length > 0 && (
        <ul className={parts('plain-list')}>
          {now.toSeeTo.map((each) => (
            <li key={`${each.type}/${words(each)}`} className={css(each.severity)}>
              <TriangleAlert aria-hidden="true" size={20} />
              <span>{words(each)}</span>
            </li>
          ))}
        </ul>
      )}
      {said('unknown')}
      {said('well')}
    </section>
  );
}
