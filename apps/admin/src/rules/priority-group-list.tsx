import { inLanguage, type PriorityGroup, type PriorityGroupId } from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { ListAndEditor, ListRow, useSelection } from '../forms/list-and-editor.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { PriorityGroupEditor } from './priority-group-editor.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

/** The groups with priority. */
export function PriorityGroupList({ hub, mirror }: Pick<PageProps, 'hub' | 'mirror'>) {
  const t = useTexts();
  const language = useLanguage();
  const selection = useSelection();
  const { priorityGroups } = mirror.settings;
  const notes = ({ active, atKiosk, sensitive }: PriorityGroup) =>
    [
      ...(active ? [] : [t('admin.inactive')]),
      ...(active && !atKiosk ? [t('admin.priority-staff-only')] : []),
      ...(sensitive ? [t('admin.priority-sensitive')] : []),
    ].join(' · ');
  return (
    <ListAndEditor
      label={t('admin.part-priority-groups')}
      chosen={selection.id}
      addLabel={t('admin.priority-groups-add')}
      onAdd={() => selection.begin('priority')}
      list={
        <ul className={parts('list')}>
          {priorityGroups.map((group) => (
            <ListRow
              key={group.id}
              mark={String(group.order)}
              title={inLanguage(group.name, language)}
              note={notes(group)}
              dimmed={!group.active}
              chosen={selection.id === group.id}
              onChoose={() => selection.choose(group.id)}
            />
          ))}
        </ul>
      }
      editor={
        selection.id === null ? (
          <p className={parts('nothing')}>{t('admin.priority-groups-choose')}</p>
        ) : (
          <PriorityGroupEditor
            key={selection.id}
            hub={hub}
            groups={priorityGroups}
            id={selection.id as PriorityGroupId}
            onGone={selection.clear}
          />
        )
      }
    />
  );
}
