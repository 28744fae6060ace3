import { useTexts } from '@motcua/ui';
import { RadioCards, TextField } from '../forms/fields.tsx';
import type { SettingForm } from '../forms/use-setting-form.ts';
import type { RulesForm } from './rules-form.ts';

const MODES = ['interleaved', 'ageing', 'strict'] as const;

/** The calling rule, in plain words: it is the centre's own rule. */
export function PriorityFields({
  form,
  edit,
  problem,
}: Pick<SettingForm<RulesForm>, 'form' | 'edit' | 'problem'>) {
  const t = useTexts();
  const more = {
    interleaved: (
      <>
        <TextField
          label={t('admin.field-priority-turns')}
          value={form.priority}
          onChange={(priority) => edit({ priority })}
          width={5}
          numeric
          problem={problem('priority')}
        />
        <TextField
          label={t('admin.field-normal-turns')}
          value={form.normal}
          onChange={(normal) => edit({ normal })}
          width={5}
          numeric
          problem={problem('normal')}
        />
      </>
    ),
    ageing: (
      <TextField
        label={t('admin.field-bonus')}
        value={form.bonusMinutes}
        onChange={(bonusMinutes) => edit({ bonusMinutes })}
        width={5}
        numeric
        problem={problem('bonusMinutes')}
      />
    ),
    strict: undefined,
  };
  return (
    <>
      <RadioCards
        label={t('admin.field-mode')}
        value={form.mode}
        choices={MODES.map((value) => ({
          value,
          label: t(`admin.mode-${value}`),
          hint: t(`admin.mode-${value}-hint`),
          more: more[value],
        }))}
        onChange={(mode) => edit({ mode })}
      />
      <TextField
        label={t('admin.field-max-wait')}
        hint={t('admin.hint-max-wait')}
        value={form.maxWaitMinutes}
        onChange={(maxWaitMinutes) => edit({ maxWaitMinutes })}
        width={5}
        numeric
        problem={problem('maxWaitMinutes')}
      />
    </>
  );
}
