import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import { useLeave } from '../forms/unsaved.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { GroupList } from './group-list.tsx';
import { QueueList } from './queue-list.tsx';
import { ServiceList } from './service-list.tsx';

const PARTS = {
  services: ServiceList,
  queues: QueueList,
  groups: GroupList,
} as const;
type Part = keyof typeof PARTS;
const PART_NAMES = ['services', 'queues', 'groups'] as const satisfies readonly Part[];

/** Services, the queues in which they wait, and the groups in which the kiosk shows them. */
export function ServicesPage({ hub, mirror }: PageProps) {
  const t = useTexts();
  const leave = useLeave();
  const [part, setPart] = useState<Part>('services');
  const Shown = PARTS[part];
  return (
    <>
      <PageHead title={t('admin.page-services')} lead={t(`admin.${part}-lead`)}>
        <div className="segments" role="group" aria-label={t('admin.page-services')}>
          {PART_NAMES.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === part}
              onClick={() => leave(() => setPart(each))}
            >
              {t(`admin.part-${each}`)}
            </button>
          ))}
        </div>
      </PageHead>
      <Shown key={part} hub={hub} settings={mirror.settings} />
    </>
  );
}
