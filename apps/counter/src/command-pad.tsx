import { useTexts } from '@motcua/ui';
import {
  ArrowRightLeft,
  BellRing,
  Bookmark,
  Check,
  FastForward,
  ListRestart,
  Megaphone,
  Play,
  UserX,
  X,
} from 'lucide-react';
import { PadButton } from './pad-button.tsx';
import type { PadCommand } from './pad-command.ts';

const BUTTONS = [
  ['call-next', Megaphone],
  ['start-service', Play],
  ['finish', Check],
  ['finish-and-next', FastForward],
  ['recall', BellRing],
  ['mark-no-show', UserX],
  ['park', Bookmark],
  ['transfer', ArrowRightLeft],
  ['send-back', ListRestart],
  ['cancel', X],
] as const satisfies readonly (readonly [PadCommand, typeof Check])[];

export interface CommandPadProps {
  readonly allowed: ReadonlySet<PadCommand>;
  readonly busy: boolean;
  readonly onPress: (command: PadCommand) => void;
}

/** Every button keeps its place all day, muted when it may not be used: hands learn places, not words. */
export function CommandPad({ allowed, busy, onPress }: CommandPadProps) {
  const t = useTexts();
  return (
    <fieldset className="pad" aria-label={t('counter.commands')} aria-busy={busy}>
      {BUTTONS.map(([command, Icon]) => (
        <PadButton
          key={command}
          command={command}
          label={t(`counter.${command}`)}
          icon={<Icon />}
          allowed={allowed.has(command)}
          onPress={onPress}
        />
      ))}
    </fieldset>
  );
}
