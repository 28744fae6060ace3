import type { DeviceId, Instant, PersonId, QueueId } from './ids.ts';
import type { PrinterFault } from './print-job.ts';

export const PERSON_ROLES = ['clerk', 'guide', 'head', 'administrator'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody who works here and signs in. */
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
export type DeviceRole = (typeof DEVICE_ROLES)[number];

/** A machine that was let in. */
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
}

/** What a device says of itself; null: not applicable or not said yet. */
export interface DeviceCondition {
  readonly printer: 'ready' | 'near-end' | PrinterFault | null;
  readonly sound: 'on' | 'blocked' | 'off' | null;
}

export const UNKNOWN_CONDITION: DeviceCondition = { printer: null, sound: null };
