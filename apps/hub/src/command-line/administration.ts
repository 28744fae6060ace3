import type { DeviceRole, LocalDate, PersonRole } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type { ReportFormat } from '../reads/day-report.ts';
import type { NewDevice } from '../devices.ts';
import type { NewPerson } from '../people.ts';

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly role: DeviceRole;
  readonly revoked: boolean;
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
  readonly close: () => void;
}
