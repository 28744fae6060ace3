import {
  inLanguage,
  newlyLostBookings,
  type ServiceId,
  withoutSetting,
  withSetting,
} from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { useMemo } from 'react';
import { LostBookingsWarning } from '../bookings/lost-bookings.tsx';
import { LocalTextField, TextField } from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { ItemButtons } from './item-buttons.tsx';
import { useNewGroup, useNewQueue } from './new-for-service.tsx';
import type { SettingsListProps } from './queue-list.tsx';
import { ServicePapers, ServicePlace, ServiceSwitches } from './service-fields.tsx';
import { checkService, newServiceForm, toService, toServiceForm } from './service-form.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface ServiceEditorProps extends SettingsListProps {
  readonly id: ServiceId;
  readonly onGone: () => void;
}

export function ServiceEditor({ hub, mirror, id, onGone }: ServiceEditorProps) {
  const { settings } = mirror;
  const t = useTexts();
  const language = useLanguage();
  const { services } = settings;
  const service = services.find((each) => each.id === id);
  const fresh = useMemo(() => newServiceForm(services), [services]);
  const setting = useSettingForm({
    hub,
    kind: 'service',
    saved: service,
    fresh,
    check: checkService,
    toForm: toServiceForm,
    toValue: (form) => toService(id, form),
  });
  const { form, edit, problem, isNew } = setting;
  const group = useNewGroup({ hub, mirror, onMade: (groupId) => edit({ groupId }) });
  const queue = useNewQueue({ hub, mirror, onMade: (queueId) => edit({ queueId }) });
  const name = inLanguage(service?.name ?? form.name, language);
  const value = toService(id, form);
  const saved = value === null ? settings : withSetting(settings, { kind: 'service', value });
  const removed = withoutSetting(settings, 'service', id);
  return (
    <>
      <SettingFormFrame
        setting={setting}
        warning={
          <LostBookingsWarning lost={newlyLostBookings(mirror, saved)} settings={settings} />
        }
        more={
          <ItemButtons
            hub={hub}
            kind="service"
            id={id}
            name={name}
            isNew={isNew}
            onGone={onGone}
            warning={
              <LostBookingsWarning lost={newlyLostBookings(mirror, removed)} settings={settings} />
            }
          />
        }
      >
        <h2>{isNew ? t('admin.services-add') : name}</h2>
        <LocalTextField
          label={t('admin.field-name')}
          value={form.name}
          onChange={(text) => edit({ name: text })}
          problem={problem('name')}
        />
        <div className={parts('columns')}>
          <ServicePlace {...setting} {...{ settings, group, queue }} />
          <TextField
            label={t('admin.field-code')}
            hint={t('admin.hint-code')}
            value={form.code}
            onChange={(code) => edit({ code })}
            problem={problem('code')}
          />
          <TextField
            label={t('admin.field-order')}
            hint={t('admin.hint-order')}
            value={form.order}
            onChange={(order) => edit({ order })}
            numeric
            problem={problem('order')}
          />
        </div>
        <ServiceSwitches {...setting} />
        <ServicePapers {...setting} />
      </SettingFormFrame>
      {group.dialog}
      {queue.dialog}
    </>
  );
}
