import { useEffect, useEffectEvent } from 'react';

/** A scanner types faster than any finger. */
const LONGEST_GAP_MS = 250;
const SHORTEST_SCAN = 3;

/** Hears a scanner that types what it read, and Enter; the lines after the first are not for the kiosk. */
export function useScanner(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    let text = '';
    let lastAt = 0;
    let done = false;
    const hear = (event: KeyboardEvent): void => {
      if (event.timeStamp - lastAt > LONGEST_GAP_MS) {
        text = '';
        done = false;
      }
      lastAt = event.timeStamp;
      if (done) {
        event.preventDefault();
      } else if (event.key === 'Enter' && text.length >= SHORTEST_SCAN) {
        // It must not press the button that has the focus.
        event.preventDefault();
        const read = text;
        text = '';
        done = true;
        scanned(read);
      } else if (event.key.length === 1) {
        text += event.key;
      }
    };
    addEventListener('keydown', hear, { capture: true });
    return () => removeEventListener('keydown', hear, { capture: true });
  }, []);
}
