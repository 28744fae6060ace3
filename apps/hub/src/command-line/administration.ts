import type { DeviceRole, LocalDate, PersonRole } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type { ClockState } from '../engine/clock-state.ts';
import type { ReportFormat } from '../reads/day-report.ts';
import type { NewDevice } from '../identity/devices.ts';
import type { NewPerson } from '../identity/people.ts';

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly role: DeviceRole;
  readonly revoked: boolean;
}

export interface PairingRow {
  readonly code: string;
  readonly name: string;
  readonly role: DeviceRole;
  readonly address: string;
}

export interface PersonRow {
  readonly name: string;
  readonly login: string;
  readonly role: PersonRole;
  readonly active: boolean;
}

/** What the owner of the machine may do at its console, whether the hub runs or not. */
export interface Administration {
  readonly addDevice: (device: NewDevice) => Promise<{ device: DeviceRow; token: string }>;
  readonly devices: () => Promise<readonly DeviceRow[]>;
  readonly revokeDevice: (id: string) => Promise<DeviceRow>;
  /** Devices that show a code; only a running hub knows them. */
  readonly waitingPairings: () => Promise<readonly PairingRow[]>;
  readonly refusePairing: (code: string) => Promise<PairingRow>;
  readonly addPerson: (person: NewPerson) => Promise<{ person: PersonRow; secret: string }>;
  /** A link that signs somebody in once; `url` is null when no hub runs. */
  readonly recover: (
    login: string,
  ) => Promise<{ person: PersonRow; token: string; url: string | null }>;
  readonly people: () => Promise<readonly PersonRow[]>;
  readonly report: (
    day: LocalDate,
    format: ReportFormat,
    language: Language,
  ) => Promise<Uint8Array>;
  readonly clock: () => Promise<ClockState>;
  /** The computer's clock is right; the day becomes the one that it shows. */
  readonly confirmClock: () => Promise<ClockState>;
  readonly close: () => void;
}
