import type { Mirror } from '@motcua/client';
import type { VisitStory } from '@motcua/protocol/http';
import { classNames, formatDuration, formatTime, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import { lineWords, openWords } from './story-words.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './story-card.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface StoryCardProps {
  readonly story: VisitStory;
  readonly mirror: Pick<Mirror, 'settings' | 'people'>;
}

/** The story itself. */
export function StoryCard({ story, mirror }: StoryCardProps) {
  const t = useTexts();
  const { lines, firstCalledAt, series, number } = story;
  const arrivedAt = lines.find(({ type }) => type === 'arrived')?.at ?? lines[0]?.at;
  if (arrivedAt === undefined) return null;
  const before = lines.filter(
    ({ type, at }) => type === 'other-called' && at <= (firstCalledAt ?? Infinity),
  ).length;
  const waited = formatDuration((firstCalledAt ?? arrivedAt) - arrivedAt, t);
  return (
    <Card>
      <h2 className="tabular">{number}</h2>
      <p className={parts('strong')}>
        {firstCalledAt === null
          ? t('story.not-called', { count: before })
          : t('story.waited', { waited, count: before })}
      </p>
      <p>{openWords(story, mirror, t)}</p>
      <ol className={css('lines')}>
        {lines.map((line) => (
          <li
            key={JSON.stringify(line)}
            className={css(
              line.type === 'other-called' || line.type === 'counter' ? 'other' : 'own',
            )}
          >
            <span className="tabular">{formatTime(line.at, mirror.settings.site.zone)}</span>
            <span>{lineWords(line, { arrivedAt }, mirror, t)}</span>
          </li>
        ))}
      </ol>
      <p className={parts('soft')}>{t('story.number', { number, ...series })}</p>
    </Card>
  );
}
