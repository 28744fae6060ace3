import type { DeviceId, Instant, PersonId, QueueId } from '../ids.ts';
import { PRINTER_FAULTS, type PrintProof } from '../printing/print-job.ts';

export const PERSON_ROLES = ['clerk', 'guide', 'head', 'administrator'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** What can be typed to sign in, in lower case. */
export const LOGIN_PATTERN = /^[a-z0-9][a-z0-9._-]{1,31}$/;

/** A person who works here and signs in. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** What is typed to sign in; unique. */
  readonly login: string;
  readonly role: PersonRole;
  readonly active: boolean;
  /** The queues this person can serve; null: all. */
  readonly skills: readonly QueueId[] | null;
}

export const DEVICE_ROLES = ['kiosk', 'counter', 'display', 'standby'] as const;
/** `standby`: a second computer that follows the hub and may take over. */
export type PairedRole = (typeof DEVICE_ROLES)[number];
/** `program`: another program, which asks over HTTP with an API key and is never paired. */
export type DeviceRole = PairedRole | 'program';

/** What an API key may be used for. */
export const API_SCOPES = ['figures', 'live', 'issue', 'bookings', 'tables'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A paired device. */
export interface Device {
  readonly id: DeviceId;
  readonly name: string;
  readonly role: DeviceRole;
  readonly pairedAt: Instant;
  readonly revoked: boolean;
  readonly condition: DeviceCondition;
  /** A kiosk that staff have locked gives no numbers. */
  readonly locked: boolean;
  /** A kiosk in practice gives marked tickets. */
  readonly training: boolean;
  /** In the numbers that this kiosk gives without the hub; absent: it gives none. */
  readonly offlineLetter?: string;
  /** What a program may do; other devices have none. */
  readonly scopes?: readonly ApiScope[];
}

/** `reachable`: the printer accepts data and reports no state. */
export const PRINTER_STATES = ['ready', 'near-end', 'reachable', ...PRINTER_FAULTS] as const;
export type PrinterState = (typeof PRINTER_STATES)[number];

/** A state in which a slip may be sent. */
export type Printable = Extract<PrinterState, 'ready' | 'near-end' | 'reachable'>;

/** Whether a slip may be sent to a printer in that state; null, an unknown state, is no. */
export function canPrint(state: PrinterState | null): state is Printable {
  return state === 'ready' || state === 'near-end' || state === 'reachable';
}

/** What a device reports of itself; null: not applicable or not reported yet. */
export interface DeviceCondition {
  readonly printer: PrinterState | null;
  /** The largest number that its printer can show on a slip; absent: not learnt yet. */
  readonly printProof?: Exclude<PrintProof, 'asked'>;
  readonly sound: 'on' | 'blocked' | 'off' | null;
}

export const UNKNOWN_CONDITION: DeviceCondition = { printer: null, sound: null };
