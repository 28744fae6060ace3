import { inLanguage } from '@motcua/domain';
import type { Language, MessageKey, Translate } from '@motcua/i18n';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import {
  ArrowRightLeft,
  BellRing,
  Bookmark,
  Check,
  Clock3,
  CornerDownRight,
  Ellipsis,
  FastForward,
  ListRestart,
  Megaphone,
  Play,
  UserX,
  X,
} from 'lucide-react';
import type { CounterView } from '../screens/counter-view.ts';
import { PadButton } from './pad-button.tsx';
import { type PadCommand, waitsForVoice } from './pad-command.ts';
import styles from './command-pad.module.css';

const css = classNames(styles);

const BUTTONS = [
  ['call-next', Megaphone],
  ['start-service', Play],
  ['finish', Check],
  ['finish-and-next', FastForward],
  ['recall', BellRing],
  ['mark-no-show', UserX],
  ['park', Bookmark],
  ['transfer', ArrowRightLeft],
  ['postpone', Clock3],
  ['send-back', ListRestart],
  ['cancel', X],
  ['more', Ellipsis],
] as const satisfies readonly (readonly [PadCommand, typeof Check])[];

export interface CommandPadProps {
  readonly view: CounterView;
  readonly allowed: ReadonlySet<PadCommand>;
  readonly busy: boolean;
  readonly onPress: (command: PadCommand) => void;
}

/** Every button always keeps its place, disabled when not allowed, so that it can be found without reading. */
export function CommandPad({ view, allowed, busy, onPress }: CommandPadProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <fieldset
      className={css('pad')}
      data-part="pad"
      aria-label={t('counter.commands')}
      aria-busy={busy}
    >
      {BUTTONS.map(([place, Icon]) => {
        // A visit that is being served cannot be started: the same place then begins its next service here.
        const goesOn = place === 'start-service' && allowed.has('go-on');
        const command = goesOn ? 'go-on' : place;
        return (
          <PadButton
            key={place}
            command={command}
            label={padLabel(command, view, t, language)}
            icon={goesOn ? <CornerDownRight /> : <Icon />}
            allowed={allowed.has(command)}
            why={waitsForVoice(command, view) ? t(whyWait(view)) : null}
            onPress={onPress}
          />
        );
      })}
    </fieldset>
  );
}

/** Without a voice only a short time has to pass. */
function whyWait({ current }: CounterView): MessageKey {
  return current?.hearing.state === 'failed' ? 'counter.just-called' : 'counter.being-spoken';
}

function padLabel(
  command: PadCommand,
  { current }: CounterView,
  t: Translate,
  language: Language,
): string {
  if (command === 'call-next' && current?.calledEnough === true)
    return t('counter.call-next-missed');
  if (command === 'finish' && current?.visit.state === 'serving' && current.following !== null)
    return t('counter.finish-then', { service: inLanguage(current.following.name, language) });
  return t(`counter.${command}`);
}
