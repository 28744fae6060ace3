import type { PriorityClass } from '@motcua/domain';
import { useTexts } from '@motcua/ui';
import type { VisitRow } from '../visit/visit-row.ts';
import { QuickChoiceDialog } from './quick-choice-dialog.tsx';

export interface PriorityDialogProps {
  readonly row: VisitRow;
  readonly onClose: () => void;
  readonly onSet: (priority: PriorityClass, reason: string) => void;
}

/** Fixed sentences only: a free text would record health data. */
const REASONS = {
  priority: ['needs-help', 'short-of-time', 'guide-asked'],
  normal: ['own-wish', 'chosen-by-mistake', 'guide-asked'],
} as const satisfies Record<PriorityClass, readonly string[]>;

export function PriorityDialog({ row, onClose, onSet }: PriorityDialogProps) {
  const t = useTexts();
  const { visit } = row;
  const { number } = visit.ticket;
  const to = visit.priority === 'priority' ? 'normal' : 'priority';
  return (
    <QuickChoiceDialog<string>
      title={t(to === 'priority' ? 'counter.priority-title' : 'counter.no-priority-title', {
        number,
      })}
      hint={t('counter.priority-hint')}
      choices={REASONS[to].map((reason) => {
        const label = t(`counter.priority-${reason}`);
        return { value: label, label };
      })}
      onClose={onClose}
      onChoose={(reason) => onSet(to, reason)}
    />
  );
}
