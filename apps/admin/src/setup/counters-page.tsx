import { inLanguage, type CounterId } from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { FirstStep } from '../forms/first-step.tsx';
import { ListAndEditor, ListRow, useSelection } from '../forms/list-and-editor.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { CounterEditor } from './counter-editor.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export function CountersPage(props: Pick<PageProps, 'hub' | 'mirror' | 'go'>) {
  const { hub, mirror, go } = props;
  const t = useTexts();
  const language = useLanguage();
  const selection = useSelection();
  const { counters, queues } = mirror.settings;
  const queueNames = (ids: readonly string[]) =>
    queues
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => inLanguage(name, language))
      .join(' · ');
  return (
    <>
      <PageHead title={t('admin.page-counters')} lead={t('admin.counters-lead')} />
      <ListAndEditor
        label={t('admin.page-counters')}
        chosen={selection.id}
        addLabel={t('admin.counters-add')}
        onAdd={() => selection.begin('counter')}
        list={
          <ul className={parts('list')}>
            {counters.map((counter) => (
              <ListRow
                key={counter.id}
                mark={String(counter.number)}
                title={inLanguage(counter.name, language)}
                note={queueNames(counter.queueIds)}
                chosen={selection.id === counter.id}
                onChoose={() => selection.choose(counter.id)}
              />
            ))}
          </ul>
        }
        editor={
          selection.id === null ? (
            <Nothing {...{ mirror, go }} onAdd={() => selection.begin('counter')} />
          ) : (
            <CounterEditor
              key={selection.id}
              hub={hub}
              settings={mirror.settings}
              id={selection.id as CounterId}
              onGone={selection.clear}
            />
          )
        }
      />
    </>
  );
}

interface NothingProps extends Pick<PageProps, 'mirror' | 'go'> {
  readonly onAdd: () => void;
}

/** Nothing is chosen: a counter calls from queues, so they come first. */
function Nothing({ mirror, go, onAdd }: NothingProps) {
  const t = useTexts();
  const { queues, counters } = mirror.settings;
  if (queues.length === 0) {
    return (
      <FirstStep
        words={t('admin.first-queue')}
        action={t('admin.queues-add')}
        leadsAway
        onPress={() => go({ page: 'services', part: 'queues' })}
      />
    );
  }
  return counters.length === 0 ? (
    <FirstStep words={t('admin.no-counters')} action={t('admin.counters-add')} onPress={onAdd} />
  ) : (
    <p className={parts('nothing')}>{t('admin.counters-choose')}</p>
  );
}
