import {
  type Device,
  type DeviceId,
  type DeviceRole,
  type LocalDate,
  ok,
  type Person,
  type PersonId,
  type PersonRole,
  type QueueId,
  REFUSAL_CODES,
  refuse,
  type Result,
} from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import {
  dayFigures,
  type DayFigures,
  deviceAnswer,
  deviceWithToken,
  type DeviceWithToken,
  pairingsAnswer,
  personAnswer,
  personWithLink,
  type PersonWithLink,
  personWithSecret,
  type PersonWithSecret,
  type WaitingPairing,
} from './answers.ts';
import {
  type JournalPage,
  journalPage,
  journalQuery,
  type JournalSearch,
} from './journal-answer.ts';
import { fieldsOf, type Reader } from './read-answer.ts';
import {
  backupAnswer,
  type BackupState,
  clockAnswer,
  type ClockState,
  type Vitals,
  vitalsAnswer,
} from './upkeep-answers.ts';

export interface NewDevice {
  readonly role: DeviceRole;
  readonly name: string;
}

export interface NewPerson {
  readonly name: string;
  readonly login: string;
  readonly role: PersonRole;
  /** The queues this person can serve; null: all. */
  readonly skills: readonly QueueId[] | null;
}

export type ReportFile = 'pdf' | 'csv';

/** What of the hub is not live. Nothing throws; a hub that cannot be reached or understood is a refusal. */
export interface HubApi {
  readonly pairings: () => Promise<Result<readonly WaitingPairing[]>>;
  readonly approvePairing: (code: string, name: string) => Promise<Result<Device>>;
  readonly refusePairing: (code: string) => Promise<Result<null>>;
  readonly addDevice: (device: NewDevice) => Promise<Result<DeviceWithToken>>;
  readonly revokeDevice: (id: DeviceId) => Promise<Result<Device>>;
  readonly vitals: () => Promise<Result<Vitals>>;
  readonly backups: () => Promise<Result<BackupState>>;
  readonly backUp: () => Promise<Result<BackupState>>;
  readonly clock: () => Promise<Result<ClockState>>;
  /** The computer's clock is right. */
  readonly confirmClock: () => Promise<Result<ClockState>>;
  readonly addPerson: (person: NewPerson) => Promise<Result<PersonWithSecret>>;
  readonly changePerson: (
    id: PersonId,
    patch: Partial<Pick<Person, 'name' | 'role' | 'active' | 'skills'>>,
  ) => Promise<Result<Person>>;
  readonly giveLink: (id: PersonId) => Promise<Result<PersonWithLink>>;
  readonly signOutPerson: (id: PersonId) => Promise<Result<Person>>;
  readonly dayFigures: (day: LocalDate) => Promise<Result<DayFigures>>;
  readonly dayFile: (day: LocalDate, file: ReportFile, language: Language) => Promise<Result<Blob>>;
  /** The newest lines, or those before the line `before`. */
  readonly journal: (search: JournalSearch, before: number | null) => Promise<Result<JournalPage>>;
  readonly journalFile: (search: JournalSearch, language: Language) => Promise<Result<Blob>>;
}

export function createHubApi(baseUrl: string, get: typeof fetch = fetch): HubApi {
  async function ask<T>(path: string, init: RequestInit, read: Reader<T>): Promise<Result<T>> {
    try {
      const response = await get(new URL(path, baseUrl), init);
      const answer: unknown = await response.json();
      return response.ok ? ok(read(answer)) : refusalOf(answer, response.status);
    } catch {
      return refuse('hub-unavailable');
    }
  }
  async function fetchFile(path: string): Promise<Result<Blob>> {
    try {
      const response = await get(new URL(path, baseUrl));
      if (response.ok) return ok(await response.blob());
      return refusalOf(await response.json(), response.status);
    } catch {
      return refuse('hub-unavailable');
    }
  }
  const look = <T>(path: string, read: Reader<T>) => ask(path, {}, read);
  const tell = <T>(path: string, body: object, read: Reader<T>, method = 'POST') =>
    ask(
      path,
      { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      read,
    );
  const person = (id: PersonId) => `/api/people/${encodeURIComponent(id)}`;

  return {
    pairings: () => look('/api/pairings', pairingsAnswer),
    approvePairing: (code, name) =>
      tell(`/api/pairings/${encodeURIComponent(code)}/approve`, { name }, deviceAnswer),
    refusePairing: (code) =>
      tell(`/api/pairings/${encodeURIComponent(code)}/refuse`, {}, () => null),
    addDevice: (device) => tell('/api/devices', device, deviceWithToken),
    revokeDevice: (id) => tell(`/api/devices/${encodeURIComponent(id)}/revoke`, {}, deviceAnswer),
    vitals: () => look('/api/devices/vitals', vitalsAnswer),
    backups: () => look('/api/backups', backupAnswer),
    backUp: () => tell('/api/backups', {}, backupAnswer),
    clock: () => look('/api/clock', clockAnswer),
    confirmClock: () => tell('/api/clock', {}, clockAnswer),
    addPerson: (added) => tell('/api/people', added, personWithSecret),
    changePerson: (id, patch) => tell(person(id), patch, personAnswer, 'PATCH'),
    giveLink: (id) => tell(`${person(id)}/link`, {}, personWithLink),
    signOutPerson: (id) => tell(`${person(id)}/sign-out`, {}, personAnswer),
    dayFigures: (day) => look(`/api/reports/day/${day}`, dayFigures),
    dayFile: (day, file, language) =>
      fetchFile(`/api/reports/day/${day}.${file}?language=${language}`),
    journal: (search, before) =>
      look(
        `/api/journal?${journalQuery(search, before === null ? {} : { before: String(before) })}`,
        journalPage,
      ),
    journalFile: (search, language) =>
      fetchFile(`/api/journal.csv?${journalQuery(search, { language })}`),
  };
}

function refusalOf(answer: unknown, status: number): Result<never> {
  const named = fieldsOf(answer).get('code');
  const code = REFUSAL_CODES.find((each) => each === named);
  if (code === undefined) return refuse(status === 429 ? 'too-many-requests' : 'hub-unavailable');
  const detail = fieldsOf(answer).get('detail') ?? {};
  const words = [...fieldsOf(detail)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return refuse(code, Object.fromEntries(words));
}
