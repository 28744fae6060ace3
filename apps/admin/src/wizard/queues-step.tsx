import { inLanguage } from '@motcua/domain';
import { useLanguage, useTexts } from '@motcua/ui';
import { say } from '../forms/words.ts';
import { Card } from '../frame/card.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { prefixWarnings } from '../setup/prefix-warnings.ts';
import { QueueList } from '../setup/queue-list.tsx';
import type { StepProps } from './step-props.ts';

/** The proposed queues, and which of their letters would be confused. */
export function QueuesStep({ hub, mirror }: StepProps) {
  const t = useTexts();
  const language = useLanguage();
  const { queues } = mirror.settings;
  const poor = queues
    .filter(({ active }) => active)
    .map(({ id, name, series }) => ({
      id,
      name: inLanguage(name, language),
      warnings: prefixWarnings(id, series.prefix, queues, language),
    }))
    .filter(({ warnings }) => warnings.length > 0);
  return (
    <>
      <PageHead title={t('setup.queues-title')} lead={t('setup.queues-lead')} />
      {poor.length > 0 && (
        <Card alarm>
          <h2>{t('setup.poor-prefixes')}</h2>
          {poor.map(({ id, name, warnings }) => (
            <p key={id}>
              <strong>{name}</strong>: {warnings.map((words) => say(t, words)).join(' ')}
            </p>
          ))}
        </Card>
      )}
      <QueueList hub={hub} mirror={mirror} />
    </>
  );
}
