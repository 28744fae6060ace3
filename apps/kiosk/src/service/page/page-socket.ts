import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuse, type Result } from '@motcua/domain';
import { Server } from 'socket.io';
import {
  MAX_REQUEST_BYTES,
  type KioskView,
  type PageToService,
  type ServiceToPage,
  type SlipNews,
} from '../../bridge.ts';
import type { KioskLog } from '../kiosk-log.ts';
import {
  parseAskBooking,
  parseAskPlace,
  parseCheckIn,
  parseConfirmSlip,
  parseIssueTicket,
  parseReprintSlip,
  parseResolveSlip,
  parseStepOut,
} from './parse-request.ts';
import type { Places } from '../tickets/places.ts';
import { mayTalkToUs } from './same-machine.ts';
import type { TicketService } from '../tickets/ticket-service.ts';

export interface PageSocket {
  readonly showView: (view: KioskView) => void;
  readonly sendSlipNews: (news: SlipNews) => void;
  readonly close: () => void;
}

export interface PageSocketOptions {
  readonly server: HttpServer;
  readonly secret: string;
  readonly tickets: TicketService;
  readonly places: Places;
  readonly currentView: () => KioskView;
  /** Called for every socket that showed the secret. */
  readonly recognize: (socket: Socket) => void;
  readonly log: KioskLog;
}

/** More than a person can cause; a faster client is broken and must not flood the hub. */
const REQUESTS_PER_MINUTE = 1_200;

/** Serves the page's requests after checking each: same machine, same start, valid, within the rate. */
export function createPageSocket({
  server,
  secret,
  tickets,
  places,
  currentView,
  recognize,
  log,
}: PageSocketOptions): PageSocket {
  const io = new Server<PageToService, ServiceToPage>(server, {
    // Some antivirus programs block WebSockets even on loopback.
    transports: ['websocket', 'polling'],
    httpCompression: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_REQUEST_BYTES,
    serveClient: false,
    allowRequest: (request, allow) => allow(null, mayTalkToUs(request)),
  });
  io.engine.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (mayTalkToUs(request)) return next();
    // A WebSocket is refused by `allowRequest`, which checks every handshake.
    if ('headersSent' in response) return void response.writeHead(403).end();
    next();
  });
  io.use((socket, next) => {
    const auth: Record<string, unknown> = socket.handshake.auth;
    next(isSecret(auth['secret'], secret) ? undefined : new Error('wrong-secret'));
  });

  io.on('connection', (socket) => {
    recognize(socket.request.socket);
    const mayAsk = atMost(REQUESTS_PER_MINUTE);
    socket.emit('view', currentView());
    const missed = tickets.latestNews();
    if (missed !== null) socket.emit('slip', missed);

    const answering =
      <T>(parse: (message: unknown) => Result<T>, work: (request: T) => Promise<object>) =>
      (message: unknown, answer: unknown) =>
        serve(answer, async () => {
          const request = parse(message);
          if (!request.ok) return request;
          return mayAsk() ? work(request.value) : refuse('too-many-requests');
        });
    socket.on('issueTicket', answering(parseIssueTicket, tickets.issueTicket));
    socket.on('checkIn', answering(parseCheckIn, tickets.checkIn));
    socket.on('askPlace', answering(parseAskPlace, places.ask));
    socket.on('askBooking', answering(parseAskBooking, places.askBooking));
    socket.on('stepOut', answering(parseStepOut, places.stepOut));
    socket.on('confirmSlip', answering(parseConfirmSlip, tickets.confirmSlip));
    socket.on('reprintSlip', answering(parseReprintSlip, tickets.reprintSlip));
    socket.on('resolveSlip', answering(parseResolveSlip, tickets.resolveSlip));
  });

  function serve(answer: unknown, work: () => Promise<object>): void {
    if (typeof answer !== 'function') return;
    work().then(
      (result) => void Reflect.apply(answer, undefined, [result]),
      (cause: unknown) => {
        log.error({ err: cause }, 'a request of the page failed');
        void Reflect.apply(answer, undefined, [refuse('hub-unavailable')]);
      },
    );
  }

  return {
    showView: (view) => io.emit('view', view),
    sendSlipNews: (news) => io.emit('slip', news),
    close: () => void io.close(),
  };
}

function isSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A token bucket; true while it is not empty. */
function atMost(perMinute: number): () => boolean {
  let left = perMinute;
  let filledAt = performance.now();
  return () => {
    const at = performance.now();
    left = Math.min(perMinute, left + ((at - filledAt) * perMinute) / 60_000);
    filledAt = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
