import { useEffect, useEffectEvent } from 'react';

/** Tells of each digit from 1 to 9, in a dialog that has the keyboard to itself. */
export function useDigit(onDigit: (digit: number) => void): void {
  const press = useEffectEvent(({ key, repeat }: KeyboardEvent) => {
    if (/^[1-9]$/.test(key) && !repeat) onDigit(Number(key));
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => press(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}
