import type { HubLink } from '@motcua/client';
import { inLanguage, QUICK_COUNTERS, type CounterId, type Settings } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import { useMemo } from 'react';
import { LocalTextField, RadioCards, SwitchField, TextField } from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { checkCounter, newCounterForm, toCounter, toCounterForm } from './counter-form.ts';
import { ItemButtons } from './item-buttons.tsx';
import { QueueOrder } from './queue-order.tsx';

export interface CounterEditorProps {
  readonly hub: Pick<HubLink, 'execute'>;
  readonly settings: Settings;
  readonly id: CounterId;
  readonly onGone: () => void;
}

export function CounterEditor({ hub, settings, id, onGone }: CounterEditorProps) {
  const t = useTexts();
  const language = useLanguage();
  const counter = settings.counters.find((each) => each.id === id);
  const fresh = useMemo(() => newCounterForm(settings.counters), [settings.counters]);
  const setting = useSettingForm({
    hub,
    kind: 'counter',
    saved: counter,
    fresh,
    check: (form) => checkCounter(id, form, settings.counters),
    toForm: toCounterForm,
    toValue: (form) => toCounter(id, form),
  });
  const { form, edit, problem, isNew } = setting;
  const name = counter === undefined ? '' : inLanguage(counter.name, language);
  return (
    <SettingFormFrame
      setting={setting}
      more={
        <ItemButtons
          hub={hub}
          kind="counter"
          id={id}
          name={t('admin.counter-number', { number: counter?.number ?? '' })}
          isNew={isNew}
          onGone={onGone}
        />
      }
    >
      <h2>
        {isNew
          ? t('admin.counters-add')
          : `${t('admin.counter-number', { number: counter?.number ?? form.number })} · ${name}`}
      </h2>
      <TextField
        label={t('admin.field-counter-number')}
        hint={t('admin.hint-counter-number')}
        value={form.number}
        onChange={(number) => edit({ number })}
        width={4}
        numeric
        problem={problem('number')}
      />
      <LocalTextField
        label={t('admin.field-counter-name')}
        value={form.name}
        onChange={(text) => edit({ name: text })}
        problem={problem('name')}
      />
      <QueueOrder
        queues={settings.queues}
        chosen={form.queueIds}
        onChange={(queueIds) => edit({ queueIds })}
        problem={problem('queueIds')}
      />
      <SwitchField
        label={t('admin.field-ordered')}
        hint={t('admin.hint-ordered')}
        value={form.ordered}
        onChange={(ordered) => edit({ ordered })}
      />
      <RadioCards
        label={t('admin.field-quick-counter')}
        value={form.quick}
        choices={QUICK_COUNTERS.map((value) => ({
          value,
          label: t(`admin.quick-${value}`),
          hint: t(`admin.quick-${value}-hint`),
        }))}
        onChange={(quick) => edit({ quick })}
      />
    </SettingFormFrame>
  );
}
