import type { Refusal, Result } from '@motcua/domain';
import { Banner, Button, classNames, refusalText, useTexts } from '@motcua/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import partsStyles from '../frame/parts.module.css';
import styles from './report-page.module.css';

const parts = classNames(partsStyles);
const css = classNames(styles);

export interface LoadedReportProps<Report> {
  /** Asked once, and again when a person wants it; another report needs another `key`. */
  readonly ask: () => Promise<Result<Report>>;
  /** What is said while its figures still change; null: they do not. */
  readonly goingOn: (report: Report) => string | null;
  readonly renderTables: (report: Report) => ReactNode;
}

/** A report, as soon as the hub has answered. */
export function LoadedReport<Report>({ ask, goingOn, renderTables }: LoadedReportProps<Report>) {
  const t = useTexts();
  const [report, setReport] = useState<Report | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latestAsk = useRef(ask);
  useEffect(() => {
    let wanted = true;
    void latestAsk.current().then((result) => {
      if (!wanted) return;
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok) setReport(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [attempt]);
  const again = () => setAttempt(attempt + 1);
  if (refusal !== null) {
    return (
      <Banner tone="fault" action={<Button onPress={again}>{t('common.retry')}</Button>}>
        {refusalText(t, refusal)}
      </Banner>
    );
  }
  if (report === null) return <p className={parts('nothing')}>{t('admin.report-loading')}</p>;
  const changing = goingOn(report);
  return (
    <>
      {changing !== null && (
        <div className={css('again')}>
          <span>{changing}</span>
          <Button onPress={again}>{t('admin.report-refresh')}</Button>
        </div>
      )}
      {renderTables(report)}
    </>
  );
}
