import {
  addDays,
  type LocalDate,
  type Period,
  periodBefore,
  periodText,
  periodWith,
} from '@motcua/domain';
import { createWording, periodTitle } from '@motcua/reports';
import type { PeriodReport } from '@motcua/protocol/http';
import { Banner, Button, classNames, useLanguage, useTexts } from '@motcua/ui';
import { DayField } from '../forms/day-field.tsx';
import { Card } from '../frame/card.tsx';
import type { HubApi, PeriodFile } from '../hub-api/hub-api.ts';
import { Downloads } from './downloads.tsx';
import { LoadedReport } from './loaded-report.tsx';
import { PeriodTables } from './period-tables.tsx';
import styles from './report-page.module.css';

const css = classNames(styles);

const FILES = ['pdf', 'xlsx', 'csv'] as const satisfies readonly PeriodFile[];

export interface PeriodPartProps {
  readonly period: Period;
  readonly today: LocalDate;
  readonly zone: string;
  readonly api: Pick<HubApi, 'periodReport' | 'periodFile'>;
  readonly onPeriod: (period: Period) => void;
}

/** The report of any period: which one, its files, its figures. */
export function PeriodPart({ period, today, zone, api, onPeriod }: PeriodPartProps) {
  const t = useTexts();
  const wording = createWording(useLanguage(), zone);
  const isReversed = period.to < period.from;
  return (
    <>
      <Card>
        <h2>{isReversed ? t('admin.period-range') : periodTitle({ period }, wording)}</h2>
        <div className={css('choice')}>
          <Choice period={period} today={today} onPeriod={onPeriod} />
          {!isReversed && (
            <Downloads
              files={FILES}
              nameOf={(language, file) => `motcua-${periodText(period)}-${language}.${file}`}
              ask={(file, language) => api.periodFile(period, file, language)}
            />
          )}
        </div>
      </Card>
      {isReversed ? (
        <Banner tone="warning">{t('admin.period-reversed')}</Banner>
      ) : (
        <LoadedReport
          key={periodText(period)}
          ask={() => api.periodReport(period)}
          goingOn={(report: PeriodReport) =>
            report.period.to < today ? null : t('admin.period-going-on')
          }
          renderTables={(report) => <PeriodTables report={report} />}
        />
      )}
    </>
  );
}

function Choice({
  period,
  today,
  onPeriod,
}: Pick<PeriodPartProps, 'period' | 'today' | 'onPeriod'>) {
  const t = useTexts();
  const { kind, from, to } = period;
  if (kind === 'range')
    return (
      <>
        <DayField
          label={t('admin.period-from')}
          value={from}
          onChange={(day) => onPeriod({ kind, from: day, to })}
        />
        <DayField
          label={t('admin.period-to')}
          value={to}
          onChange={(day) => onPeriod({ kind, from, to: day })}
        />
      </>
    );
  return (
    <>
      <DayField
        label={t('admin.period-with-day')}
        value={from}
        onChange={(day) => onPeriod(periodWith(day, kind))}
      />
      <Button onPress={() => onPeriod(periodBefore(period))}>{t('admin.period-before')}</Button>
      <Button onPress={() => onPeriod(periodWith(addDays(to, 1), kind))} isDisabled={to >= today}>
        {t('admin.period-after')}
      </Button>
    </>
  );
}
