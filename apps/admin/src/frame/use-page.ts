import { useEffect, useRef, useState } from 'react';
import { useLeave } from '../forms/unsaved.tsx';
import { placeIn, toHash, type Place } from './pages.ts';

/** The place in the address, and the way to another one; unsaved work is asked about, also on the way back. */
export function usePage(): readonly [Place, (place: Place) => void] {
  const leave = useLeave();
  const [place, setPlace] = useState(() => placeIn(location.hash));
  const shown = useRef(toHash(place));

  useEffect(() => {
    shown.current = toHash(place);
  }, [place]);

  useEffect(() => {
    const wentBack = (): void => {
      const wanted = placeIn(location.hash);
      if (toHash(wanted) === shown.current) return;
      // The browser has already changed the address; it says again what is shown until that may be left.
      history.pushState(null, '', shown.current);
      leave(() => {
        history.replaceState(null, '', toHash(wanted));
        setPlace(wanted);
      });
    };
    addEventListener('popstate', wentBack);
    return () => removeEventListener('popstate', wentBack);
  }, [leave]);

  const go = (wanted: Place): void =>
    leave(() => {
      if (toHash(wanted) === shown.current) return;
      history.pushState(null, '', toHash(wanted));
      setPlace(wanted);
    });
  return [place, go];
}
