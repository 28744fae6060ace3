import type { Mirror } from '@motcua/client';
import { type Instant, inLanguage, type QueueId } from '@motcua/domain';
import type { Language, Translate } from '@motcua/i18n';
import { formatTime, roomWords, watchWords } from '@motcua/ui';
import type { AlarmGroup, RoomNow } from './room-now.ts';

type Named = Pick<Mirror, 'settings' | 'people'>;

/** One sentence for alarms of a kind. */
export function alarmWords(
  { first, alarms }: AlarmGroup,
  { settings, people }: Named,
  { closesAt }: Pick<RoomNow, 'closesAt'>,
  language: Language,
  t: Translate,
): string {
  const { zone, rule } = settings.site;
  const toTime = (at: Instant) => formatTime(at, zone);
  const queueOf = (id: QueueId) => {
    const queue = settings.queues.find((each) => each.id === id);
    return queue === undefined ? id : inLanguage(queue.name, language);
  };
  const names: Parameters<typeof watchWords>[1] = {
    counter: (id) => settings.counters.find((each) => each.id === id)?.number ?? '',
    person: (id) => people.get(id)?.name ?? '',
  };
  switch (first.type) {
    case 'room':
      return roomWords(first.finding, t, toTime);
    case 'unattended':
    case 'lingers':
      return watchWords(first.finding, names, t, toTime);
    case 'no-counter':
      return t('alarm.no-counter-line', { queue: queueOf(first.queueId), count: first.count });
    case 'paused-too-long': {
      const { counterId, clerkId, since, reason } = first.counter;
      return t('alarm.paused-too-long-line', {
        ...{ counter: names.counter(counterId), clerk: names.person(clerkId) },
        ...{ time: toTime(since), reason: t(`admin.pause-${reason}`), count: first.waiting },
      });
    }
    case 'waits-too-long':
    case 'left-at-closing':
    case 'missed-in-silence':
    case 'call-not-heard':
    case 'parked-too-long':
      return t(`alarm.${first.type}-line`, {
        ...{ queue: queueOf(first.visit.queueId), count: alarms.length },
        ...{ minutes: rule.maxWaitMinutes, time: toTime(closesAt) },
      });
  }
}
