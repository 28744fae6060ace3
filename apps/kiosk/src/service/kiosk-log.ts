import { pino } from 'pino';

/** What cannot be written waits for room up to here; what comes then is lost. */
const MOST_WAITING_BYTES = 1 << 20;

/** Standard error. A disk that takes no lines costs lines, never the kiosk. */
export function logDestination(): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: 2, maxLength: MOST_WAITING_BYTES });
  destination.on('error', () => undefined);
  return destination;
}

/** Shaped like pino's. */
export interface KioskLog {
  readonly info: (detail: object, message: string) => void;
  readonly warn: (detail: object, message: string) => void;
  readonly error: (detail: object, message: string) => void;
}

const nothing = (): void => undefined;
export const SILENT_LOG: KioskLog = { info: nothing, warn: nothing, error: nothing };
