import { Button, classNames } from '@motcua/ui';
import { Bilingual } from './bilingual.tsx';
import styles from './sound-overlay.module.css';

const css = classNames(styles);

export interface SoundOverlayProps {
  readonly onUnblock: () => void;
}

/** Browsers allow sound only after a touch. The overlay leaves the calls above it visible. */
export function SoundOverlay({ onUnblock }: SoundOverlayProps) {
  return (
    <div className={css('overlay')} role="alertdialog" aria-labelledby="sound-blocked">
      <p id="sound-blocked">
        <Bilingual text="display.sound-blocked" />
      </p>
      <Button variant="primary" size="l" className={css('button')} onPress={onUnblock}>
        <Bilingual text="display.sound-turn-on" />
      </Button>
    </div>
  );
}
