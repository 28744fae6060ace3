import { type Change, plainTicket } from '@motcua/protocol';
import { BENCH_COUNTER, BENCH_SERVICE } from '../bench-centre.ts';
import { type BenchClient, greet } from '../clients.ts';
import { percentile, rounded, type Row, timed } from '../measure.ts';
import type { Stage } from '../stage.ts';

/** Longer, and a clerk sees it. */
const LIMIT_MS = 50;
const FLOOR_MS = 3_000;

/**
 * The longest answer to a command while everything is exported, searched for in vain and reported on, from a journal
 * of 100,000 tickets. Floor: the longest while nobody reads.
 */
export async function exportPause({ centre }: Stage): Promise<Row> {
  const { url } = centre.hub.ready;
  const clerk = await greet(url, 'counter', { cookie: centre.cookie });
  const kiosk = await greet(url, 'kiosk', { deviceToken: centre.kioskTokens[0] ?? '' });
  await clerk.command({ type: 'open-counter', counterId: BENCH_COUNTER, training: false });
  const memoryBefore = centre.hub.memoryKib();

  await work(kiosk, clerk, () => Promise.resolve());
  const alone = await work(kiosk, clerk, () => new Promise((over) => setTimeout(over, FLOOR_MS)));
  let bytes = 0;
  const read = async (path: string) => {
    const answer = await fetch(new URL(path, url), { headers: { cookie: centre.headCookie } });
    if (!answer.ok || answer.body === null) throw new Error(`${path} answers ${answer.status}`);
    for await (const piece of answer.body) bytes += piece.length;
  };
  const today = new Date(Date.now() + 7 * 60 * 60_000).toISOString().slice(0, 10);
  const all = `from=2026-01-01&to=${today}`;
  let readMs = 0;
  const beside = await work(kiosk, clerk, async () => {
    readMs = await timed(async () => {
      await Promise.all([read(`/api/journal.csv?${all}`), read(`/api/journal?${all}&number=Q1`)]);
      await read(`/api/reports/day/${today}`);
    });
  });
  await clerk.command({ type: 'close-counter', counterId: BENCH_COUNTER });
  clerk.close();
  kiosk.close();

  const memoryAfter = centre.hub.memoryKib();
  const grownMib =
    memoryBefore === null || memoryAfter === null ? null : (memoryAfter - memoryBefore) / 1024;
  const value = Math.max(...beside);
  const floor = Math.max(...alone);
  return {
    name: 'export-pause',
    value: rounded(value),
    unit: 'ms max',
    floor: rounded(floor),
    ratio: rounded(value / floor, 2),
    limit: LIMIT_MS,
    holds: value <= LIMIT_MS,
    samples: beside.length,
    note:
      `limit in ms; p99 ${rounded(percentile(beside, 0.99))} ms, alone ` +
      `${rounded(percentile(alone, 0.99))} ms; ${rounded(bytes / 2 ** 20, 0)} MiB read in ` +
      `${rounded(readMs / 1000, 1)} s, memory of the hub ` +
      (grownMib === null ? 'unknown' : `+${rounded(grownMib, 0)} MiB`),
  };
}

/** Gives a number and calls it, again and again, until `meanwhile` is over; answers how long each command took. */
async function work(
  kiosk: BenchClient,
  clerk: BenchClient,
  meanwhile: () => Promise<void>,
): Promise<readonly number[]> {
  let isOver = false;
  const waits = meanwhile().finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  do {
    times.push(await timed(() => kiosk.command(plainTicket(BENCH_SERVICE))));
    let changes: readonly Change[] = [];
    times.push(
      await timed(async () => {
        changes = await clerk.command({
          ...{ type: 'call-next', counterId: BENCH_COUNTER, finishCurrent: false },
        });
      }),
    );
    const called = changes.find((change) => change.type === 'visit-changed');
    await clerk.command({
      type: 'act-on-visit',
      visitId: called?.visit.id,
      counterId: BENCH_COUNTER,
      action: { type: 'cancel', as: 'left' },
      note: null,
      reason: 'Đo tốc độ',
    });
    // As people come, and not as fast as a hub can.
    await new Promise((next) => setTimeout(next, 5));
  } while (!isOver);
  await waits;
  return times;
}
