import { inLanguage, SERVICE_ICONS, type ServiceGroupId } from '@motcua/domain';
import { classNames, ServicePicture, useLanguage, useTexts } from '@motcua/ui';
import { useMemo } from 'react';
import { LocalTextField, TextField } from '../forms/fields.tsx';
import { FirstStep } from '../forms/first-step.tsx';
import { ListAndEditor, ListRow, useSelection } from '../forms/list-and-editor.tsx';
import { IconField } from '../forms/icon-field.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { ItemButtons } from './item-buttons.tsx';
import type { SettingsListProps } from './queue-list.tsx';
import { checkGroup, newGroupForm, toGroup, toGroupForm } from './service-form.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export function GroupList({ hub, mirror }: SettingsListProps) {
  const { settings } = mirror;
  const t = useTexts();
  const language = useLanguage();
  const selection = useSelection();
  const count = (id: ServiceGroupId) =>
    settings.services.filter(({ groupId }) => groupId === id).length;
  return (
    <ListAndEditor
      label={t('admin.part-groups')}
      chosen={selection.id}
      addLabel={t('admin.groups-add')}
      onAdd={() => selection.begin('group')}
      list={
        <ul className={parts('list')}>
          {settings.serviceGroups.map((group) => (
            <ListRow
              key={group.id}
              mark={String(group.order)}
              title={inLanguage(group.name, language)}
              note={t('admin.group-services', { count: count(group.id) })}
              chosen={selection.id === group.id}
              onChoose={() => selection.choose(group.id)}
            />
          ))}
        </ul>
      }
      editor={
        selection.id === null ? (
          settings.serviceGroups.length === 0 ? (
            <FirstStep
              words={t('admin.no-groups')}
              action={t('admin.groups-add')}
              onPress={() => selection.begin('group')}
            />
          ) : (
            <p className={parts('nothing')}>{t('admin.groups-choose')}</p>
          )
        ) : (
          <GroupEditor
            key={selection.id}
            hub={hub}
            mirror={mirror}
            id={selection.id as ServiceGroupId}
            onGone={selection.clear}
          />
        )
      }
    />
  );
}

export interface GroupEditorProps extends SettingsListProps {
  readonly id: ServiceGroupId;
  readonly onGone: () => void;
  readonly onSaved?: () => void;
}

export function GroupEditor({ hub, mirror, id, onGone, onSaved }: GroupEditorProps) {
  const { settings } = mirror;
  const t = useTexts();
  const language = useLanguage();
  const group = settings.serviceGroups.find((each) => each.id === id);
  const fresh = useMemo(() => newGroupForm(settings.serviceGroups), [settings.serviceGroups]);
  const setting = useSettingForm({
    hub,
    onSaved,
    kind: 'service-group',
    saved: group,
    fresh,
    check: checkGroup,
    toForm: toGroupForm,
    toValue: (form) => toGroup(id, form),
  });
  const { form, edit, problem, isNew } = setting;
  const name = inLanguage(group?.name ?? form.name, language);
  return (
    <SettingFormFrame
      setting={setting}
      more={
        <ItemButtons
          hub={hub}
          kind="service-group"
          id={id}
          name={name}
          isNew={isNew}
          onGone={onGone}
        />
      }
    >
      <h2>{isNew ? t('admin.groups-add') : name}</h2>
      <LocalTextField
        label={t('admin.field-name')}
        value={form.name}
        onChange={(text) => edit({ name: text })}
        problem={problem('name')}
      />
      <IconField
        icons={SERVICE_ICONS}
        value={form.icon}
        onChange={(icon) => edit({ icon })}
        nameOf={(icon) => t(`admin.icon-${icon}`)}
        Picture={ServicePicture}
      />
      <TextField
        label={t('admin.field-order')}
        hint={t('admin.hint-order')}
        value={form.order}
        onChange={(order) => edit({ order })}
        width={5}
        numeric
        problem={problem('order')}
      />
    </SettingFormFrame>
  );
}
