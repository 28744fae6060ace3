import type { HubLink } from '@motcua/client';
import {
  inLanguage,
  PRIORITY_ICONS,
  type PriorityGroup,
  type PriorityGroupId,
} from '@motcua/domain';
import { PriorityPicture, useLanguage, useTexts } from '@motcua/ui';
import { useMemo } from 'react';
import { LocalTextField, SwitchField, TextField } from '../forms/fields.tsx';
import { IconField } from '../forms/icon-field.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { ItemButtons } from '../setup/item-buttons.tsx';
import {
  checkPriorityGroup,
  newPriorityGroupForm,
  toPriorityGroup,
  toPriorityGroupForm,
} from './priority-group-form.ts';

export interface PriorityGroupEditorProps {
  readonly hub: Pick<HubLink, 'execute'>;
  readonly groups: readonly PriorityGroup[];
  readonly id: PriorityGroupId;
  readonly onGone: () => void;
}

export function PriorityGroupEditor({ hub, groups, id, onGone }: PriorityGroupEditorProps) {
  const t = useTexts();
  const language = useLanguage();
  const group = groups.find((each) => each.id === id);
  const fresh = useMemo(() => newPriorityGroupForm(groups), [groups]);
  const setting = useSettingForm({
    hub,
    kind: 'priority-group',
    saved: group,
    fresh,
    check: checkPriorityGroup,
    toForm: toPriorityGroupForm,
    toValue: (form) => toPriorityGroup(id, form),
  });
  const { form, edit, problem, isNew } = setting;
  const name = inLanguage(group?.name ?? form.name, language);
  return (
    <SettingFormFrame
      setting={setting}
      more={
        <ItemButtons
          hub={hub}
          kind="priority-group"
          id={id}
          name={name}
          isNew={isNew}
          onGone={onGone}
        />
      }
    >
      <h2>{isNew ? t('admin.priority-groups-add') : name}</h2>
      <LocalTextField
        label={t('admin.field-name')}
        value={form.name}
        onChange={(text) => edit({ name: text })}
        problem={problem('name')}
      />
      <IconField
        icons={PRIORITY_ICONS}
        value={form.icon}
        onChange={(icon) => edit({ icon })}
        nameOf={(icon) => t(`admin.priority-icon-${icon}`)}
        Picture={PriorityPicture}
      />
      <SwitchField
        label={t('admin.field-priority-active')}
        hint={t('admin.hint-priority-active')}
        value={form.active}
        onChange={(active) => edit({ active })}
      />
      <SwitchField
        label={t('admin.field-priority-at-kiosk')}
        hint={t('admin.hint-priority-at-kiosk')}
        value={form.atKiosk}
        onChange={(atKiosk) => edit({ atKiosk })}
      />
      <SwitchField
        label={t('admin.field-priority-sensitive')}
        hint={t('admin.hint-priority-sensitive')}
        value={form.sensitive}
        onChange={(sensitive) => edit({ sensitive })}
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
