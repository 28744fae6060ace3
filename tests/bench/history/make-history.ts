import {
  addDays,
  createSeededRandom,
  type Instant,
  isWorkingDay,
  type LocalDate,
  type SeededRandom,
  type Setting,
  type Site,
} from '@motcua/domain';
import { createHub } from '@motcua/hub';
import type { Change, Fact } from '@motcua/protocol';
import { openStore, type Store } from '@motcua/store';
import { join } from 'node:path';
import { liveJuly } from '../../../apps/hub/src/demo/fill-july.ts';
import { dayRollUp } from '../../../apps/hub/src/reads/period-report.ts';

/** So many days of July make one day of a large office: its queues count to 999. */
const TEMPLATES_A_DAY = 9;
/** Between the numbers of two templates. */
const NUMBERS_APART = 100;
const BY = { deviceId: null, personId: null, reason: null };

/** A fact as text, in which a day can be written. */
interface Line {
  readonly at: Instant;
  readonly text: string;
}

export interface MadeHistory {
  readonly visits: number;
  readonly days: readonly LocalDate[];
}

/** Longer than the ten years of this bench, and than an office can set. */
const KEPT_FOR_EVER_DAYS = 5_000;

/**
 * Writes a folder with so many visits on the working days before `until`, and the figures of each day. Days are made
 * of days that were lived through the hub; they are written past it, a day in a transaction, or it would take hours.
 */
export async function makeHistory(
  dataDir: string,
  until: LocalDate,
  { visits, seed }: { readonly visits: number; readonly seed: number },
): Promise<MadeHistory> {
  const { hub: july } = await liveJuly(':memory:');
  const { hours } = july.state.settings.site;
  const { clock } = july.state.settings;
  const templates = july.store.rollUps
    .begun('2025-07-01' as LocalDate, '2025-07-31' as LocalDate)
    .map((day) => ({ day, lines: linesOf(july.store.journal.ofDay(day)) }))
    .filter(({ lines }) => lines.length > 0);
  const perTemplate = templates.map(({ lines }) => issuedIn(lines)).reduce((a, b) => a + b, 0);
  const perDay = (perTemplate / templates.length) * TEMPLATES_A_DAY;
  const days: LocalDate[] = [];
  for (let day = addDays(until, -1); days.length * perDay < visits; day = addDays(day, -1))
    if (isWorkingDay(hours, day)) days.unshift(day);

  const [first = until] = days;
  createHub({ dataDir, now: () => clock.startOfDay(first) }).close();
  const store = openStore(join(dataDir, 'motcua.db'));
  store.db.pragma('synchronous = OFF');
  const random = createSeededRandom(seed);
  const writer = new Writer(store);
  const site = { ...july.state.settings.all().site, retentionDays: KEPT_FOR_EVER_DAYS };
  store.transaction.run(() => {
    for (const change of july.store.journal.each())
      if (change.type === 'setting-changed' || change.type === 'person-changed')
        writer.write(factOf(change), clock.startOfDay(first));
    writer.write({ type: 'setting-changed', setting: siteSetting(site) }, clock.startOfDay(first));
  });
  let made = 0;
  for (const day of days) {
    const lines = oneDay(templates, day, random, (from) => clock.startOfDay(from));
    made += issuedIn(lines);
    store.transaction.run(() => {
      if (day !== first) store.journal.beginDay(day, writer.seq + 1);
      for (const { at, text } of lines) writer.write(JSON.parse(text) as Fact, at);
    });
  }
  for (const day of days)
    store.rollUps.put(day, writer.seq, JSON.stringify(dayRollUp({ store }, day)));
  store.db.close();
  july.close();
  return { visits: made, days };
}

/** Makes it a folder in which single visits are kept for 90 days; of older days only figures stay. */
export function forgetOld(dataDir: string, days: readonly LocalDate[]): void {
  const store = openStore(join(dataDir, 'motcua.db'));
  store.db.pragma('synchronous = OFF');
  const through = days.at(-65);
  const lastSeq = through === undefined ? 0 : (store.journal.firstSeqAfter(through) ?? 1) - 1;
  const writer = new Writer(store);
  const at = Date.now() as Instant;
  if (through !== undefined)
    store.transaction.run(() => {
      const site = [...store.journal.settingChanges(writer.seq)].findLast(
        (change) => change.type === 'setting-changed' && change.setting.kind === 'site',
      );
      if (site?.type === 'setting-changed' && site.setting.kind === 'site') {
        const value = { ...site.setting.value, retentionDays: 90 };
        writer.write({ type: 'setting-changed', setting: siteSetting(value) }, at);
      }
      const fact = { type: 'visits-forgotten', through, lastSeq } as const;
      writer.write(fact, at);
      store.journal.forgetVisits(lastSeq, through);
      store.rollUps.forgetClerks(through);
    });
  for (const day of through === undefined ? [] : days.filter((each) => each <= through))
    store.figures.put(day, '{}');
  store.db.close();
}

/** Writes changes past the hub. */
export class Writer {
  readonly #store: Store;
  seq: number;

  constructor(store: Store) {
    this.#store = store;
    this.seq = store.journal.lastSeq();
  }

  write(fact: Fact, at: Instant): void {
    this.seq += 1;
    const { seq } = this;
    this.#store.journal.append({ seq, at, commandId: null, by: BY, fact });
    this.#store.tables.write(fact, seq);
  }
}

function siteSetting(value: Site): Setting {
  return { kind: 'site', value };
}

/** Of the four states of a call only its end: it is what reports read. */
function isOfVisit(change: Change): boolean {
  return change.type === 'announcement-changed'
    ? change.announcement.state === 'played'
    : ['ticket-issued', 'visit-changed', 'print-job-changed'].includes(change.type);
}

function linesOf(changes: readonly Change[]): readonly Line[] {
  return changes
    .filter(isOfVisit)
    .map((change) => ({ at: change.at, text: JSON.stringify(factOf(change)) }));
}

function factOf(change: Change): Fact {
  const { seq: _seq, at: _at, by: _by, ...fact } = change;
  return fact;
}

const issuedIn = (lines: readonly Line[]): number =>
  lines.filter(({ text }) => text.includes('"type":"ticket-issued"')).length;

/** Several days of July as one: with other ids, numbers and times, in the order of time. */
function oneDay(
  templates: readonly { readonly day: LocalDate; readonly lines: readonly Line[] }[],
  day: LocalDate,
  random: SeededRandom,
  startOf: (day: LocalDate) => Instant,
): readonly Line[] {
  const lines: Line[] = [];
  for (let part = 0; part < TEMPLATES_A_DAY; part += 1) {
    const template = random.pick(templates);
    const later = startOf(day) - startOf(template.day);
    const mark = `-${day.replaceAll('-', '')}${part}`;
    for (const { at, text } of template.lines)
      lines.push({
        at: (at + later) as Instant,
        text: text
          .replaceAll(/\b1[78]\d{11}\b/g, (time) => String(Number(time) + later))
          .replaceAll(template.day, day)
          .replaceAll(
            /"((?:visit|printJob|announcement)?[iI]d)":"([\w-]{16,})"/g,
            `"$1":"$2${mark}"`,
          )
          .replaceAll(/"number":"([^\d"]+)(\d+)"/g, (_all, prefix: string, value: string) => {
            const moved = Number(value) + part * NUMBERS_APART;
            return `"number":"${prefix}${String(moved).padStart(3, '0')}"`;
          }),
      });
  }
  return lines.toSorted((a, b) => a.at - b.at);
}
