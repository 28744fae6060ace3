import { randomUUID } from 'node:crypto';
import {
  ONE_PERSON,
  type PrintJobId,
  type PriorityGroupId,
  type Result,
  type ServiceId,
} from '@motcua/domain';
import {
  type IssuedTicket,
  type KioskService,
  type KioskView,
  type PageToService,
  SECRET_META,
  type ServiceToPage,
  type SlipNews,
} from '@motcua/kiosk/bridge';
import { io, type Socket } from 'socket.io-client';

/** The kiosk's page without a screen. */
export interface KioskPage {
  /** Resolves once the kiosk is connected to the hub. */
  readonly live: () => Promise<void>;
  /** Resolves with the current view or the first later one for which `holds` is true. */
  readonly shows: (holds: (view: KioskView) => boolean) => Promise<KioskView>;
  readonly services: () => readonly KioskService[];
  readonly priorityGroups: () => KioskView['priorityGroups'];
  /** A new touch, or a repetition of the touch `requestId`. */
  readonly issue: (
    serviceId: ServiceId,
    language: string,
    requestId?: string,
    priorityGroupId?: PriorityGroupId | null,
  ) => Promise<Result<IssuedTicket>>;
  /** The final news of the next slip. */
  readonly nextSlip: () => Promise<SlipNews>;
  readonly resolve: (
    printJobId: PrintJobId,
    resolution: 'noted' | 'given-back',
  ) => Promise<Result<null>>;
  readonly close: () => void;
}

/** Opens the kiosk's page, reads its secret of this start, and connects as the page does. */
export async function connectToKiosk(url: string): Promise<KioskPage> {
  const html = await (await fetch(url)).text();
  const secret = new RegExp(`<meta name="${SECRET_META}" content="([^"]+)"`).exec(html)?.[1];
  if (secret === undefined) throw new Error(`${url} does not look like a kiosk's page`);
  const socket: Socket<ServiceToPage, PageToService> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { secret },
    extraHeaders: { origin: new URL(url).origin },
  });
  let view: KioskView | null = null;
  socket.on('view', (latest) => {
    view = latest;
  });
  const shows: KioskPage['shows'] = (holds) =>
    new Promise((done) => {
      if (view !== null && holds(view)) return done(view);
      const check = (latest: KioskView) => {
        if (!holds(latest)) return;
        socket.off('view', check);
        done(latest);
      };
      socket.on('view', check);
    });
  return {
    live: () => shows(({ connection }) => connection === 'live').then(() => undefined),
    shows,
    services: () => view?.services ?? [],
    priorityGroups: () => view?.priorityGroups ?? [],
    issue: (serviceId, language, requestId = randomUUID(), priorityGroupId = null) =>
      new Promise((answer) => {
        const wish = { serviceIds: [serviceId], priorityGroupId, needs: [], party: ONE_PERSON };
        socket.emit('issueTicket', { requestId, language, ...wish }, answer);
      }),
    nextSlip: () => new Promise((news) => socket.once('slip', news)),
    resolve: (printJobId, resolution) =>
      new Promise((answer) => {
        socket.emit('resolveSlip', { printJobId, resolution }, answer);
      }),
    close: () => void socket.disconnect(),
  };
}
