import { pino } from 'pino';

/** Lines that cannot be written are buffered up to this size; later lines are dropped. */
const MAX_WAITING_BYTES = 1 << 20;

/** Standard error. A full disk loses log lines but never stops the kiosk. */
export function logDestination(): ReturnType<typeof pino.destination> {
  const destination = pino.destination({ dest: 2, maxLength: MAX_WAITING_BYTES });
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
