import { addDays, type LocalDate, type Period, PERIOD_KINDS, periodWith } from '@motcua/domain';
import type { DayReport } from '@motcua/protocol/http';
import { Button, classNames, useTexts } from '@motcua/ui';
import { useState } from 'react';
import { DayField } from '../forms/day-field.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { PartSwitch } from '../frame/part-switch.tsx';
import type { HubApi, ReportFile } from '../hub-api/hub-api.ts';
import { DayTables } from './day-tables.tsx';
import { Downloads } from './downloads.tsx';
import { LoadedReport } from './loaded-report.tsx';
import { PeriodPart } from './period-part.tsx';
import partsStyles from '../frame/parts.module.css';
import styles from './report-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const FILES = ['pdf', 'csv'] as const satisfies readonly ReportFile[];

export function ReportPage({ mirror, api, go }: Pick<PageProps, 'mirror' | 'api' | 'go'>) {
  const t = useTexts();
  const { today } = mirror;
  const [period, setPeriod] = useState<Period>(periodWith(today, 'day'));
  const show = (kind: Period['kind']) =>
    setPeriod(
      kind === 'range' ? { kind, from: period.from, to: period.to } : periodWith(period.from, kind),
    );
  return (
    <>
      <PageHead title={t('admin.page-report')} lead={t('admin.report-lead')} />
      <PartSwitch
        label={t('admin.period-kind')}
        parts={PERIOD_KINDS}
        shown={period.kind}
        nameOf={(kind) => t(`admin.period-${kind}`)}
        onShow={show}
      />
      {period.kind === 'day' ? (
        <DayPart
          day={period.from}
          today={today}
          api={api}
          go={go}
          onDay={(day) => setPeriod(periodWith(day, 'day'))}
        />
      ) : (
        <PeriodPart
          period={period}
          today={today}
          zone={mirror.settings.site.zone}
          api={api}
          onPeriod={setPeriod}
        />
      )}
    </>
  );
}

interface DayPartProps {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly api: Pick<HubApi, 'dayReport' | 'dayFile'>;
  readonly go: PageProps['go'];
  readonly onDay: (day: LocalDate) => void;
}

function DayPart({ day, today, api, go, onDay }: DayPartProps) {
  const t = useTexts();
  return (
    <>
      <section className={`${parts('card')} ${css('choice')}`}>
        <DayField label={t('admin.report-day')} value={day} onChange={onDay} />
        <Button onPress={() => onDay(addDays(day, -1))}>{t('admin.day-before')}</Button>
        <Button onPress={() => onDay(today)} isDisabled={day === today}>
          {t('admin.day-today')}
        </Button>
        <Downloads
          files={FILES}
          nameOf={(language, file) => `motcua-${day}-${language}.${file}`}
          ask={(file, language) => api.dayFile(day, file, language)}
        />
      </section>
      <LoadedReport
        key={day}
        ask={() => api.dayReport(day)}
        goingOn={({ dayClosed }: DayReport) => (dayClosed ? null : t('admin.report-going-on'))}
        renderTables={(report) => <DayTables report={report} go={go} />}
      />
    </>
  );
}
