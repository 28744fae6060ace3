import { newId } from '@motcua/client';
import { inLanguage, type Settings } from '@motcua/domain';
import { Button, classNames, useLanguage, useTexts } from '@motcua/ui';
import { Plus } from 'lucide-react';
import { LocalTextField, SelectField, SwitchField } from '../forms/fields.tsx';
import { NO_TEXT } from '../forms/text-fields.ts';
import type { SettingForm } from '../forms/use-setting-form.ts';
import type { NewForService } from './new-for-service.tsx';
import type { PaperRow, ServiceForm } from './service-form.ts';
import partsStyles from '../frame/parts.module.css';
import fieldsStyles from '../forms/fields.module.css';
import styles from './service-fields.module.css';

const parts = classNames(partsStyles);
const fields = classNames(fieldsStyles);
const css = classNames(styles);

interface ServicePlaceProps extends Pick<SettingForm<ServiceForm>, 'form' | 'edit' | 'problem'> {
  readonly settings: Pick<Settings, 'serviceGroups' | 'queues'>;
  /** Where a new one can be made. */
  readonly group: Pick<NewForService, 'button'>;
  readonly queue: Pick<NewForService, 'button'>;
}

/** Under which heading the service stands, and in which queue its visitors wait. */
export function ServicePlace({ form, edit, problem, settings, group, queue }: ServicePlaceProps) {
  const t = useTexts();
  const language = useLanguage();
  const { serviceGroups, queues } = settings;
  const please = { value: '' as const, label: t('admin.please-choose') };
  return (
    <>
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
    </>
  );
}

/** Whether the service is offered, and where it shows. */
export function ServiceSwitches({ form, edit }: Pick<SettingForm<ServiceForm>, 'form' | 'edit'>) {
  const t = useTexts();
  return (
    <>
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
    </>
  );
}

/** What a visitor brings for it. */
export function ServicePapers({
  form,
  edit,
  problem,
}: Pick<SettingForm<ServiceForm>, 'form' | 'edit' | 'problem'>) {
  const t = useTexts();
  const putPaper = (row: PaperRow) =>
    edit({ papers: form.papers.map((paper) => (paper.id === row.id ? row : paper)) });
  return (
    <section className={parts('stack')} aria-label={t('admin.field-papers')}>
      <h3>{t('admin.field-papers')}</h3>
      <p className={fields('hint')}>{t('admin.hint-papers')}</p>
      {form.papers.map((paper, index) => (
        <div key={paper.id} className={css('paper')}>
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
  );
}
