import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, makePrivateFile } from '@motcua/store';
import { type Logger, type LoggerOptions, pino } from 'pino';

export type Log = Logger;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Names of fields that may hold credentials; redacted down to two levels. */
const SECRET_FIELDS = [
  'authorization',
  'controlToken',
  'cookie',
  'deviceToken',
  'password',
  'secret',
  'sessionToken',
  'token',
];

interface LogOptions {
  readonly level: LogLevel;
  /** Null writes to stderr, so that stdout stays free for answers. */
  readonly file: string | null;
}

/** Lines that cannot be written are buffered up to here; later ones are lost. */
const MAX_WAITING_BYTES = 1 << 20;

/** One JSON object a line. A disk that is full costs lines, never the hub. */
export function createLog({ level, file }: LogOptions): Log {
  if (file !== null) makeLogFile(file);
  const how = { mkdir: true, sync: true, maxLength: MAX_WAITING_BYTES };
  const destination = pino.destination({ dest: file ?? 2, ...how });
  destination.on('error', () => undefined);
  return pino(logOptions(level), destination);
}

/** It names computers and staff, so it is for its owner alone, also one that an older program left open. */
function makeLogFile(file: string): void {
  try {
    makeFolder(dirname(file));
    makePrivateFile(file);
    chmodSync(file, 0o600);
  } catch {
    return; // a pipe, or another user's file, was chosen on purpose
  }
}

/** The format of lines, without their destination. */
export function logOptions(level: LogLevel): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[secret]',
    },
  };
}
