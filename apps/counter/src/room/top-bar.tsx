import { inLanguage } from '@motcua/domain';
import { Button, classNames, useTexts } from '@motcua/ui';
import { Coffee, Keyboard, Play } from 'lucide-react';
import type { CounterView } from '../screens/counter-view.ts';
import { OwnAccountButton } from './own-account-button.tsx';
import { LanguageChoice, type PageControls } from './language-choice.tsx';
import { PadButton } from '../pad/pad-button.tsx';
import type { PadCommand } from '../pad/pad-command.ts';
import { TopBarFrame } from './top-bar-frame.tsx';
import styles from './top-bar.module.css';

const css = classNames(styles);

export interface TopBarProps {
  readonly view: CounterView;
  readonly allowed: ReadonlySet<PadCommand>;
  readonly usable: boolean;
  readonly controls: PageControls;
  readonly onPress: (command: PadCommand) => void;
  readonly onLeave: () => void;
  readonly onHandOver: () => void;
}

export function TopBar({
  view,
  allowed,
  usable,
  controls,
  onPress,
  onLeave,
  onHandOver,
}: TopBarProps) {
  const t = useTexts();
  const pause = view.state.state === 'paused' ? 'resume' : 'pause';
  return (
    <TopBarFrame
      title={
        <>
          <span className={css('number')}>
            {t('counter.number', { counter: view.counter.number })}
          </span>
          <span className={css('name')}>{inLanguage(view.counter.name, controls.language)}</span>
        </>
      }
      account={<OwnAccountButton name={view.clerkName} onPress={controls.onAccount} />}
    >
      <PadButton
        command={pause}
        label={t(`counter.${pause}`)}
        icon={pause === 'resume' ? <Play /> : <Coffee />}
        allowed={allowed.has(pause)}
        onPress={onPress}
      />
      <PadButton
        command="help"
        label={t('counter.help')}
        icon={<Keyboard />}
        allowed
        onPress={onPress}
      />
      <LanguageChoice {...controls} />
      <Button variant="quiet" isDisabled={!usable} onPress={onLeave}>
        {t('counter.change-counter')}
      </Button>
      <Button variant="quiet" isDisabled={!usable} onPress={onHandOver}>
        {t('account.hand-over')}
      </Button>
      <Button variant="quiet" onPress={controls.onSignOut}>
        {t('common.sign-out')}
      </Button>
    </TopBarFrame>
  );
}
