import { assertNever } from '@motcua/domain';
import type { KioskView } from '../../bridge.ts';
import type { Dispatch } from '../use-kiosk-flow.ts';
import type { Shown } from '../what-to-show.ts';
import { AskingScreen } from './asking-screen.tsx';
import { ClosedScreen } from './closed-screen.tsx';
import { ConfirmScreen } from './confirm-screen.tsx';
import { NoticeScreen } from './notice-screen.tsx';
import { RefusedScreen } from './refused-screen.tsx';
import { ServicesScreen } from './services-screen.tsx';
import { SlipFailedScreen } from './slip-failed-screen.tsx';
import { SlipSettledScreen } from './slip-settled-screen.tsx';
import { TicketScreen } from './ticket-screen.tsx';
import { UnpairedScreen } from './unpaired-screen.tsx';
import { WelcomeScreen } from './welcome-screen.tsx';

export interface ScreenOfProps {
  readonly shown: Shown;
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

export function ScreenOf({ shown, view, dispatch }: ScreenOfProps) {
  switch (shown.name) {
    case 'starting':
    case 'offline':
    case 'nothing-offered':
      return <NoticeScreen about={shown.name} />;
    case 'unpaired':
      return <UnpairedScreen code={shown.code} />;
    case 'closed':
      return view && <ClosedScreen opening={shown.opening} view={view} />;
    case 'welcome':
      return view && <WelcomeScreen view={view} dispatch={dispatch} />;
    case 'services':
      return <ServicesScreen {...shown} dispatch={dispatch} />;
    case 'confirm':
      return <ConfirmScreen service={shown.service} dispatch={dispatch} />;
    case 'asking':
      return <AskingScreen />;
    case 'refused':
      return <RefusedScreen code={shown.code} dispatch={dispatch} />;
    case 'ticket':
      return <TicketScreen {...shown} view={view} dispatch={dispatch} />;
    case 'slip-failed':
      return <SlipFailedScreen {...shown} view={view} dispatch={dispatch} />;
    case 'slip-settled':
      return <SlipSettledScreen {...shown} view={view} dispatch={dispatch} />;
    default:
      return assertNever(shown);
  }
}
