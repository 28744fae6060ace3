import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Change, plainTicket } from '@motcua/protocol';
import { BENCH_COUNTER, BENCH_SERVICE } from '../bench-centre.ts';
import { type BenchClient, greet } from '../clients.ts';
import { percentile, rounded, type Row, timed } from '../measure.ts';
import { startChild } from '../processes.ts';
import type { Stage } from '../stage.ts';

/** A longer delay is noticed by a clerk. */
const LIMIT_MS = 50;
const ALONE_MS = 3_000;
const GIVE_BACK_MS = 15_000;
const EXPORT_READER = fileURLToPath(new URL('../export-reader.ts', import.meta.url));

/** The message of the reader when everything has arrived. */
export interface ExportRead {
  readonly bytes: number;
  readonly ms: number;
}

/**
 * The longest answer to a command while everything is exported, searched without a match and
 * reported on, from a journal of 100,000 tickets. Baseline: the longest while nothing is read.
 */
export async function exportPause({ centre }: Stage): Promise<Row> {
  const { url } = centre.hub.ready;
  const clerk = await greet(url, 'counter', { cookie: centre.cookie });
  const kiosk = await greet(url, 'kiosk', { deviceToken: centre.kioskTokens[0] ?? '' });
  await clerk.command({ type: 'open-counter', counterId: BENCH_COUNTER, training: false });
  const memoryBefore = centre.hub.memoryKib();

  const pause = () => new Promise<void>((over) => setTimeout(over, ALONE_MS));
  // Otherwise garbage from preparing the folder would be collected during a command.
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  // The hub does the same after its start.
  await work(kiosk, clerk, pause);
  const alone = await work(kiosk, clerk, pause);
  const today = new Date(Date.now() + 7 * 60 * 60_000).toISOString().slice(0, 10);
  const all = `from=2026-01-01&to=${today}`;
  const paths = [
    `/api/journal.csv?${all}`,
    `/api/journal?${all}&number=Q1`,
    `/api/reports/day/${today}`,
  ];
  let reads: ExportRead = { bytes: 0, ms: 0 };
  const beside = await work(kiosk, clerk, async () => {
    const reader = await startChild<ExportRead>(EXPORT_READER, [url, centre.headCookie, ...paths]);
    reads = reader.ready;
  });
  await clerk.command({ type: 'close-counter', counterId: BENCH_COUNTER });
  clerk.close();
  kiosk.close();

  const memoryMost = centre.hub.memoryKib();
  // The garbage collector frees unused memory after some seconds.
  await new Promise((later) => setTimeout(later, GIVE_BACK_MS));
  const grownMib = (after: number | null) =>
    memoryBefore === null || after === null ? '?' : rounded((after - memoryBefore) / 1024, 0);
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
      `${rounded(percentile(alone, 0.99))} ms; ${rounded(reads.bytes / 2 ** 20, 0)} MiB read in ` +
      `${rounded(reads.ms / 1000, 1)} s, memory of the hub +${grownMib(memoryMost)} MiB, ` +
      `+${grownMib(centre.hub.memoryKib())} MiB ${GIVE_BACK_MS / 1000} s later`,
  };
}

/** Issues and calls numbers repeatedly until `meanwhile` is over; returns how long each command took. */
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
    // At a realistic rate, not as fast as the hub can.
    await new Promise((next) => setTimeout(next, 5));
  } while (!isOver);
  await waits;
  return times;
}
