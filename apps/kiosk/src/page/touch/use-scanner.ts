import { useEffect, useEffectEvent } from 'react';
import { createScanReader, MAX_GAP_MS } from './scanner-keys.ts';

/** Receives the text of a keyboard scanner, with any layout and input method. */
export function useScanner(onScan: (text: string) => void): void {
  const scanned = useEffectEvent(onScan);
  useEffect(() => {
    const reader = createScanReader();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const push = (event: KeyboardEvent): void => {
      clearTimeout(timer);
      const { code, key, shiftKey, ctrlKey, altKey, timeStamp: at } = event;
      const { taken, text } = reader.push({ code, key, shiftKey, ctrlKey, altKey, at });
      // It must not press the button that has the focus.
      if (taken) event.preventDefault();
      if (text !== null) return scanned(text);
      timer = setTimeout(() => {
        const rest = reader.flush();
        if (rest !== null) scanned(rest);
      }, MAX_GAP_MS);
    };
    addEventListener('keydown', push, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', push, { capture: true });
    };
  }, []);
}
