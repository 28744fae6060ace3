import { newId } from '@motcua/client';
import type { Instant, ServiceId } from '@motcua/domain';
import { useCallback, useEffect, useEffectEvent, useReducer } from 'react';
import type { ServiceLink } from './connect-to-service.ts';
import { nextFlow, startFlow, type Flow, type FlowEvent } from './kiosk-flow.ts';

type Timeless = FlowEvent extends infer E ? (E extends FlowEvent ? Omit<E, 'at'> : never) : never;
export type Dispatch = (event: Timeless) => void;

export interface KioskFlow {
  readonly flow: Flow;
  readonly dispatch: Dispatch;
}

const TICK_MS = 500;
const now = (): Instant => Date.now() as Instant;

/** Runs the flow: what a state asks for is asked of the service once, and time passes. */
export function useKioskFlow(link: ServiceLink): KioskFlow {
  const [flow, send] = useReducer(nextFlow, null, () => startFlow(now()));
  const dispatch = useCallback<Dispatch>((event) => send({ ...event, at: now() }), []);
  const { screen, language } = flow;

  const requestId = screen.name === 'asking' ? screen.requestId : null;
  const serviceId = screen.name === 'asking' ? screen.serviceId : null;
  // In the language of the moment of the touch: another language later is no new request.
  const ask = useEffectEvent((request: { requestId: string; serviceId: ServiceId }) =>
    link.issueTicket({ ...request, language }),
  );
  useEffect(() => {
    if (requestId === null || serviceId === null) return;
    void ask({ requestId, serviceId }).then((result) => {
      dispatch({ type: 'answered', requestId, result });
    });
  }, [dispatch, requestId, serviceId]);

  const printJobId = screen.name === 'slip-failed' ? screen.ticket.printJobId : null;
  const resolution = screen.name === 'slip-failed' ? screen.choice : null;
  useEffect(() => {
    if (printJobId === null || resolution === null) return;
    void link.resolveSlip({ printJobId, resolution }).then(({ ok }) => {
      dispatch({ type: 'resolved', printJobId, ok });
    });
  }, [link, dispatch, printJobId, resolution]);

  useEffect(() => link.onSlip((news) => dispatch({ type: 'slip', news })), [link, dispatch]);
  useEffect(() => {
    const timer = setInterval(() => dispatch({ type: 'tick' }), TICK_MS);
    return () => clearInterval(timer);
  }, [dispatch]);

  return { flow, dispatch };
}

/** For events that may become a request. */
export const newRequestId = newId;
