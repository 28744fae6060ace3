import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import { PartSwitch } from '../frame/part-switch.tsx';
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
export function ServicesPage(props: Pick<PageProps, 'hub' | 'mirror' | 'part'>) {
  const { hub, mirror } = props;
  const t = useTexts();
  const [part, setPart] = useState<Part>(
    () => PART_NAMES.find((name) => name === props.part) ?? 'services',
  );
  const VisibleScreen = PARTS[part];
  return (
    <>
      <PageHead title={t('admin.page-services')} lead={t(`admin.${part}-lead`)}>
        <PartSwitch
          label={t('admin.page-services')}
          parts={PART_NAMES}
          shown={part}
          nameOf={(each) => t(`admin.part-${each}`)}
          onShow={setPart}
        />
      </PageHead>
      <VisibleScreen key={part} hub={hub} mirror={mirror} />
    </>
  );
}
