import type { Mirror } from '@motcua/client';
import type { CounterId, Instant } from '@motcua/domain';
import { isMessageKey, type Translate } from '@motcua/i18n';
import type { StoryLine, VisitStory } from '@motcua/protocol/http';
import { formatTime } from '@motcua/ui';

type Named = Pick<Mirror, 'settings' | 'people'>;

/** What a line of the story says, the most important first. */
export function lineWords(
  line: StoryLine,
  { arrivedAt }: { readonly arrivedAt: Instant },
  { settings, people }: Named,
  t: Translate,
): string {
  const toTime = (at: Instant) => formatTime(at, settings.site.zone);
  const counter = (id: CounterId) => counterNumber(id, settings);
  const said = (...words: readonly (string | false | null | undefined)[]) =>
    words.filter((each) => typeof each === 'string' && each !== '').join(' · ');
  switch (line.type) {
    case 'arrived':
      return said(
        t('story.arrived'),
        line.priority === 'priority' && t('story.priority'),
        line.bookedFor !== null && t('story.booked', { time: toTime(line.bookedFor) }),
        line.peopleAhead !== null && t('story.ahead', { count: line.peopleAhead }),
        line.promisedUntil !== null && t('story.promised', { time: toTime(line.promisedUntil) }),
      );
    case 'action': {
      const key = `journal.${line.action}`;
      const { counterId, personId } = line;
      return said(
        isMessageKey(key) ? t(key) : line.action,
        line.action === 'set-priority' && line.priority === 'priority' && t('story.priority'),
        line.result !== undefined && t(`figures.result-${line.result}`),
        counterId !== null && t('admin.counter-number', { number: counter(counterId) }),
        personId !== null && people.get(personId)?.name,
        line.because !== null && t(`counter.because-${line.because}`),
        line.undone && t('story.undone'),
      );
    }
    case 'other-called':
      return said(
        t('story.other', { number: line.number, counter: counter(line.counterId) }),
        t(`counter.because-${line.rule}`),
        line.arrivedAt > arrivedAt && t('story.other-later', { time: toTime(line.arrivedAt) }),
      );
    case 'counter':
      return said(
        t('story.counter', {
          ...{ counter: counter(line.counterId), state: t(`admin.counter-${line.state}`) },
        }),
        line.reason !== null && t(`admin.pause-${line.reason}`),
      );
    case 'call':
      return said(
        t(`story.call-${line.state}`, { counter: counter(line.counterId) }),
        line.failure !== null && t(`admin.unheard-${line.failure}`),
      );
    case 'slip':
      return said(
        t(`story.slip-${line.state}`),
        line.fault !== null && t(`admin.printer-${line.fault}`),
      );
  }
}

/** The counters that were open when the visitor came. */
export function openWords(
  { openAtArrival }: VisitStory,
  { settings }: Named,
  t: Translate,
): string {
  const counters = openAtArrival.map((id) => counterNumber(id, settings)).join(', ');
  return counters === '' ? t('story.open-none') : t('story.open-at-arrival', { counters });
}

function counterNumber(id: CounterId, { counters }: Mirror['settings']): string | number {
  return counters.find((each) => each.id === id)?.number ?? id;
}
