import { createHttpClient, type HttpFetch } from '@motcua/client';
import {
  ok,
  type DeviceId,
  type LocalDate,
  type Period,
  periodText,
  type PersonId,
} from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import {
  backups,
  clock,
  devices,
  type Given,
  journal,
  type NewDevice,
  pairing,
  people,
  reports,
  setup,
  type SetupRequest,
} from '@motcua/protocol/http';

export type NewPerson = Given<typeof people.add>['body'];
/** A search of the journal; days are local, both included. */
export type JournalSearch = Given<typeof journal.page>['query'];
export type ReportFile = 'pdf' | 'csv';
export type PeriodFile = ReportFile | 'xlsx';

const PERIOD_FILES = {
  pdf: reports.periodPdf,
  csv: reports.periodCsv,
  xlsx: reports.periodXlsx,
} as const;

/** The HTTP side of the hub. Nothing throws; a hub that cannot be reached or understood is a refusal. */
export type HubApi = ReturnType<typeof createHubApi>;

export function createHubApi(baseUrl: string, fetch?: HttpFetch) {
  const { ask, download } = createHttpClient({ baseUrl, fetch });
  return {
    pairings: async () => {
      const answer = await ask(pairing.waiting);
      return answer.ok ? ok(answer.value.pairings) : answer;
    },
    approvePairing: (code: string, name: string) =>
      ask(pairing.approve, { params: { code }, body: { name } }),
    refusePairing: (code: string) => ask(pairing.refuse, { params: { code } }),
    addDevice: (body: NewDevice) => ask(devices.add, { body }),
    revokeDevice: (deviceId: DeviceId) => ask(devices.revoke, { params: { deviceId } }),
    vitals: () => ask(devices.vitals),
    setupFile: () => download(setup.file),
    previewSetup: (step: SetupRequest) => ask(setup.preview, { body: { step } }),
    setUp: (step: SetupRequest) => ask(setup.apply, { body: { step } }),
    backups: () => ask(backups.state),
    backUp: () => ask(backups.make),
    clock: () => ask(clock.state),
    /** Confirms the computer's clock. */
    confirmClock: () => ask(clock.confirm),
    addPerson: (body: NewPerson) => ask(people.add, { body }),
    changePerson: (personId: PersonId, body: Given<typeof people.change>['body']) =>
      ask(people.change, { params: { personId }, body }),
    giveLink: (personId: PersonId) => ask(people.giveLink, { params: { personId } }),
    signOutPerson: (personId: PersonId) => ask(people.signOut, { params: { personId } }),
    dayReport: (day: LocalDate) => ask(reports.day, { params: { day } }),
    dayFile: (day: LocalDate, file: ReportFile, language: Language) =>
      download(file === 'pdf' ? reports.dayPdf : reports.dayCsv, {
        params: { day },
        query: { language },
      }),
    periodReport: (period: Period) =>
      ask(reports.period, { query: { period: periodText(period) } }),
    periodFile: (period: Period, file: PeriodFile, language: Language) =>
      download(PERIOD_FILES[file], { query: { period: periodText(period), language } }),
    /** The newest lines, or those before the line `before`. */
    journal: (query: JournalSearch) => ask(journal.page, { query }),
    journalFile: (search: JournalSearch, language: Language) =>
      download(journal.csv, { query: { ...search, language } }),
  };
}
