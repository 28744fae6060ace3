import { Button } from '@motcua/ui';
import { Bilingual } from './bilingual.tsx';

export interface SoundOverlayProps {
  readonly onUnblock: () => void;
}

/** Browsers allow sound only after a touch. The overlay leaves the calls above it visible. */
export function SoundOverlay({ onUnblock }: SoundOverlayProps) {
  return (
    <div className="sound-overlay" role="alertdialog" aria-labelledby="sound-blocked">
      <p id="sound-blocked">
        <Bilingual text="display.sound-blocked" />
      </p>
      <Button variant="primary" size="l" className="sound-button" onPress={onUnblock}>
        <Bilingual text="display.sound-turn-on" />
      </Button>
    </div>
  );
}
