import type { HubLink, Mirror } from '@motcua/client';
import {
  inLanguage,
  newlyLostBookings,
  type QueueId,
  withoutSetting,
  withSetting,
} from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import { LostBookingsWarning } from '../bookings/lost-bookings.tsx';
import { LocalTextField, SwitchField, TextField } from '../forms/fields.tsx';
import { FirstStep } from '../forms/first-step.tsx';
import { ListAndEditor, ListRow, useSelection } from '../forms/list-and-editor.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { ItemButtons } from './item-buttons.tsx';
import { PrefixNote } from './prefix-note.tsx';
import { prefixWarnings } from './prefix-warnings.ts';
import { checkQueue, NEW_QUEUE, numbersOf, toQueue, toQueueForm } from './queue-form.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

export interface SettingsListProps {
  readonly hub: Pick<HubLink, 'execute'>;
  readonly mirror: Pick<Mirror, 'settings' | 'bookings' | 'today'>;
}

export function QueueList({ hub, mirror }: SettingsListProps) {
  const { settings } = mirror;
  const t = useTexts();
  const language = useLanguage();
  const selection = useSelection();
  return (
    <ListAndEditor
      label={t('admin.part-queues')}
      chosen={selection.id}
      addLabel={t('admin.queues-add')}
      onAdd={() => selection.begin('queue')}
      list={
        <ul className={parts('list')}>
          {settings.queues.map((queue) => (
            <ListRow
              key={queue.id}
              mark={queue.series.prefix}
              title={inLanguage(queue.name, language)}
              note={[
                (numbersOf(toQueueForm(queue)) ?? []).join(' – '),
                ...(queue.active ? [] : [t('admin.inactive')]),
              ].join(' · ')}
              dimmed={!queue.active}
              chosen={selection.id === queue.id}
              onChoose={() => selection.choose(queue.id)}
            />
          ))}
        </ul>
      }
      editor={
        selection.id === null ? (
          settings.queues.length === 0 ? (
            <FirstStep
              words={t('admin.no-queues')}
              action={t('admin.queues-add')}
              onPress={() => selection.begin('queue')}
            />
          ) : (
            <p className={parts('nothing')}>{t('admin.queues-choose')}</p>
          )
        ) : (
          <QueueEditor
            key={selection.id}
            hub={hub}
            mirror={mirror}
            id={selection.id as QueueId}
            onGone={selection.clear}
          />
        )
      }
    />
  );
}

export interface QueueEditorProps extends SettingsListProps {
  readonly id: QueueId;
  readonly onGone: () => void;
  readonly onSaved?: () => void;
}

export function QueueEditor({ hub, mirror, id, onGone, onSaved }: QueueEditorProps) {
  const { settings } = mirror;
  const t = useTexts();
  const language = useLanguage();
  const queue = settings.queues.find((each) => each.id === id);
  const setting = useSettingForm({
    hub,
    onSaved,
    kind: 'queue',
    saved: queue,
    fresh: NEW_QUEUE,
    check: (form) => checkQueue(id, form, settings.queues),
    toForm: toQueueForm,
    toValue: (form) => toQueue(id, form),
  });
  const { form, edit, problem, isNew } = setting;
  const name = inLanguage(queue?.name ?? form.name, language);
  const saved = withSetting(settings, { kind: 'queue', value: toQueue(id, form) });
  const removed = withoutSetting(settings, 'queue', id);
  const numbers = numbersOf(form);
  return (
    <SettingFormFrame
      setting={setting}
      warning={<LostBookingsWarning lost={newlyLostBookings(mirror, saved)} settings={settings} />}
      more={
        <ItemButtons
          hub={hub}
          kind="queue"
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
      <h2>{isNew ? t('admin.queues-add') : name}</h2>
      <LocalTextField
        label={t('admin.field-name')}
        value={form.name}
        onChange={(text) => edit({ name: text })}
        problem={problem('name')}
      />
      <div className={parts('columns')}>
        <TextField
          label={t('admin.field-prefix')}
          hint={t('admin.hint-prefix')}
          value={form.prefix}
          onChange={(prefix) => edit({ prefix })}
          problem={problem('prefix')}
        />
        <TextField
          label={t('admin.field-from')}
          value={form.from}
          onChange={(from) => edit({ from })}
          numeric
          problem={problem('from')}
        />
        <TextField
          label={t('admin.field-to')}
          value={form.to}
          onChange={(to) => edit({ to })}
          numeric
          problem={problem('to')}
        />
      </div>
      {numbers !== null && (
        <p className={parts('note')}>
          {t('admin.numbers-of-a-day', { first: numbers[0], last: numbers[1] })}
        </p>
      )}
      <PrefixNote warnings={prefixWarnings(id, form.prefix, settings.queues, language)} />
      <TextField
        label={t('admin.field-quota')}
        hint={t('admin.hint-quota')}
        value={form.dailyQuota}
        onChange={(dailyQuota) => edit({ dailyQuota })}
        width={5}
        numeric
        problem={problem('dailyQuota')}
      />
      <SwitchField
        label={t('admin.field-queue-active')}
        hint={t('admin.hint-queue-active')}
        value={form.active}
        onChange={(active) => edit({ active })}
      />
    </SettingFormFrame>
  );
}
