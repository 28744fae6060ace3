import { Button, useTexts } from '@motcua/ui';
import { LocalTextField, TextField } from '../forms/fields.tsx';
import type { Words } from '../forms/words.ts';
import type { ClosedDayRow } from './hours-form.ts';

export interface ClosedDayFieldsProps {
  readonly day: ClosedDayRow;
  readonly problem: Words | undefined;
  readonly onChange: (day: ClosedDayRow) => void;
  readonly onRemove: () => void;
}

export function ClosedDayFields({ day, problem, onChange, onRemove }: ClosedDayFieldsProps) {
  const t = useTexts();
  const aboutReason = problem?.key === 'admin.problem-vietnamese';
  return (
    <div className="closed-day">
      <TextField
        label={t('admin.closed-date')}
        type="date"
        width={12}
        value={day.date}
        onChange={(date) => onChange({ ...day, date })}
        problem={aboutReason ? undefined : problem}
      />
      <LocalTextField
        label={t('admin.closed-reason')}
        value={day.reason}
        onChange={(reason) => onChange({ ...day, reason })}
        problem={aboutReason ? problem : undefined}
      />
      <Button variant="quiet" onPress={onRemove}>
        {t('common.remove')}
      </Button>
    </div>
  );
}
