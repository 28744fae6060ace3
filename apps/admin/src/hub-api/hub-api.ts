import { createHttpClient, type HttpFetch } from '@motcua/client';
import {
  ok,
  type DeviceId,
  type ImportKind,
  type LocalDate,
  type Period,
  periodText,
  type PersonId,
} from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import {
  apiKeys,
  alarms,
  forecast,
  backups,
  clock,
  devices,
  type Given,
  type ImportChoice,
  imports,
  journal,
  type NewApiKey,
  type NewDevice,
  type NewWebhook,
  pairing,
  people,
  reports,
  stories,
  setup,
  type SetupRequest,
  webhooks,
} from '@motcua/protocol/http';

export type NewPerson = Given<typeof people.add>['body'];
/** A search of the journal; days are local, both included. */
export type JournalSearch = Given<typeof journal.page>['query'];
export type ReportFile = 'pdf' | 'csv';
export type PeriodFile = ReportFile | 'xlsx';

export type TableFile = 'csv' | 'xlsx';

const PERIOD_FILES = {
  pdf: reports.periodPdf,
  csv: reports.periodCsv,
  xlsx: reports.periodXlsx,
} as const;

/** The HTTP side of the hub. Nothing throws; a hub that cannot be reached or understood is a refusal. */
export type HubApi = ReturnType<typeof createHubApi>;

export function createHubApi(baseUrl: string, fetch?: HttpFetch) {
  const { ask, download, upload } = createHttpClient({ baseUrl, fetch });
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
    keys: async () => {
      const answer = await ask(apiKeys.all);
      return answer.ok ? ok(answer.value.keys) : answer;
    },
    createKey: (body: NewApiKey) => ask(apiKeys.create, { body }),
    revokeKey: (keyId: DeviceId) => ask(apiKeys.revoke, { params: { keyId } }),
    webhooks: () => ask(webhooks.all),
    addWebhook: (body: NewWebhook) => ask(webhooks.add, { body }),
    removeWebhook: (webhookId: string) => ask(webhooks.remove, { params: { webhookId } }),
    sendAgain: (webhookId: string, deliveryId: string) =>
      ask(webhooks.sendAgain, { params: { webhookId, deliveryId } }),
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
    imports: async () => {
      const answer = await ask(imports.done);
      return answer.ok ? ok(answer.value.imports) : answer;
    },
    uploadTable: (kind: ImportKind, file: File, language: Language) =>
      upload(imports.upload, { query: { kind, language, fileName: file.name.slice(-200) } }, file),
    previewImport: (importId: string, body: ImportChoice, language: Language) =>
      ask(imports.preview, { params: { importId }, query: { language }, body }),
    applyImport: (importId: string, body: ImportChoice) =>
      ask(imports.apply, { params: { importId }, body }),
    takeBackImport: (importId: string) => ask(imports.takeBack, { params: { importId } }),
    /** All of a kind, or a table with only its titles to fill in. */
    tableFile: (kind: ImportKind, file: TableFile, language: Language, only?: 'titles') =>
      download(imports[file], { params: { kind }, query: { language, only } }),
    /** The alarms of today that this person has acknowledged. */
    acknowledgedAlarms: () => ask(alarms.acknowledged),
    acknowledgeAlarms: (alarmIds: readonly string[]) =>
      ask(alarms.acknowledge, { body: { alarmIds } }),
    nextHour: () => ask(forecast.nextHour),
    /** Why the visit with that number waited; null: it was not given that day. */
    story: (day: LocalDate, number: string) => ask(stories.visit, { params: { day, number } }),
    /** The newest lines, or those before the line `before`. */
    journal: (query: JournalSearch) => ask(journal.page, { query }),
    journalFile: (search: JournalSearch, language: Language) =>
      download(journal.csv, { query: { ...search, language } }),
  };
}
