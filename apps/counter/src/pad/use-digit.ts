import { useEffect, useEffectEvent } from 'react';
import { digitOf } from './shortcuts.ts';

/** Reports digits from 1 to 9 that are not typed into a field, for a dialog that owns the keyboard. */
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
