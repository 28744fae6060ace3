import { classNames, useTexts } from '@motcua/ui';
import {
  LocalTextField,
  RadioCards,
  SelectField,
  SwitchField,
  TextField,
} from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { checkCentre, toCentreForm, withCentre } from './centre-form.ts';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

const TIMES = ['1', '2', '3'] as const;
const READINGS = ['cardinal', 'digits'] as const;

/** The centre itself: its names, how a call sounds, and where its slips link to. */
export function CentrePage({ hub, mirror }: Pick<PageProps, 'hub' | 'mirror'>) {
  const t = useTexts();
  const { site } = mirror.settings;
  const setting = useSettingForm({
    hub,
    kind: 'site',
    saved: site,
    fresh: toCentreForm(site),
    check: checkCentre,
    toForm: toCentreForm,
    toValue: (form) => withCentre(site, form),
  });
  const { form, edit, problem } = setting;
  const { announcements } = form;
  const announce = (part: Partial<typeof announcements>) =>
    edit({ announcements: { ...announcements, ...part } });
  return (
    <>
      <PageHead title={t('admin.page-centre')} lead={t('admin.centre-lead')} />
      <SettingFormFrame setting={setting}>
        <Card>
          <h2>{t('admin.centre-names')}</h2>
          <LocalTextField
            label={t('admin.field-centre-name')}
            value={form.name}
            onChange={(name) => edit({ name })}
            problem={problem('name')}
          />
          <LocalTextField
            label={t('admin.field-authority')}
            value={form.authority}
            onChange={(authority) => edit({ authority })}
            problem={problem('authority')}
          />
          <TextField
            label={t('admin.field-place')}
            hint={t('admin.hint-place')}
            value={form.place}
            onChange={(place) => edit({ place })}
            width={30}
            problem={problem('place')}
          />
        </Card>
        <Card>
          <h2>{t('admin.centre-calls')}</h2>
          <div className={parts('columns')}>
            <SelectField
              label={t('admin.field-repeat')}
              value={String(announcements.repeat)}
              choices={TIMES.map((value) => ({ value, label: t('admin.times', { count: value }) }))}
              onChange={(times) => announce({ repeat: Number(times) })}
            />
          </div>
          <SwitchField
            label={t('admin.field-chime')}
            value={announcements.chime}
            onChange={(chime) => announce({ chime })}
          />
          <SwitchField
            label={t('admin.field-visitor-language')}
            hint={t('admin.hint-visitor-language')}
            value={announcements.inVisitorLanguage}
            onChange={(inVisitorLanguage) => announce({ inVisitorLanguage })}
          />
          <RadioCards
            label={t('admin.field-reading')}
            value={announcements.reading}
            choices={READINGS.map((value) => ({
              value,
              label: t(`admin.reading-${value}`),
              hint: t(`admin.reading-${value}-hint`),
            }))}
            onChange={(reading) => announce({ reading })}
          />
        </Card>
        <Card>
          <h2>{t('admin.centre-slip')}</h2>
          <TextField
            label={t('admin.field-follow')}
            hint={t('admin.hint-follow')}
            value={form.followAddress}
            onChange={(followAddress) => edit({ followAddress })}
            problem={problem('followAddress')}
          />
          <SwitchField
            label={t('admin.field-long-slips')}
            hint={t('admin.hint-long-slips')}
            value={form.longSlips}
            onChange={(longSlips) => edit({ longSlips })}
          />
        </Card>
        <ResultsCard
          value={form.recordsResults}
          onChange={(recordsResults) => edit({ recordsResults })}
        />
      </SettingFormFrame>
    </>
  );
}

interface ResultsCardProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Whether counters ask what was done. */
function ResultsCard({ value, onChange }: ResultsCardProps) {
  const t = useTexts();
  return (
    <Card>
      <SwitchField
        label={t('admin.field-results')}
        hint={t('admin.hint-results')}
        {...{ value, onChange }}
      />
    </Card>
  );
}
