import { inLanguage, type ServiceId } from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { TextField } from '../forms/fields.tsx';
import { FirstStep } from '../forms/first-step.tsx';
import { ListAndEditor, ListRow, useSelection } from '../forms/list-and-editor.tsx';
import type { SettingsListProps } from './queue-list.tsx';
import { ServiceEditor } from './service-editor.tsx';
import { searchServices } from './service-form.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './service-list.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export function ServiceList({ hub, mirror }: SettingsListProps) {
  const { settings } = mirror;
  const t = useTexts();
  const language = useLanguage();
  const selection = useSelection();
  const [query, setQuery] = useState('');
  const { services, serviceGroups, queues } = settings;
  const found = searchServices(serviceGroups, services, query);
  const prefixes = new Map(queues.map(({ id, series }) => [id, series.prefix]));
  return (
    <ListAndEditor
      label={t('admin.part-services')}
      chosen={selection.id}
      addLabel={t('admin.services-add')}
      onAdd={() => selection.begin('service')}
      above={
        <TextField
          label={t('admin.search')}
          hint={t('admin.search-hint')}
          type="search"
          value={query}
          onChange={setQuery}
        />
      }
      list={
        <div className={css('groups')}>
          {found.length === 0 && query.trim() !== '' && (
            <p className={parts('nothing')}>{t('admin.search-nothing', { query: query.trim() })}</p>
          )}
          {found.map(({ group, services: inGroup }) => (
            <div key={group.id}>
              <h2>{inLanguage(group.name, language)}</h2>
              <ul className={parts('list')}>
                {inGroup.map((service) => (
                  <ListRow
                    key={service.id}
                    mark={prefixes.get(service.queueId) ?? ''}
                    title={inLanguage(service.name, language)}
                    note={[
                      service.code ?? '',
                      service.usual ? t('admin.usual') : '',
                      service.active ? '' : t('admin.inactive'),
                    ]
                      .filter((words) => words !== '')
                      .join(' · ')}
                    dimmed={!service.active}
                    chosen={selection.id === service.id}
                    onChoose={() => selection.choose(service.id)}
                  />
                ))}
              </ul>
            </div>
          ))}
        </div>
      }
      editor={
        selection.id === null ? (
          services.length === 0 ? (
            <FirstStep
              words={t('admin.no-services')}
              action={t('admin.services-add')}
              onPress={() => selection.begin('service')}
            />
          ) : (
            <p className={parts('nothing')}>{t('admin.services-choose')}</p>
          )
        ) : (
          <ServiceEditor
            key={selection.id}
            hub={hub}
            mirror={mirror}
            id={selection.id as ServiceId}
            onGone={selection.clear}
          />
        )
      }
    />
  );
}
