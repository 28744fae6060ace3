import type { Counter } from '@motcua/domain';
import { useEffect, useEffectEvent } from 'react';

type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'defaultPrevented'
>;

/** The counter with that number; null while another number begins with the same digit. */
export function counterOfKey(press: Press, counters: readonly Counter[]): Counter | null {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.defaultPrevented)
    return null;
  if (!/^\d$/.test(press.key)) return null;
  const meant = counters.filter(({ number }) => String(number).startsWith(press.key));
  const [only = null, another] = meant;
  return another === undefined && String(only?.number) === press.key ? only : null;
}

/** Chooses a counter by its number, with the focus anywhere on the page. */
export function useCounterKeys(
  counters: readonly Counter[],
  choose: (counter: Counter) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const counter = counterOfKey(event, counters);
    if (counter !== null) choose(counter);
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => press(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}
