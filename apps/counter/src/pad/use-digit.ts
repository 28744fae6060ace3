import { useEffect, useEffectEvent } from 'react';
import { digitOf } from './shortcuts.ts';

/** Tells of each digit from 1 to 9 that is not typed into a field, in a dialog that has the keyboard to itself. */
export function useDigit(onDigit: (digit: number) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const digit = digitOf(event) ?? 0;
    if (digit > 0 && !event.repeat && !isTypedInto(event.target)) onDigit(digit);
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => press(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

const TYPED_INTO = 'input:not([type=radio], [type=checkbox]), textarea, select';

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPED_INTO);
}
