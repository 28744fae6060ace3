import type { Device, LocalDate, Period, Person } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import type {
  ApiKey,
  ApiKeyWithToken,
  ClockState,
  NewApiKey,
  NewDevice,
  PeriodFormat,
  ReportFormat,
  SetupLine,
  SetupRequest,
  WaitingPairing,
} from '@motcua/protocol/http';
import type { NewPerson } from '../identity/people.ts';

/** What the owner of the machine may do at its console, whether the hub runs or not. */
export interface Administration {
  readonly addDevice: (device: NewDevice) => Promise<{ device: Device; token: string }>;
  readonly devices: () => Promise<readonly Device[]>;
  readonly revokeDevice: (id: string) => Promise<Device>;
  /** The token of an API key is known only once. */
  readonly createKey: (key: NewApiKey) => Promise<ApiKeyWithToken>;
  readonly keys: () => Promise<readonly ApiKey[]>;
  readonly revokeKey: (id: string) => Promise<unknown>;
  /** Devices that wait with a code; only a running hub knows them. */
  readonly waitingPairings: () => Promise<readonly WaitingPairing[]>;
  readonly refusePairing: (code: string) => Promise<WaitingPairing>;
  readonly addPerson: (person: NewPerson) => Promise<{ person: Person; secret: string }>;
  /** A link that signs a person in once; `url` is null when no hub runs. */
  readonly recover: (
    login: string,
  ) => Promise<{ person: Person; token: string; url: string | null }>;
  readonly people: () => Promise<readonly Person[]>;
  readonly report: (
    day: LocalDate,
    format: ReportFormat,
    language: Language,
  ) => Promise<Uint8Array>;
  readonly periodReport: (
    period: Period,
    format: PeriodFormat,
    language: Language,
    /** As the centre counts them; null: not given. */
    complaints: number | null,
  ) => Promise<Uint8Array>;
  /** The set-up as a file for another office. */
  readonly setupFile: () => Promise<string>;
  readonly previewSetup: (step: SetupRequest) => Promise<readonly SetupLine[]>;
  readonly setUp: (step: SetupRequest) => Promise<readonly SetupLine[]>;
  readonly clock: () => Promise<ClockState>;
  /** The computer's clock is right; the day becomes the one that it shows. */
  readonly confirmClock: () => Promise<ClockState>;
  readonly close: () => void;
}
