import { plainTicket } from '@motcua/protocol';
import { join } from 'node:path';
import {
  type BenchCentre,
  BENCH_COUNTER,
  BENCH_SERVICE,
  startBenchCentre,
} from '../bench-centre.ts';
import { type BenchClient, greet } from '../clients.ts';
import { inTurn, median, rounded, type Row, timed } from '../measure.ts';
import { scratchDir } from '../processes.ts';

const FEW = 100;
const MANY = 100_000;
const BLOCKS = 12;
const PER_BLOCK = 50;

/** A kiosk and a clerk at a centre, and how long each ticket with its call took. */
export interface Room {
  readonly centre: BenchCentre;
  readonly kiosk: BenchClient;
  readonly clerk: BenchClient;
  readonly times: number[];
}

/** One ticket issued and one call, with 100,000 waiting. Baseline: the same with 100 waiting. */
export async function flat100000(): Promise<Row> {
  const dir = scratchDir();
  const quiet = await startBenchCentre(join(dir.path, 'few'), { waiting: FEW, kiosks: 1 });
  const crowded = await startBenchCentre(join(dir.path, 'many'), { waiting: MANY, kiosks: 1 });
  // Connected after all preparation, the larger first: the hub drops a client that is busy for seconds.
  const many = await enter(crowded);
  const few = await enter(quiet);
  try {
    await issueAndCall(few, []);
    await issueAndCall(many, []);
    await inTurn(
      BLOCKS,
      () => issueAndCall(many, many.times),
      () => issueAndCall(few, few.times),
    );
  } finally {
    for (const { kiosk, clerk, centre } of [few, many]) {
      kiosk.close();
      clerk.close();
      await centre.hub.stop();
    }
    dir.remove();
  }
  const value = median(many.times);
  const floor = median(few.times);
  const ratio = value / floor;
  return {
    name: 'flat-100000',
    value: rounded(value),
    unit: 'ms p50',
    floor: rounded(floor),
    ratio: rounded(ratio, 2),
    limit: 1.3,
    holds: ratio <= 1.3,
    samples: many.times.length,
    note: 'issue + call next; one counter served again and again, so as many wait at the end',
  };
}

export async function enter(centre: BenchCentre): Promise<Room> {
  const { url } = centre.hub.ready;
  const kiosk = await greet(url, 'kiosk', { deviceToken: centre.kioskTokens[0] ?? '' });
  const clerk = await greet(url, 'counter', { cookie: centre.cookie });
  await clerk.command({ type: 'open-counter', counterId: BENCH_COUNTER, training: false });
  return { centre, kiosk, clerk, times: [] };
}

/** Issues fifty tickets and calls each. */
export async function issueAndCall({ kiosk, clerk }: Room, times: number[]): Promise<void> {
  for (let i = 0; i < PER_BLOCK; i += 1) {
    const issued = await timed(() => kiosk.command(plainTicket(BENCH_SERVICE)));
    let visitId = '';
    const called = await timed(async () => {
      const changes = await clerk.command({
        type: 'call-next',
        counterId: BENCH_COUNTER,
        finishCurrent: false,
      });
      for (const change of changes) if (change.type === 'visit-changed') visitId = change.visit.id;
    });
    times.push(issued + called);
    await clerk.command({
      type: 'act-on-visit',
      visitId,
      counterId: BENCH_COUNTER,
      action: { type: 'cancel', as: 'left' },
      note: null,
      reason: 'Đo tốc độ',
    });
  }
}
