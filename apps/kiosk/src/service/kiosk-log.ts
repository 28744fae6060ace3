/** Shaped like pino's. */
export interface KioskLog {
  readonly info: (detail: object, message: string) => void;
  readonly warn: (detail: object, message: string) => void;
  readonly error: (detail: object, message: string) => void;
}

const nothing = (): void => undefined;
export const SILENT_LOG: KioskLog = { info: nothing, warn: nothing, error: nothing };
