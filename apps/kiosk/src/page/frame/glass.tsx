import type { Instant } from '@motcua/domain';
import { LanguageProvider } from '@motcua/ui';
import { useEffect } from 'react';
import type { ServiceState } from '../connect-to-service.ts';
import { IdleWarning } from './idle-warning.tsx';
import type { Flow } from '../flow/kiosk-flow.ts';
import { secondsLeft } from '../flow/timeouts.ts';
import { screenKey } from '../flow/screen-key.ts';
import { ScreenOf } from '../screens/screen-of.tsx';
import { Shell } from './shell.tsx';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import { PressGuardProvider, usePressGuard } from '../touch/use-press-guard.ts';
import { visibleScreen } from '../flow/visible-screen.ts';
import { HyphensProvider } from '../text/words.tsx';
import './elements.css';

export interface GlassProps extends ServiceState {
  readonly flow: Flow;
  /** This machine's clock. */
  readonly now: Instant;
  readonly dispatch: Dispatch;
}

/** Everything a visitor sees, with protection against accidental presses. */
export function Glass({ flow, view, linked, clockOffsetMs, now, dispatch }: GlassProps) {
  const shown = visibleScreen(flow, view, linked);
  const seconds = secondsLeft(flow, now);
  const warning = seconds !== null && shown.name === flow.screen.name ? seconds : null;
  const guard = usePressGuard({
    screenKey: screenKey(shown, view, warning !== null),
    slowHand: flow.slowHand,
    onDoubled: () => dispatch({ type: 'doubled-press' }),
  });
  useEffect(() => {
    document.documentElement.dataset['largeText'] = String(flow.largeText);
  }, [flow.largeText]);

  return (
    <PressGuardProvider value={guard}>
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
    </PressGuardProvider>
  );
}
