import { UNDO_MS } from '@motcua/domain';
import { classNames, useTexts } from '@motcua/ui';
import { PadButton } from '../pad/pad-button.tsx';
import type { PadCommand } from '../pad/pad-command.ts';
import type { Sentence } from '../visit/why-next.ts';
import type { UndoWindow } from '../pad/undo-window.ts';
import styles from './message-bar.module.css';

const css = classNames(styles);

export interface MessageBarProps {
  /** A refusal or a hint; cleared by the next action. */
  readonly message: string | null;
  readonly busy: boolean;
  readonly undo: UndoWindow | null;
  /** What was undone just now. */
  readonly undone?: readonly Sentence[];
  readonly canUndo: boolean;
  readonly onPress: (command: PadCommand) => void;
}

/** One line of a fixed height between number and buttons: what was done, or why not. */
export function MessageBar({
  message,
  busy,
  undo,
  undone = [],
  canUndo,
  onPress,
}: MessageBarProps) {
  const t = useTexts();
  const done = (undo?.steps ?? undone).map(({ key, params }) => t(key, params)).join(' · ');
  const seconds = undo === null ? 0 : Math.ceil(undo.leftMs / 1000);

  return (
    <div
      className={css('bar')}
      data-part="message-bar"
      data-refused={message !== null || undefined}
    >
      <output className={css('message')}>
        {message ?? (busy ? t('counter.under-way') : done)}
      </output>
      {undo !== null && (
        <>
          <span className={css('left')} aria-hidden="true">
            {t('counter.undo-left', { seconds })}
          </span>
          <PadButton
            command="undo"
            label={t('counter.undo')}
            icon={<Ring share={undo.leftMs / UNDO_MS} />}
            allowed={canUndo}
            onPress={onPress}
          />
        </>
      )}
    </div>
  );
}

const RADIUS = 10;
const LENGTH = 2 * Math.PI * RADIUS;

/** Empties as the time runs out; `share` from 1 to 0. */
function Ring({ share }: { readonly share: number }) {
  return (
    <svg className={css('ring')} viewBox="0 0 24 24">
      <circle cx="12" cy="12" r={RADIUS} className={css('track')} />
      <circle
        cx="12"
        cy="12"
        r={RADIUS}
        strokeDasharray={LENGTH}
        strokeDashoffset={LENGTH * (1 - share)}
        transform="rotate(-90 12 12)"
      />
    </svg>
  );
}
