import type { LocalDate, Refusal } from '@motcua/domain';
import type { VisitStory } from '@motcua/protocol/http';
import { Banner, Button, classNames, refusalText, useTexts } from '@motcua/ui';
import { useEffect, useState } from 'react';
import { DayField } from '../forms/day-field.tsx';
import { TextField } from '../forms/fields.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { StoryCard } from './story-card.tsx';
import { visitIn } from './why-button.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './story-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

/** Why a visit waited: asked by day and number, or from a list that names it. */
export function StoryPage({ mirror, api, part, go }: PageProps) {
  const t = useTexts();
  const asked = visitIn(part);
  const [day, setDay] = useState<LocalDate>(asked?.day ?? mirror.today);
  const [number, setNumber] = useState(asked?.number ?? '');
  const wanted = number.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return (
    <>
      <PageHead title={t('admin.page-story')} lead={t('story.lead')} />
      <form
        className={`${parts('card')} ${css('choice')}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') go({ page: 'story', part: encodeURIComponent(`${day}_${wanted}`) });
        }}
      >
        <DayField label={t('journal.day')} value={day} onChange={setDay} />
        <TextField label={t('journal.number')} width={8} value={number} onChange={setNumber} />
        <Button type="submit" variant="primary" isDisabled={wanted === ''}>
          {t('story.why')}
        </Button>
      </form>
      {asked !== null && <Story {...asked} mirror={mirror} api={api} />}
    </>
  );
}

interface StoryProps extends Pick<PageProps, 'mirror' | 'api'> {
  readonly day: LocalDate;
  readonly number: string;
}

function Story({ day, number, mirror, api }: StoryProps) {
  const t = useTexts();
  const [story, setStory] = useState<VisitStory | null | 'loading'>('loading');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    let wanted = true;
    void api.story(day, number).then((answer) => {
      if (!wanted) return;
      setRefusal(answer.ok ? null : answer.refusal);
      if (answer.ok) setStory(answer.value.story);
    });
    return () => {
      wanted = false;
    };
  }, [api, day, number]);
  if (refusal !== null) return <Banner tone="fault">{refusalText(t, refusal)}</Banner>;
  if (story === 'loading') return <p className={parts('nothing')}>{t('journal.loading')}</p>;
  if (story === null) return <Banner tone="fault">{t('story.none')}</Banner>;
  return <StoryCard story={story} mirror={mirror} />;
}
