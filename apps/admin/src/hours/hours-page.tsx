import { newlyLostBookings, withSetting } from '@motcua/domain';
import { Button, classNames, useHubClock, useLanguage, useTexts } from '@motcua/ui';
import type { HubLink } from '@motcua/client';
import { LostBookingsWarning } from '../bookings/lost-bookings.tsx';
import { SelectField } from '../forms/fields.tsx';
import { SettingFormFrame } from '../forms/setting-form-frame.tsx';
import { useSettingForm } from '../forms/use-setting-form.ts';
import { say } from '../forms/words.ts';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { DaysList } from './days-list.tsx';
import {
  checkHours,
  toHours,
  toHoursForm,
  withMondayOnWorkingDays,
  withOfficeHours,
  type HoursForm,
} from './hours-form.ts';
import { hoursSentence } from './hours-sentence.ts';
import { WeekGrid } from './week-grid.tsx';
import { Card } from '../frame/card.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './hours-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const ZONES = ['Asia/Ho_Chi_Minh', 'Asia/Bangkok', 'Asia/Vientiane', 'Europe/Berlin', 'UTC'];

export function HoursPage({ hub, mirror }: Pick<PageProps, 'hub' | 'mirror'>) {
  const t = useTexts();
  const { site } = mirror.settings;
  const toValue = (form: HoursForm) => ({ ...site, zone: form.zone, hours: toHours(form) });
  const setting = useSettingForm({
    hub,
    kind: 'site',
    saved: site,
    fresh: toHoursForm(site),
    check: checkHours,
    toForm: toHoursForm,
    toValue,
  });
  const { form, edit } = setting;
  // Problems with hours are shown before the first attempt to save.
  const problems = checkHours(form);
  const value = toValue(form);
  const lost =
    Object.keys(problems).length > 0
      ? []
      : newlyLostBookings(mirror, withSetting(mirror.settings, { kind: 'site', value }));
  const zones = [...new Set([site.zone, form.zone, ...ZONES])];
  return (
    <>
      <PageHead title={t('admin.page-hours')} lead={t('admin.hours-lead')} />
      <SettingFormFrame
        setting={setting}
        warning={<LostBookingsWarning lost={lost} settings={mirror.settings} />}
      >
        <HoursSentence hub={hub} form={form} dirty={setting.dirty} />
        <Card>
          <div className={parts('head')}>
            <h2>{t('admin.hours-week')}</h2>
            {form.week.every((spans) => spans.length === 0) ? (
              <Button variant="primary" onPress={() => edit(withOfficeHours(form))}>
                {t('admin.hours-usual')}
              </Button>
            ) : (
              <Button onPress={() => edit(withMondayOnWorkingDays(form))}>
                {t('admin.hours-copy')}
              </Button>
            )}
          </div>
          <WeekGrid week={form.week} problems={problems} onChange={(week) => edit({ week })} />
        </Card>
        <DaysList form={form} today={mirror.today} check={checkHours} onChange={edit} />
        <Card>
          <h2>{t('admin.field-zone')}</h2>
          <div className={parts('columns')}>
            <SelectField
              label={t('admin.field-zone')}
              hint={t('admin.hint-zone')}
              value={form.zone}
              choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
              onChange={(zone) => edit({ zone })}
              problem={problems['zone']}
            />
          </div>
        </Card>
      </SettingFormFrame>
    </>
  );
}

interface HoursSentenceProps {
  readonly hub: HubLink;
  readonly form: HoursForm;
  readonly dirty: boolean;
}

/** What these hours mean now, also before they are saved. */
function HoursSentence({ hub, form, dirty }: HoursSentenceProps) {
  const t = useTexts();
  const language = useLanguage();
  const now = useHubClock(hub);
  const words = hoursSentence(toHours(form), form.zone, now, language);
  return (
    <p className={css('sentence')} role="status">
      {dirty && <span>{t('admin.hours-if-saved')} </span>}
      <strong>{say(t, words)}</strong>
    </p>
  );
}
