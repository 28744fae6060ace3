import type { LocalDate, Refusal } from '@motcua/domain';
import { addDays } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type { DayReport } from '@motcua/protocol/http';
import {
  Banner,
  Button,
  classNames,
  LanguageSwitch,
  refusalText,
  useLanguage,
  useTexts,
} from '@motcua/ui';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { DayField } from '../forms/day-field.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import type { HubApi, ReportFile } from '../hub-api/hub-api.ts';
import { DayTables } from './day-tables.tsx';
import { saveFile } from './save-file.ts';
import partsStyles from '../frame/parts.module.css';
import styles from './report-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

const FILES = ['pdf', 'csv'] as const satisfies readonly ReportFile[];

export function ReportPage({ mirror, api }: Pick<PageProps, 'mirror' | 'api'>) {
  const t = useTexts();
  const [day, setDay] = useState<LocalDate>(mirror.today);
  return (
    <>
      <PageHead title={t('admin.page-report')} lead={t('admin.report-lead')} />
      <section className={`${parts('card')} ${css('choice')}`}>
        <DayField label={t('admin.report-day')} value={day} onChange={setDay} />
        <Button onPress={() => setDay(addDays(day, -1))}>{t('admin.day-before')}</Button>
        <Button onPress={() => setDay(mirror.today)} isDisabled={day === mirror.today}>
          {t('admin.day-today')}
        </Button>
        <Downloads day={day} api={api} />
      </section>
      <Figures key={day} day={day} api={api} />
    </>
  );
}

interface DayProps {
  readonly day: LocalDate;
  readonly api: Pick<HubApi, 'dayReport' | 'dayFile'>;
}

/** One button for each kind of file, in the language chosen beside it. */
function Downloads({ day, api }: DayProps) {
  const t = useTexts();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [busy, setBusy] = useState<ReportFile | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const download = async (file: ReportFile) => {
    setBusy(file);
    const result = await api.dayFile(day, file, language);
    setBusy(null);
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) saveFile(result.value, `motcua-${day}-${language}.${file}`);
  };
  return (
    <div className={css('files')}>
      <LanguageSwitch
        language={language}
        onLanguage={setLanguage}
        label={t('admin.report-language')}
      />
      {FILES.map((file) => (
        <Button
          key={file}
          variant={file === 'pdf' ? 'primary' : 'secondary'}
          icon={<Download size={20} />}
          isPending={busy === file}
          onPress={() => void download(file)}
        >
          {t(`admin.download-${file}`)}
        </Button>
      ))}
      {refusal !== null && <Banner tone="fault">{refusalText(t, refusal)}</Banner>}
    </div>
  );
}

function Figures({ day, api }: DayProps) {
  const t = useTexts();
  const [report, setReport] = useState<DayReport | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    void api.dayReport(day).then((result) => {
      if (!wanted) return;
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok) setReport(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [api, day, attempt]);
  if (refusal !== null) {
    return (
      <Banner
        tone="fault"
        action={<Button onPress={() => setAttempt(attempt + 1)}>{t('common.retry')}</Button>}
      >
        {refusalText(t, refusal)}
      </Banner>
    );
  }
  if (report === null) return <p className={parts('nothing')}>{t('admin.report-loading')}</p>;
  return (
    <>
      <div className={css('again')}>
        {!report.dayClosed && <span>{t('admin.report-going-on')}</span>}
        {!report.dayClosed && (
          <Button onPress={() => setAttempt(attempt + 1)}>{t('admin.report-refresh')}</Button>
        )}
      </div>
      <DayTables report={report} />
    </>
  );
}
