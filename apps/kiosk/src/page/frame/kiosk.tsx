import { useEffect, useSyncExternalStore } from 'react';
import type { ServiceLink } from '../connect-to-service.ts';
import { Glass } from './glass.tsx';
import { readScan } from '../touch/read-scan.ts';
import { newRequestId, useKioskFlow } from '../flow/use-kiosk-flow.ts';
import { useNow } from '../flow/use-now.ts';
import { useScanner } from '../touch/use-scanner.ts';

export interface KioskProps {
  readonly link: ServiceLink;
}

export function Kiosk({ link }: KioskProps) {
  const state = useSyncExternalStore(link.subscribe, link.getState);
  const { flow, dispatch } = useKioskFlow(link);
  const now = useNow();

  useScanner((text) => {
    const scan = readScan(text, state.view?.bookings ?? false);
    dispatch({ ...scan, requestId: newRequestId() });
  });
  useEffect(() => {
    const touch = (): void => dispatch({ type: 'touch' });
    addEventListener('pointerdown', touch, { capture: true });
    addEventListener('keydown', touch, { capture: true });
    return () => {
      removeEventListener('pointerdown', touch, { capture: true });
      removeEventListener('keydown', touch, { capture: true });
    };
  }, [dispatch]);

  return <Glass {...state} flow={flow} now={now} dispatch={dispatch} />;
}
