import { newId } from '@motcua/client';
import type { Instant } from '@motcua/domain';
import { useCallback, useEffect, useEffectEvent, useReducer, useSyncExternalStore } from 'react';
import type { AboutPerson, SlipResolution, TicketRequest } from '../../bridge.ts';
import type { ServiceLink } from '../connect-to-service.ts';
import { nextFlow, startFlow, type Flow, type FlowEvent } from './kiosk-flow.ts';
import type { Screen } from './screen.ts';
import { isAwaited, saidOfSlip } from './slip-flow.ts';

type Timeless = FlowEvent extends infer E ? (E extends FlowEvent ? Omit<E, 'at'> : never) : never;
export type Dispatch = (event: Timeless) => void;

export interface KioskFlow {
  readonly flow: Flow;
  readonly dispatch: Dispatch;
}

const TICK_MS = 500;
const now = (): Instant => Date.now() as Instant;

/** Runs the flow: sends each request of a state to the service once, and ticks the clock. */
export function useKioskFlow(link: ServiceLink): KioskFlow {
  const [flow, send] = useReducer(nextFlow, null, () => startFlow(now()));
  const dispatch = useCallback<Dispatch>((event) => send({ ...event, at: now() }), []);
  const { screen, language } = flow;

  const asking = screen.name === 'asking' ? screen : null;
  const requestId = asking?.requestId ?? null;
  // Uses the language at the time of the touch: a later change of language sends no new request.
  const take = useEffectEvent(async (id: string) => {
    if (asking === null) return;
    const touch = { requestId: id, language };
    const { order } = asking;
    const result =
      order.type === 'issue'
        ? await link.issueTicket({ ...touch, ...order.request })
        : await link.checkIn({ ...touch, code: order.code, ...aboutPerson(order.request) });
    dispatch({ type: 'answered', requestId: id, result });
  });
  useEffect(() => {
    if (requestId !== null) void take(requestId);
  }, [requestId]);

  const inHand = screen.name === 'number' || screen.name === 'place' ? screen : null;
  const questionId = inHand?.asked?.requestId ?? null;
  const ask = useEffectEvent(async (id: string) => {
    if (inHand === null || inHand.asked === null) return;
    const result =
      inHand.name === 'number'
        ? await link.askPlace({ number: inHand.asked.number })
        : await link.stepOut({
            requestId: id,
            slip: inHand.slip,
            wish: inHand.asked.request,
          });
    dispatch({ type: 'place-answered', requestId: id, result });
  });
  useEffect(() => {
    if (questionId !== null) void ask(questionId);
  }, [questionId]);

  const shownCode = screen.name === 'booking' ? screen.asked : null;
  const codeId = shownCode?.requestId ?? null;
  const askBooking = useEffectEvent(async (requestId: string) => {
    if (shownCode === null) return;
    const result = await link.askBooking({ code: shownCode.code });
    dispatch({ type: 'booking-answered', requestId, result });
  });
  useEffect(() => {
    if (codeId !== null) void askBooking(codeId);
  }, [codeId]);

  const printJobId = 'ticket' in screen ? screen.ticket.printJobId : null;
  const resolution = resolutionOf(screen);
  useEffect(() => {
    if (printJobId === null || resolution === null) return;
    void link.resolveSlip({ printJobId, resolution }).then(({ ok }) => {
      dispatch({ type: 'resolved', printJobId, ok });
    });
  }, [link, dispatch, printJobId, resolution]);

  const cameOut = saidOfSlip(screen);
  useEffect(() => {
    if (printJobId !== null && cameOut !== null) void link.confirmSlip({ printJobId, cameOut });
  }, [link, printJobId, cameOut]);

  const reprinting = screen.name === 'ticket' && screen.copy && isAwaited(screen.slip);
  useEffect(() => {
    if (printJobId === null || !reprinting) return;
    void link.reprintSlip({ printJobId }).then(({ ok }) => {
      const failed = {
        state: 'failed',
        proof: null,
        fault: 'no-answer',
        resolution: null,
      } as const;
      if (!ok) dispatch({ type: 'slip', news: { id: printJobId, ...failed } });
    });
  }, [link, dispatch, printJobId, reprinting]);

  const unresolved = useSyncExternalStore(
    link.subscribe,
    () => link.getState().view?.unresolved ?? null,
  );
  useEffect(() => {
    if (unresolved !== null) dispatch({ type: 'unresolved', slip: unresolved });
  }, [dispatch, unresolved]);

  const isLocked = useSyncExternalStore(
    link.subscribe,
    () => link.getState().view?.locked ?? false,
  );
  useEffect(() => dispatch({ type: 'begin-afresh' }), [dispatch, isLocked]);

  useEffect(() => link.onSlip((news) => dispatch({ type: 'slip', news })), [link, dispatch]);
  useEffect(() => {
    const timer = setInterval(() => dispatch({ type: 'tick' }), TICK_MS);
    return () => clearInterval(timer);
  }, [dispatch]);

  return { flow, dispatch };
}

/** The visitor's choice that has to be sent to the service. */
function resolutionOf(screen: Screen): SlipResolution | null {
  if (screen.name === 'give-back') return screen.asked ? 'given-back' : null;
  return screen.name === 'slip-failed' ? screen.choice : null;
}

/** The person's part of a request: the booking itself names the service. */
function aboutPerson({ priorityGroupId, needs, party }: TicketRequest): AboutPerson {
  return { priorityGroupId, needs, party };
}

/** For events that may become a request. */
export const newRequestId = newId;
