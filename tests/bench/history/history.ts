import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { addDays, createZoneClock, type Instant, type LocalDate } from '@motcua/domain';
import { openStore } from '@motcua/store';
import { type BenchCentre, startBenchCentre, startHubProcess } from '../bench-centre.ts';
import { inTurn, median, rounded, timed } from '../measure.ts';
import { scratchDir } from '../processes.ts';
import { enter, issueAndCall } from '../rows/flat-100000.ts';
import { forgetOld, type MadeHistory, makeHistory, Writer } from './make-history.ts';

const BLOCKS = 6;
const NIGHT_DAYS = 100;
/** Milliseconds, MiB, and a ratio; at night a day of 400 visits may hold the hub as long as a month is read. */
const LIMITS = { month: 200, year: 1_000, start: 2_000, memory: 250, night: 200, ratio: 1.2 };

export interface HistoryRow {
  /** `kept`: every visit of ten years; `forgotten`: older ones only as figures. */
  readonly folder: 'kept' | 'forgotten';
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly holds: boolean;
}

/** A hub whose folder holds ten years, beside one that is empty. */
export async function measureHistory(visits: number, seed: number): Promise<readonly HistoryRow[]> {
  const dir = scratchDir();
  const data = join(dir.path, 'hub');
  try {
    const today = createZoneClock('Asia/Ho_Chi_Minh').localDate(Date.now() as Instant);
    const made = await makeHistory(data, today, { visits, seed });
    console.error(`${made.visits} visits on ${made.days.length} days`);
    const kept = await measureFolder('kept', data, made, join(dir.path, 'empty-1'));
    forgetOld(data, made.days);
    return [...kept, ...(await measureFolder('forgotten', data, made, join(dir.path, 'empty-2')))];
  } finally {
    dir.remove();
  }
}

async function measureFolder(
  folder: HistoryRow['folder'],
  data: string,
  { days }: MadeHistory,
  emptyDir: string,
): Promise<readonly HistoryRow[]> {
  const row = (what: keyof typeof LIMITS, value: number, unit: string, note = ''): HistoryRow => ({
    ...{ folder, what: what + note, value: rounded(value, 2), unit },
    ...{ limit: LIMITS[what], holds: value <= LIMITS[what] },
  });
  const centre = await startBenchCentre(data, { waiting: 0, kiosks: 1 });
  const empty = await startBenchCentre(emptyDir, { waiting: 0, kiosks: 1 });
  const [first = '', last = ''] = [days[0], days.at(-1)];
  try {
    await firstBackup(centre);
    await figures(centre, '2025');
    const months = spread(first, last).map((day) => day.slice(0, 7));
    const years = [...new Set(months.map((month) => month.slice(0, 4)))];
    const month = await slowest(months, (period) => figures(centre, period));
    const year = await slowest(years, (period) => figures(centre, period));
    const memory = (centre.hub.memoryKib() ?? 0) / 1024;
    const ratio = await compare(centre, empty);
    await centre.hub.stop();
    const start = await startTime(data);
    const night = nightWork(data);
    const rows = [
      row('month', month, 'ms', `, slowest of ${months.length}`),
      row('year', year, 'ms', `, slowest of ${years.length}`),
      row('start', start, 'ms'),
      row('memory', memory, 'MiB'),
      row('night', night, 'ms', ', longest stop of the hub'),
      row('ratio', ratio, '× empty', ', issue and call'),
    ];
    console.error(
      rows.map(({ what, value, unit }) => `${folder}: ${what} ${value} ${unit}`).join('\n'),
    );
    return rows;
  } finally {
    await Promise.all([centre.hub.stop(), empty.hub.stop()]);
  }
}

/** Twelve days over the whole time. */
function spread(first: string, last: string): readonly LocalDate[] {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return Array.from({ length: 12 }, (_, index) =>
    addDays(first as LocalDate, Math.round(((to - from) / 86_400_000) * (index / 11))),
  );
}

/** A folder without a backup gets one at the start; of 6 GB it takes half a minute, in which all else is slower. */
async function firstBackup({ hub }: BenchCentre): Promise<void> {
  for (;;) {
    const metrics = await (await fetch(`${hub.ready.url}/metrics`)).text();
    if (/^motcua_backup_age_seconds \d/m.test(metrics)) return;
    await setTimeout(200);
  }
}

async function figures({ hub, headCookie }: BenchCentre, period: string): Promise<void> {
  const url = `${hub.ready.url}/api/reports/period?period=${period}&language=vi`;
  const answer = await fetch(url, { headers: { cookie: headCookie } });
  if (!answer.ok) throw new Error(`${period}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

async function slowest(
  periods: readonly string[],
  read: (period: string) => Promise<void>,
): Promise<number> {
  let worst = 0;
  for (const period of periods) worst = Math.max(worst, await timed(() => read(period)));
  return worst;
}

/** How much longer a ticket and its call take than on an empty folder. */
async function compare(full: BenchCentre, empty: BenchCentre): Promise<number> {
  const rooms = [await enter(full), await enter(empty)] as const;
  const [many, few] = rooms;
  for (const room of rooms) await issueAndCall(room, []);
  await inTurn(
    BLOCKS,
    () => issueAndCall(many, many.times),
    () => issueAndCall(few, few.times),
  );
  for (const { kiosk, clerk } of rooms) {
    kiosk.close();
    clerk.close();
  }
  return median(many.times) / median(few.times);
}

async function startTime(data: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const from = performance.now();
    const hub = await startHubProcess(data);
    times.push(performance.now() - from);
    await hub.stop();
  }
  return median(times);
}

/**
 * What the hub's own process does once a day, by its longest stop: which days have no figures, and to forget visits,
 * a day at a time. Of ten years kept the first hundred days are forgotten.
 */
function nightWork(data: string): number {
  const store = openStore(join(data, 'motcua.db'));
  const today = store.journal.latestDay() ?? ('' as LocalDate);
  const writer = new Writer(store);
  const forgotten = store.journal.visitsForgottenThrough();
  const next = store.journal.firstSeqAfter(addDays(today, -90)) ?? forgotten;
  let longest = timedSync(() => store.rollUps.missing(today, forgotten, today));
  for (const { day, lastSeq } of store.figures.ranges(forgotten, next).slice(0, NIGHT_DAYS)) {
    const forget = () => {
      store.rollUps.forgetClerks(day);
      writer.write({ type: 'visits-forgotten', through: day, lastSeq }, Date.now() as Instant);
      store.journal.forgetVisits(lastSeq, day);
    };
    longest = Math.max(
      longest,
      timedSync(() => store.transaction.run(forget)),
    );
  }
  store.db.close();
  return longest;
}

function timedSync(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
