import { assertNever } from '@motcua/domain';
import type { KioskView } from '../../bridge.ts';
import type { Dispatch } from '../flow/use-kiosk-flow.ts';
import type { VisibleScreen } from '../flow/visible-screen.ts';
import { AskingScreen } from './ticket/asking-screen.tsx';
import { BookedScreen } from './number/booked-screen.tsx';
import { BookingScreen } from './number/booking-screen.tsx';
import { ClosedScreen } from './closed-screen.tsx';
import { ConfirmScreen } from './service/confirm-screen.tsx';
import { GiveBackScreen } from './ticket/give-back-screen.tsx';
import { MoreGroupsScreen } from './service/more-groups-screen.tsx';
import { NeedsScreen } from './service/needs-screen.tsx';
import { NoticeScreen } from './notice-screen.tsx';
import { NumberScreen } from './number/number-screen.tsx';
import { PartyScreen } from './service/party-screen.tsx';
import { PlaceScreen } from './number/place-screen.tsx';
import { PlaceSettledScreen } from './number/place-settled-screen.tsx';
import { PriorityScreen } from './service/priority-screen.tsx';
import { RefusedScreen } from './ticket/refused-screen.tsx';
import { ServicesScreen } from './service/services-screen.tsx';
import { SlipFailedScreen } from './ticket/slip-failed-screen.tsx';
import { SlipSettledScreen } from './ticket/slip-settled-screen.tsx';
import { TicketScreen } from './ticket/ticket-screen.tsx';
import { UnpairedScreen } from './unpaired-screen.tsx';
import { WelcomeScreen } from './service/welcome-screen.tsx';
import { OptionsScreen } from './service/options-screen.tsx';

export interface ScreenOfProps {
  readonly shown: VisibleScreen;
  readonly view: KioskView | null;
  readonly dispatch: Dispatch;
}

export function ScreenOf({ shown, view, dispatch }: ScreenOfProps) {
  switch (shown.name) {
    case 'starting':
    case 'offline':
    case 'locked':
    case 'nothing-offered':
      return <NoticeScreen about={shown.name} />;
    case 'unpaired':
      return <UnpairedScreen code={shown.code} refused={shown.refused} />;
    case 'closed':
    case 'ended':
      return view && <ClosedScreen {...shown} view={view} />;
    case 'welcome':
      return view && <WelcomeScreen view={view} dispatch={dispatch} />;
    case 'services':
      return view && <ServicesScreen {...shown} view={view} dispatch={dispatch} />;
    case 'more-services':
      return view && <ServicesScreen {...shown} request={null} view={view} dispatch={dispatch} />;
    case 'more-groups':
      return view && <MoreGroupsScreen view={view} dispatch={dispatch} />;
    case 'priority':
      return (
        view && (
          <PriorityScreen
            groups={view.priorityGroups}
            request={shown.request}
            dispatch={dispatch}
          />
        )
      );
    case 'options':
      return <OptionsScreen request={shown.request} dispatch={dispatch} />;
    case 'needs':
      return <NeedsScreen request={shown.request} dispatch={dispatch} />;
    case 'party':
      return <PartyScreen request={shown.request} dispatch={dispatch} />;
    case 'confirm':
      return view && <ConfirmScreen {...shown} view={view} dispatch={dispatch} />;
    case 'asking':
      return <AskingScreen />;
    case 'refused':
      return <RefusedScreen {...shown} dispatch={dispatch} />;
    case 'ticket':
      return <TicketScreen {...shown} view={view} dispatch={dispatch} />;
    case 'give-back':
      return <GiveBackScreen {...shown} view={view} dispatch={dispatch} />;
    case 'slip-failed':
      return <SlipFailedScreen {...shown} view={view} dispatch={dispatch} />;
    case 'slip-settled':
      return <SlipSettledScreen {...shown} view={view} dispatch={dispatch} />;
    case 'number':
      return view && <NumberScreen {...shown} view={view} dispatch={dispatch} />;
    case 'place':
      return view && <PlaceScreen {...shown} view={view} dispatch={dispatch} />;
    case 'place-settled':
      return <PlaceSettledScreen {...shown} view={view} dispatch={dispatch} />;
    case 'booking':
      return <BookingScreen {...shown} dispatch={dispatch} />;
    case 'booked':
      return view && <BookedScreen {...shown} view={view} dispatch={dispatch} />;
    default:
      return assertNever(shown);
  }
}
