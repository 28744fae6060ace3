import { useTexts } from '@motcua/ui';
import type { Words } from '../forms/words.ts';
import { Card } from '../frame/card.tsx';

export interface PrefixNoteProps {
  readonly warnings: readonly Words[];
}

/** Explains below the field why its letters are confusable; saving stays possible. */
export function PrefixNote({ warnings }: PrefixNoteProps) {
  const t = useTexts();
  return (
    <div role="status">
      {warnings.length > 0 && (
        <Card alarm>
          {warnings.map(({ key, params }) => (
            <p key={`${key} ${params?.['other'] ?? ''}`}>{t(key, params)}</p>
          ))}
        </Card>
      )}
    </div>
  );
}
