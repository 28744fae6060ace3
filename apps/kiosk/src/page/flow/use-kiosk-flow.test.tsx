// @vitest-environment happy-dom
import { refuse } from '@motcua/domain';
import { aServiceGroup, T0, TODAY } from '@motcua/domain/builders';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KioskView } from '../../bridge.ts';
import type { ServiceLink, ServiceState } from '../connect-to-service.ts';
import { useKioskFlow, type KioskFlow } from './use-kiosk-flow.ts';

const VIEW: KioskView = {
  ...{ connection: 'live', issuesOffline: false, pairingCode: null, pairingRefused: false },
  ...{ centre: { vi: 'Trung tâm' }, authority: { vi: 'UBND xã' } },
  ...{ serviceGroups: [], services: [], usual: [], priorityGroups: [], prefixes: ['H'] },
  ...{ issuing: { open: true }, locked: false, training: false, bookings: true },
  ...{ holdMinutes: 10, numbersOut: false, printer: 'ready', printProof: 'proved' },
  ...{ unresolved: null, at: T0, today: TODAY, zone: 'Asia/Ho_Chi_Minh' },
};

const FRESH = { screen: { name: 'welcome' }, language: 'vi', largeText: false };
const CHOSEN = { screen: { name: 'services' }, language: 'de', largeText: true };

/** The service's view as the test sets it; every request is refused. */
function aLink() {
  const listeners = new Set<() => void>();
  let state: ServiceState = { view: VIEW, linked: true, clockOffsetMs: 0 };
  const refuses = async () => refuse('hub-unavailable');
  const link: ServiceLink = {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    onSlip: () => () => undefined,
    ...{ issueTicket: refuses, checkIn: refuses, askPlace: refuses, askBooking: refuses },
    ...{ stepOut: refuses, confirmSlip: refuses, reprintSlip: refuses, resolveSlip: refuses },
  };
  const show = (part: Partial<KioskView>) => {
    state = { ...state, view: { ...VIEW, ...part } };
    for (const listener of listeners) listener();
  };
  return { link, show };
}

describe('the flow of a kiosk that staff close and open', () => {
  let root: Root;
  let kiosk: KioskFlow;
  let show: (part: Partial<KioskView>) => void;

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    const service = aLink();
    ({ show } = service);
    function Page() {
      const { flow, dispatch } = useKioskFlow(service.link);
      return <Held {...{ flow, dispatch }} />;
    }
    function Held(now: KioskFlow) {
      kiosk = now;
      return null;
    }
    root = createRoot(document.createElement('div'));
    await act(async () => root.render(<Page />));
  });
  afterEach(() => act(async () => root.unmount()));

  const choose = () =>
    act(async () => {
      kiosk.dispatch({ type: 'set-language', language: 'de' });
      kiosk.dispatch({ type: 'set-large-text', on: true });
      kiosk.dispatch({ type: 'choose-group', groupId: aServiceGroup().id });
    });

  it.each([
    ['closed', false],
    ['opened again', true],
  ])('begins afresh when it is %s', async (_, wasLocked) => {
    await act(async () => show({ locked: wasLocked }));
    await choose();
    expect(kiosk.flow).toMatchObject(CHOSEN);
    await act(async () => show({ locked: !wasLocked }));
    expect(kiosk.flow).toMatchObject(FRESH);
  });

  it('keeps what was chosen while anything else changes', async () => {
    await choose();
    await act(async () => show({ training: true, printer: 'out-of-paper' }));
    expect(kiosk.flow).toMatchObject(CHOSEN);
  });
});
