import { type Counter, inLanguage, isUnattended } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import { classNames, formatTime, useLanguage, useTexts } from '@motcua/ui';
import type { QueueLoads } from '../room/queue-loads.ts';
import styles from './counter-card.module.css';

const css = classNames(styles);

export interface CounterCardProps {
  readonly counter: Counter;
  readonly mirror: Mirror;
  readonly loads: QueueLoads;
  /** It would be opened for training. */
  readonly training: boolean;
  readonly disabled: boolean;
  readonly onOpen: () => void;
}

export function CounterCard(props: CounterCardProps) {
  const { counter, mirror, loads, training, disabled, onOpen } = props;
  const t = useTexts();
  const language = useLanguage();
  const seat = mirror.counters.get(counter.id);
  const left = isUnattended(seat);
  const taken = seat !== undefined && seat.state !== 'closed' && !left;
  const clerk =
    seat === undefined || seat.state === 'closed'
      ? ''
      : (mirror.people.get(seat.clerkId)?.name ?? '');
  const free = t(training ? 'counter.free-for-training' : 'counter.free');
  const count = counter.queueIds.reduce((sum, id) => sum + (loads.get(id)?.waiting ?? 0), 0);
  const queues = counter.queueIds
    .map((id) => mirror.settings.queues.find((queue) => queue.id === id)?.name)
    .filter((name) => name !== undefined)
    .map((name) => inLanguage(name, language));

  return (
    <button
      type="button"
      className={css('card')}
      disabled={taken || disabled}
      data-taken={taken || undefined}
      data-training={training || undefined}
      onClick={onOpen}
    >
      <span className={css('number')}>{counter.number}</span>
      <span className={css('words')}>
        <strong>{inLanguage(counter.name, language)}</strong>
        <span>{queues.join(' · ')}</span>
        <span className={css('state')}>
          {taken && t('counter.taken-by', { name: clerk })}
          {left &&
            t('counter.unattended', {
              name: clerk,
              time: formatTime(seat.unattendedSince, mirror.settings.site.zone),
            })}
          {!taken && !left && free}
        </span>
        <span>{t('counter.waiting-count', { count })}</span>
      </span>
    </button>
  );
}
