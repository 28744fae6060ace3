import type { Mirror } from '@motcua/client';
import { callHearing, type Instant, roomHealth } from '@motcua/domain';
import { classNames, formatTime, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import { State } from '../frame/state.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface LastCallProps {
  readonly mirror: Mirror;
  readonly now: Instant;
}

/** The latest call, and whether the room heard it. */
export function LastCall({ mirror, now }: LastCallProps) {
  const t = useTexts();
  const { announcements } = mirror;
  const call = announcements.findLast(({ ended }) => ended !== 'taken-back');
  if (call === undefined)
    return (
      <Card>
        <h2>{t('monitor.last-call')}</h2>
        <p className={parts('nothing')}>{t('monitor.no-call')}</p>
      </Card>
    );
  const [devices, printJobs] = [mirror.devices.values(), mirror.printJobs.values()];
  const { voice } = roomHealth({ devices, announcements, printJobs }, now);
  const { state } = callHearing(call, voice, now);
  return (
    <Card>
      <h2>{t('monitor.last-call')}</h2>
      <p className={parts('states')}>
        <strong className="tabular">{call.number}</strong>
        <span>
          {t('admin.counter-number', { number: call.counterNumber })} ·{' '}
          {formatTime(call.calledAt, mirror.settings.site.zone)}
        </span>
        <State tone={state === 'failed' ? 'fault' : state === 'played' ? 'open' : 'closed'}>
          {t(`monitor.call-${state}`)}
        </State>
      </p>
    </Card>
  );
}
