import { plainTicket } from '@motcua/protocol';
import { BENCH_SERVICE } from '../bench-centre.ts';
import { greet } from '../clients.ts';
import { rounded, type Row } from '../measure.ts';
import { connect } from '../processes.ts';
import type { Stage } from '../stage.ts';

const KIOSKS = 64;
const ROUNDS = 4;
const PER_ROUND_MS = 1_000;
const ROWS = 3_000;

/** 64 kiosks issue at once, each its next ticket as soon as the last was answered. Baseline: synced rows a second. */
export async function issue64({ centre, startFloor }: Stage): Promise<Row> {
  const kiosks = await Promise.all(
    centre.kioskTokens
      .slice(0, KIOSKS)
      .map((deviceToken) => greet(centre.hub.ready.url, 'kiosk', { deviceToken })),
  );
  const bare = await connect(await startFloor());
  const issue = plainTicket(BENCH_SERVICE);
  const rates: number[] = [];
  const floors: number[] = [];
  let tickets = 0;

  const round = async (): Promise<number> => {
    const start = performance.now();
    const end = start + PER_ROUND_MS;
    let count = 0;
    await Promise.all(
      kiosks.map(async (kiosk) => {
        while (performance.now() < end) {
          await kiosk.command(issue);
          count += 1;
        }
      }),
    );
    tickets += count;
    return (count * 1_000) / (performance.now() - start);
  };
  const floor = async (): Promise<number> => {
    const times = (await bare.emitWithAck('rows', ROWS)) as number[];
    return (ROWS * 1_000) / times.reduce((sum, ms) => sum + ms, 0);
  };
  await round();
  for (let i = 0; i < ROUNDS; i += 1) {
    floors.push(await floor());
    rates.push(await round());
  }
  for (const kiosk of kiosks) kiosk.close();
  bare.disconnect();

  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const value = mean(rates);
  const ratio = value / mean(floors);
  return {
    name: 'issue-64',
    value: rounded(value, 0),
    unit: 'tickets/s',
    floor: rounded(mean(floors), 0),
    ratio: rounded(ratio, 2),
    limit: 1.5,
    holds: ratio >= 1.5,
    samples: tickets,
    note: 'every ticket synced before it is answered; floor: one synced row a transaction',
  };
}
