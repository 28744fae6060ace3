import { texts } from '@motcua/i18n';
import type { PausedCounter } from '../room-view.ts';

export interface PausedCountersProps {
  readonly counters: readonly PausedCounter[];
}

const LANGUAGES = ['vi', 'en'] as const;

/** Who waits for a counter that has stopped learns that it has, and why. */
export function PausedCounters({ counters }: PausedCountersProps) {
  if (counters.length === 0) return null;
  return (
    <footer className="paused-counters">
      {LANGUAGES.map((language) => (
        <p key={language} lang={language}>
          {counters.map(({ counterNumber, reason }) => (
            <span key={counterNumber}>
              {texts(language)(`display.paused-${reason}`, { counter: counterNumber })}
            </span>
          ))}
        </p>
      ))}
    </footer>
  );
}
