import type { UtilityProcess } from 'electron';
import { restartDelayMs } from './decisions.ts';

export interface ServiceParts {
  /** Starts the kiosk service in a process of its own; at `url` when it is a restart. */
  readonly fork: (url: string | null) => Pick<UtilityProcess, 'on' | 'once' | 'kill'>;
  readonly after: (ms: number, work: () => void) => void;
  readonly log: (line: string) => void;
}

export interface KeptService {
  /** The address of the kiosk's page, once the service has reported it. */
  readonly url: Promise<string>;
  readonly stop: () => void;
}

/** Starts the kiosk service, and restarts it at the same address whenever it ends. */
export function keepServiceAlive({ fork, after, log }: ServiceParts): KeptService {
  let restarts = 0;
  let stopping = false;
  let heldUrl: string | null = null;
  let service: ReturnType<ServiceParts['fork']>;
  let ready: (url: string) => void = () => {};
  const url = new Promise<string>((resolve) => {
    ready = resolve;
  });

  function start(): void {
    service = fork(heldUrl);
    service.on('message', (message: unknown) => {
      const said = urlIn(message);
      if (said === null) return;
      restarts = 0;
      heldUrl = said;
      ready(said);
    });
    service.once('exit', (code) => {
      if (stopping) return;
      const delayMs = restartDelayMs(restarts);
      restarts += 1;
      log(`The kiosk service ended (${code}) and is started again in ${delayMs} ms`);
      after(delayMs, () => {
        if (!stopping) start();
      });
    });
  }

  start();
  return {
    url,
    stop: () => {
      stopping = true;
      service.kill();
    },
  };
}

/** The address in the service's ready message; null for any other message. */
function urlIn(message: unknown): string | null {
  if (typeof message !== 'object' || message === null || !('url' in message)) return null;
  const { url } = message;
  return typeof url === 'string' && URL.canParse(url) ? url : null;
}
