import type { PersonRole } from '@motcua/domain';
import { useEffect, useRef, useState } from 'react';
import { useLeave } from '../forms/unsaved.tsx';
import { pageIn, type AdminPage } from './pages.ts';

/** The page in the address, and the way to another one; unsaved work is asked about, also on the way back. */
export function usePage(role: PersonRole): readonly [AdminPage, (page: AdminPage) => void] {
  const leave = useLeave();
  const [page, setPage] = useState(() => pageIn(location.hash, role));
  const shown = useRef(page);

  useEffect(() => {
    shown.current = page;
  }, [page]);

  useEffect(() => {
    const wentBack = (): void => {
      const wanted = pageIn(location.hash, role);
      if (wanted === shown.current) return;
      // The browser has already changed the address; it says again what is shown until that may be left.
      history.pushState(null, '', `#${shown.current}`);
      leave(() => {
        history.replaceState(null, '', `#${wanted}`);
        setPage(wanted);
      });
    };
    addEventListener('popstate', wentBack);
    return () => removeEventListener('popstate', wentBack);
  }, [leave, role]);

  const go = (wanted: AdminPage): void =>
    leave(() => {
      if (wanted === shown.current) return;
      history.pushState(null, '', `#${wanted}`);
      setPage(wanted);
    });
  return [page, go];
}
