import { refuse, type Result } from '@motcua/domain';
import { io, type Socket } from 'socket.io-client';
import type { KioskView, PageToService, ServiceToPage, SlipNews } from '../bridge.ts';

export interface ServiceState {
  /** Null until the service has answered; kept while the connection is lost. */
  readonly view: KioskView | null;
  readonly linked: boolean;
  /** Add it to this machine's clock to get the hub's. */
  readonly clockOffsetMs: number;
}

type Request<Name extends keyof PageToService> = Parameters<PageToService[Name]>[0];
type Answer<Name extends keyof PageToService> = Parameters<Parameters<PageToService[Name]>[1]>[0];

/** The page's only connection to the service. Tests pass a plain object. */
export interface ServiceLink {
  /** The same object until something changes. */
  readonly getState: () => ServiceState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly onSlip: (listener: (news: SlipNews) => void) => () => void;
  /** Refuses with `hub-unavailable` when no answer came in time. */
  readonly issueTicket: (request: Request<'issueTicket'>) => Promise<Answer<'issueTicket'>>;
  readonly checkIn: (request: Request<'checkIn'>) => Promise<Answer<'checkIn'>>;
  readonly askPlace: (request: Request<'askPlace'>) => Promise<Answer<'askPlace'>>;
  readonly askBooking: (request: Request<'askBooking'>) => Promise<Answer<'askBooking'>>;
  readonly stepOut: (request: Request<'stepOut'>) => Promise<Answer<'stepOut'>>;
  readonly confirmSlip: (request: Request<'confirmSlip'>) => Promise<Answer<'confirmSlip'>>;
  readonly reprintSlip: (request: Request<'reprintSlip'>) => Promise<Answer<'reprintSlip'>>;
  readonly resolveSlip: (request: Request<'resolveSlip'>) => Promise<Answer<'resolveSlip'>>;
}

/** Longer than the service waits for the hub, shorter than the page waits for an answer. */
const ANSWER_TIMEOUT_MS = 15_000;

/** `onRejected` is called when the service was restarted and rejects this page's secret: reload the page. */
export function connectToService(secret: string, onRejected: () => void): ServiceLink {
  const socket: Socket<ServiceToPage, PageToService> = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    auth: { secret },
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
  });
  const listeners = new Set<() => void>();
  let state: ServiceState = { view: null, linked: false, clockOffsetMs: 0 };

  function set(part: Partial<ServiceState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  socket.on('view', (view) => {
    set({ view, linked: true, clockOffsetMs: view.at - Date.now() });
  });
  socket.on('disconnect', () => set({ linked: false }));
  socket.on('connect_error', ({ message }) => {
    if (message === 'wrong-secret') onRejected();
    set({ linked: false });
  });

  return {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    onSlip(listener) {
      socket.on('slip', listener);
      return () => socket.off('slip', listener);
    },
    issueTicket: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('issueTicket', request, settle);
      }),
    checkIn: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('checkIn', request, settle);
      }),
    askPlace: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('askPlace', request, settle);
      }),
    askBooking: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('askBooking', request, settle);
      }),
    stepOut: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('stepOut', request, settle);
      }),
    confirmSlip: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('confirmSlip', request, settle);
      }),
    reprintSlip: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('reprintSlip', request, settle);
      }),
    resolveSlip: (request) =>
      answerOf((settle) => {
        socket.timeout(ANSWER_TIMEOUT_MS).emit('resolveSlip', request, settle);
      }),
  };
}

function answerOf<T>(
  ask: (settle: (fault: Error | null, result: Result<T>) => void) => void,
): Promise<Result<T>> {
  return new Promise((resolve) => {
    ask((fault, result) => resolve(fault === null ? result : refuse('hub-unavailable')));
  });
}
