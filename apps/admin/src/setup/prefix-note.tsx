import { useTexts } from '@motcua/ui';
import type { Words } from '../forms/words.ts';

export interface PrefixNoteProps {
  readonly warnings: readonly Words[];
}

/** Explains below the field why its letters are confusable; saving stays possible. */
export function PrefixNote({ warnings }: PrefixNoteProps) {
  const t = useTexts();
  return (
    <div role="status">
      {warnings.length > 0 && (
        <div className="card card-warning stack">
          {warnings.map(({ key, params }) => (
            <p key={`${key} ${params?.['other'] ?? ''}`}>{t(key, params)}</p>
          ))}
        </div>
      )}
    </div>
  );
}
