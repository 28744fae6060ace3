import { DAY_ENDS, newlyLostBookings, withSetting } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { LostBookingsWarning } from '../bookings/lost-bookings.tsx';
import { RadioCards, SwitchField, TextField } from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import type { PageProps } from '../frame/page-props.ts';
import { PriorityFields } from './priority-fields.tsx';
import { checkRules, type RuleNumber, toRulesForm, withRules } from './rules-form.ts';
import { Card } from '../frame/card.tsx';
import styles from './centre-rules.module.css';

const css = classNames(styles);

const MISSED = ['missedCalls', 'missedSeconds', 'graceMinutes', 'behind'] as const;
const WAITING = ['holdMinutes', 'lastTicketMinutes'] as const;
const ALARMS = ['noCounterMinutes', 'pausedMinutes', 'parkedMinutes', 'closingMinutes'] as const;
const KEPT = ['retentionDays'] as const;
const BOOKINGS = [
  'slotMinutes',
  'capacity',
  'earlyMinutes',
  'lateMinutes',
  'daysAhead',
] as const satisfies readonly RuleNumber[];
type ListedNumber = (
  | typeof MISSED
  | typeof WAITING
  | typeof BOOKINGS
  | typeof ALARMS
  | typeof KEPT
)[number];

/** Every rule with one sentence that explains it. */
export function CentreRules({ hub, mirror }: Pick<PageProps, 'hub' | 'mirror'>) {
  const t = useTexts();
  const { site } = mirror.settings;
  const setting = useSettingForm({
    hub,
    kind: 'site',
    saved: site,
    fresh: toRulesForm(site),
    check: checkRules,
    toForm: toRulesForm,
    toValue: (form) => withRules(site, form),
  });
  const { form, edit, problem } = setting;
  const value = withRules(site, form);
  const lost = newlyLostBookings(mirror, withSetting(mirror.settings, { kind: 'site', value }));
  const numbers = (names: readonly ListedNumber[]) => (
    <div className={css('numbers')}>
      {names.map((name) => (
        <TextField
          key={name}
          label={t(`admin.rule-${name}`)}
          hint={t(`admin.rule-${name}-hint`)}
          value={form[name]}
          onChange={(value) => edit({ [name]: value })}
          width={5}
          numeric
          problem={problem(name)}
        />
      ))}
    </div>
  );
  return (
    <SettingFormFrame
      setting={setting}
      warning={<LostBookingsWarning lost={lost} settings={mirror.settings} />}
    >
      <Card>
        <h2>{t('admin.centre-next')}</h2>
        <PriorityFields form={form} edit={edit} problem={problem} />
      </Card>
      <Card>
        <h2>{t('admin.rules-missed')}</h2>
        {numbers(MISSED)}
      </Card>
      <Card>
        <h2>{t('admin.rules-waiting')}</h2>
        {numbers(WAITING)}
        <SwitchField
          label={t('admin.rule-estimates')}
          hint={t('admin.rule-estimates-hint')}
          value={form.estimates}
          onChange={(estimates) => edit({ estimates })}
        />
      </Card>
      <Card>
        <h2>{t('admin.rules-alarms')}</h2>
        {numbers(ALARMS)}
      </Card>
      <Card>
        <h2>{t('admin.rules-bookings')}</h2>
        <SwitchField
          label={t('admin.rule-bookings')}
          hint={t('admin.rule-bookings-hint')}
          value={form.bookingsOffered}
          onChange={(bookingsOffered) => edit({ bookingsOffered })}
        />
        {form.bookingsOffered && numbers(BOOKINGS)}
      </Card>
      <Card>
        <h2>{t('admin.rules-day-end')}</h2>
        <RadioCards
          label={t('admin.rule-day-end')}
          value={form.dayEnd}
          choices={DAY_ENDS.map((value) => ({
            value,
            label: t(`admin.day-end-${value}`),
            hint: t(`admin.day-end-${value}-hint`),
          }))}
          onChange={(dayEnd) => edit({ dayEnd })}
        />
      </Card>
      <Card>
        <h2>{t('admin.rules-kept')}</h2>
        {numbers(KEPT)}
      </Card>
    </SettingFormFrame>
  );
}
