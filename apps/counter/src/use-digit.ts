import { useEffect, useEffectEvent } from 'react';

/** Tells of each digit from 1 to 9 that is not typed into a field, in a dialog that has the keyboard to itself. */
export function useDigit(onDigit: (digit: number) => void): void {
  const press = useEffectEvent(({ key, repeat, target }: KeyboardEvent) => {
    if (/^[1-9]$/.test(key) && !repeat && !isTypedInto(target)) onDigit(Number(key));
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
