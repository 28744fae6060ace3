import type { Instant } from '@motcua/domain';
import { LanguageProvider } from '@motcua/ui';
import { useEffect, useSyncExternalStore } from 'react';
import type { ServiceLink } from './connect-to-service.ts';
import { IdleWarning } from './idle-warning.tsx';
import { secondsLeft } from './kiosk-patience.ts';
import { ScreenOf } from './screens/screen-of.tsx';
import { Shell } from './shell.tsx';
import { newRequestId, useKioskFlow } from './use-kiosk-flow.ts';
import { readScan } from './read-scan.ts';
import { useScanner } from './use-scanner.ts';
import { useNow } from './use-now.ts';
import { HyphensProvider } from './words.tsx';
import { whatToShow } from './what-to-show.ts';
import './kiosk.css';

export interface KioskProps {
  readonly link: ServiceLink;
}

export function Kiosk({ link }: KioskProps) {
  const { view, linked, clockOffsetMs } = useSyncExternalStore(link.subscribe, link.getState);
  const { flow, dispatch } = useKioskFlow(link);
  const now = useNow();
  const shown = whatToShow(flow, view, linked);
  const seconds = secondsLeft(flow, now);
  const warning = seconds !== null && shown.name === flow.screen.name ? seconds : null;

  useScanner((text) => {
    const scan = readScan(text, view?.bookings ?? false);
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
  useEffect(() => {
    document.documentElement.dataset['largeText'] = String(flow.largeText);
  }, [flow.largeText]);

  return (
    <LanguageProvider language={flow.language}>
      <HyphensProvider>
        <Shell
          view={view}
          at={(now + clockOffsetMs) as Instant}
          shown={shown}
          largeText={flow.largeText}
          dispatch={dispatch}
          covered={warning !== null}
        >
          <ScreenOf shown={shown} view={view} dispatch={dispatch} />
        </Shell>
        {warning !== null && (
          <IdleWarning seconds={warning} onMoreTime={() => dispatch({ type: 'touch' })} />
        )}
      </HyphensProvider>
    </LanguageProvider>
  );
}
