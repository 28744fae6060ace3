import type { CallHearing } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { CircleCheck, Clock3, Hourglass, TriangleAlert, Volume2 } from 'lucide-react';
import styles from './hearing-line.module.css';

const css = classNames(styles);

const SIGNS = {
  unknown: Clock3,
  queued: Hourglass,
  playing: Volume2,
  played: CircleCheck,
  failed: TriangleAlert,
} as const satisfies Record<CallHearing['state'], typeof Clock3>;

/** Whether the call was really spoken in the room, so that the clerk does not wait in vain. */
export function HearingLine({ hearing }: { readonly hearing: CallHearing }) {
  const t = useTexts();
  const Sign = SIGNS[hearing.state];
  return (
    <output className={css('line', hearing.state)}>
      <Sign aria-hidden="true" />
      <span>
        {hearing.state === 'failed' ? (
          <>
            {t('counter.hearing-failed', { reason: t(`counter.failure-${hearing.failure}`) })}{' '}
            <strong>{t('counter.hearing-advice')}</strong>
          </>
        ) : (
          t(`counter.hearing-${hearing.state}`)
        )}
      </span>
    </output>
  );
}
