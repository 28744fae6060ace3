import { inLanguage, type CounterId } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import { ListAndEditor, ListRow, useSelection } from '../forms/list-and-editor.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { CounterEditor } from './counter-editor.tsx';

export function CountersPage({ hub, mirror }: PageProps) {
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
          <ul className="list">
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
            <p className="nothing">{t('admin.counters-choose')}</p>
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
