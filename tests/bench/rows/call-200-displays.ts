import { type Change, type Changes, plainTicket } from '@motcua/protocol';
import type { Socket } from 'socket.io-client';
import { BENCH_COUNTER, BENCH_SERVICE } from '../bench-centre.ts';
import { type BenchClient, greet } from '../clients.ts';
import { inTurn, percentile, rounded, type Row } from '../measure.ts';
import { connect } from '../processes.ts';
import type { Stage } from '../stage.ts';

const DISPLAYS = 200;
const BLOCKS = 20;
const PER_BLOCK = 25;

/** Call next until all of 200 displays have received it. Baseline: a plain broadcast of the same bytes to 200. */
export async function call200Displays({ centre, startFloor }: Stage): Promise<Row> {
  const { url } = centre.hub.ready;
  const clerk = await greet(url, 'counter', { cookie: centre.cookie });
  const kiosk = await greet(url, 'kiosk', { deviceToken: centre.kioskTokens[0] ?? '' });
  const displays = await several(
    async () => (await greet(url, 'display', { deviceToken: centre.displayToken })).socket,
  );
  const floorUrl = await startFloor();
  const bare = await connect(floorUrl);
  const listeners = await several(() => connect(floorUrl));

  await clerk.command({ type: 'open-counter', counterId: BENCH_COUNTER, training: false });
  for (let i = 0; i < (BLOCKS + 1) * PER_BLOCK; i += 1)
    await kiosk.command(plainTicket(BENCH_SERVICE));

  let sample: Changes | null = null;
  const ours: number[] = [];
  const floors: number[] = [];
  const measureOurs = async (times: number[]) => {
    for (let i = 0; i < PER_BLOCK; i += 1) {
      const start = performance.now();
      const all = everyone(displays);
      const called = clerk.command({
        type: 'call-next',
        counterId: BENCH_COUNTER,
        finishCurrent: false,
      });
      sample = await all;
      times.push(performance.now() - start);
      await letGo(clerk, await called);
    }
  };
  const measureFloor = async (times: number[]) => {
    for (let i = 0; i < PER_BLOCK; i += 1) {
      const start = performance.now();
      const all = everyone(listeners);
      bare.emit('broadcast', sample);
      await all;
      times.push(performance.now() - start);
    }
  };
  await measureOurs([]);
  await measureFloor([]);
  await inTurn(
    BLOCKS,
    () => measureOurs(ours),
    () => measureFloor(floors),
  );
  await clerk.command({ type: 'close-counter', counterId: BENCH_COUNTER });
  for (const socket of [...displays, ...listeners, bare]) socket.disconnect();
  clerk.close();
  kiosk.close();

  const value = percentile(ours, 0.99);
  const floor = percentile(floors, 0.99);
  const ratio = value / floor;
  return {
    name: 'call-200-displays',
    value: rounded(value),
    unit: 'ms p99',
    floor: rounded(floor),
    ratio: rounded(ratio, 2),
    limit: 1.5,
    holds: ratio <= 1.5,
    samples: ours.length,
    note: `p50 ${rounded(percentile(ours, 0.5))} ms, bare ${rounded(percentile(floors, 0.5))} ms; ${JSON.stringify(sample).length} bytes`,
  };
}

async function several(make: () => Promise<Socket>): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  for (let i = 0; i < DISPLAYS; i += 1) sockets.push(await make());
  return sockets;
}

/** The message, once every socket has received it. */
function everyone(sockets: readonly Socket[]): Promise<Changes> {
  return new Promise((done) => {
    let missing = sockets.length;
    for (const socket of sockets)
      socket.once('changes', (changes: Changes) => {
        missing -= 1;
        if (missing === 0) done(changes);
      });
  });
}

/** Frees the counter for the next call, with changes that are not sent to displays. */
async function letGo(clerk: BenchClient, changes: readonly Change[]): Promise<void> {
  const called = changes.find((change) => change.type === 'visit-changed');
  if (called === undefined) throw new Error('No visit was called');
  await clerk.command({
    type: 'act-on-visit',
    visitId: called.visit.id,
    counterId: BENCH_COUNTER,
    action: { type: 'cancel', as: 'left' },
    note: null,
    reason: 'Đo tốc độ',
  });
}
