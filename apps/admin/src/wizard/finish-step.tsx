import { classNames, useTexts } from '@motcua/ui';
import { Card } from '../frame/card.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { SetupList } from '../today/setup-list.tsx';
import { SetupFileDownload } from './setup-file.tsx';
import type { StepProps } from './step-props.ts';
import partsStyles from '../frame/parts.module.css';

const parts = classNames(partsStyles);

/** What is still missing, what is advised, and the whole as a file. */
export function FinishStep({ steps, mirror, me, api, go }: StepProps) {
  const t = useTexts();
  const gaps = steps.flatMap((step) => step.gaps);
  const advice = steps.flatMap((step) => step.advice.map((type) => ({ type, step: step.step })));
  const isReady = gaps.length === 0;
  return (
    <>
      <PageHead
        title={t(isReady ? 'setup.ready-title' : 'setup.finish-title')}
        lead={t(isReady ? 'setup.ready-lead' : 'setup.finish-lead')}
      />
      <SetupList
        gaps={gaps}
        settings={mirror.settings}
        role={me.role}
        origin={location.origin}
        go={go}
      />
      {advice.length > 0 && (
        <Card>
          <h2>{t('setup.advice')}</h2>
          <ul className={parts('plain-list')}>
            {advice.map(({ type, step }) => (
              <li key={type}>
                {t(`setup.advice-${type}`)}
                <a
                  href={`#setup/${step}`}
                  onClick={(event) => {
                    event.preventDefault();
                    go({ page: 'setup', part: step });
                  }}
                >
                  {t(`setup.step-${step}`)}
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card>
        <h2>{t('setup.file')}</h2>
        <p>{t('setup.file-hint')}</p>
        <SetupFileDownload api={api} today={mirror.today} />
      </Card>
    </>
  );
}
