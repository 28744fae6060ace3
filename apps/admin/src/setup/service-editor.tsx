import { newId } from '@motcua/client';
import {
  inLanguage,
  newlyLostBookings,
  type ServiceId,
  withoutSetting,
  withSetting,
} from '@motcua/domain';
import { Button, useLanguage, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { LostBookingsWarning } from '../bookings/lost-bookings.tsx';
import { LocalTextField, SelectField, SwitchField, TextField } from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { NO_TEXT } from '../forms/text-fields.ts';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { ItemButtons } from './item-buttons.tsx';
import { useNewGroup, useNewQueue } from './new-for-service.tsx';
import type { SettingsListProps } from './queue-list.tsx';
import {
  checkService,
  newServiceForm,
  toService,
  toServiceForm,
  type PaperRow,
} from './service-form.ts';

export interface ServiceEditorProps extends SettingsListProps {
  readonly id: ServiceId;
  readonly onGone: () => void;
}

export function ServiceEditor({ hub, mirror, id, onGone }: ServiceEditorProps) {
  const { settings } = mirror;
  const t = useTexts();
  const language = useLanguage();
  const { services, serviceGroups, queues } = settings;
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
  const please = { value: '' as const, label: t('admin.please-choose') };
  const putPaper = (row: PaperRow) =>
    edit({ papers: form.papers.map((paper) => (paper.id === row.id ? row : paper)) });
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
        <div className="columns-2">
          <SelectField
            label={t('admin.field-group')}
            value={form.groupId}
            choices={[
              ...(form.groupId === '' ? [please] : []),
              ...serviceGroups.map((each) => ({
                value: each.id,
                label: inLanguage(each.name, language),
              })),
            ]}
            onChange={(groupId) => edit({ groupId })}
            problem={problem('groupId')}
            action={group.button}
          />
          <SelectField
            label={t('admin.field-queue')}
            value={form.queueId}
            choices={[
              ...(form.queueId === '' ? [please] : []),
              ...queues.map((each) => ({
                value: each.id,
                label: `${each.series.prefix} · ${inLanguage(each.name, language)}`,
              })),
            ]}
            onChange={(queueId) => edit({ queueId })}
            problem={problem('queueId')}
            action={queue.button}
          />
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
        <SwitchField
          label={t('admin.field-service-active')}
          hint={t('admin.hint-service-active')}
          value={form.active}
          onChange={(active) => edit({ active })}
        />
        <SwitchField
          label={t('admin.field-service-usual')}
          hint={t('admin.hint-service-usual')}
          value={form.usual}
          onChange={(usual) => edit({ usual })}
        />
        <SwitchField
          label={t('admin.field-service-quick')}
          hint={t('admin.hint-service-quick')}
          value={form.quick}
          onChange={(quick) => edit({ quick })}
        />
        <section className="stack" aria-label={t('admin.field-papers')}>
          <h3>{t('admin.field-papers')}</h3>
          <p className="field-hint">{t('admin.hint-papers')}</p>
          {form.papers.map((paper, index) => (
            <div key={paper.id} className="paper-row">
              <LocalTextField
                label={t('admin.paper-number', { number: index + 1 })}
                value={paper.text}
                onChange={(text) => putPaper({ ...paper, text })}
                problem={problem(`paper-${paper.id}`)}
              />
              <Button
                variant="quiet"
                aria-label={t('admin.paper-remove', { number: index + 1 })}
                onPress={() =>
                  edit({ papers: form.papers.filter(({ id: other }) => other !== paper.id) })
                }
              >
                {t('common.remove')}
              </Button>
            </div>
          ))}
          <div>
            <Button
              icon={<Plus size={20} />}
              onPress={() => edit({ papers: [...form.papers, { id: newId(), text: NO_TEXT }] })}
            >
              {t('admin.paper-add')}
            </Button>
          </div>
        </section>
      </SettingFormFrame>
      {group.dialog}
      {queue.dialog}
    </>
  );
}
