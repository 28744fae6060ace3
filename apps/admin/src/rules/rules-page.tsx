import { useTexts } from '@motcua/ui';
import { useState } from 'react';
import { PartSwitch } from '../frame/part-switch.tsx';
import { PageHead } from '../frame/page-head.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { CentreRules } from './centre-rules.tsx';
import { PriorityGroupList } from './priority-group-list.tsx';

const PARTS = { 'centre-rules': CentreRules, 'priority-groups': PriorityGroupList } as const;
type Part = keyof typeof PARTS;
const PART_NAMES = ['centre-rules', 'priority-groups'] as const satisfies readonly Part[];

/** The centre's own rules: how people wait, and which groups have priority. */
export function RulesPage({ hub, mirror }: PageProps) {
  const t = useTexts();
  const [part, setPart] = useState<Part>('centre-rules');
  const VisibleScreen = PARTS[part];
  return (
    <>
      <PageHead title={t('admin.page-rules')} lead={t(`admin.${part}-lead`)}>
        <PartSwitch
          label={t('admin.page-rules')}
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
