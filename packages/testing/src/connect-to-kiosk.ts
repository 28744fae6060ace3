import { randomUUID } from 'node:crypto';
import type { Result, ServiceId } from '@motcua/domain';
import type {
  IssuedTicket,
  KioskService,
  KioskView,
  PageToService,
  ServiceToPage,
} from '@motcua/kiosk/bridge';
import { io, type Socket } from 'socket.io-client';

/** The kiosk's page without a screen: what a finger would do. */
export interface KioskPage {
  readonly services: () => readonly KioskService[];
  readonly issue: (serviceId: ServiceId, language: string) => Promise<Result<IssuedTicket>>;
  readonly close: () => void;
}

/** Opens the kiosk's page, reads its secret of this start, and connects as the page does. */
export async function connectToKiosk(url: string): Promise<KioskPage> {
  const html = await (await fetch(url)).text();
  const secret = /<meta name="bridge-secret" content="([^"]+)"/.exec(html)?.[1];
  if (secret === undefined) throw new Error(`${url} does not look like a kiosk's page`);
  const socket: Socket<ServiceToPage, PageToService> = io(url, {
    transports: ['websocket'],
    auth: { secret },
    extraHeaders: { origin: new URL(url).origin },
  });
  let view: KioskView | null = null;
  socket.on('view', (latest) => {
    view = latest;
  });
  return {
    services: () => view?.services ?? [],
    issue: (serviceId, language) =>
      new Promise((answer) => {
        socket.emit('issueTicket', { requestId: randomUUID(), serviceId, language }, answer);
      }),
    close: () => void socket.disconnect(),
  };
}
