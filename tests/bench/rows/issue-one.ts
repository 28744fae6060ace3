import { plainTicket } from '@motcua/protocol';
import { BENCH_SERVICE } from '../bench-centre.ts';
import { inTurn, median, rounded, type Row, timed } from '../measure.ts';
import { greet } from '../clients.ts';
import { connect } from '../processes.ts';
import type { Stage } from '../stage.ts';

const BLOCKS = 10;
const PER_BLOCK = 200;

/**
 * One kiosk issues, one ticket after the other. Floor: one synced row and one bare acknowledgement, each in a loop that
 * never waits for the other. The note tells what both cost in one request of a process that does nothing else.
 */
export async function issueOne({ centre, floorUrl }: Stage): Promise<Row> {
  const kiosk = await greet(centre.hub.ready.url, 'kiosk', {
    deviceToken: centre.kioskTokens[0] ?? '',
  });
  const bare = await connect(floorUrl);
  const issue = plainTicket(BENCH_SERVICE);
  const ours: number[] = [];
  const together: number[] = [];
  const rows: number[] = [];
  const acks: number[] = [];

  const measureOurs = async (times: number[]) => {
    for (let i = 0; i < PER_BLOCK; i += 1) times.push(await timed(() => kiosk.command(issue)));
  };
  const measureTogether = async (times: number[]) => {
    for (let i = 0; i < PER_BLOCK; i += 1)
      times.push(await timed(() => bare.emitWithAck('row-and-ack', issue)));
  };
  const measureAlone = async () => {
    rows.push(...((await bare.emitWithAck('rows', PER_BLOCK)) as number[]));
    for (let i = 0; i < PER_BLOCK; i += 1)
      acks.push(await timed(() => bare.emitWithAck('ack', issue)));
  };
  await measureOurs([]);
  await measureTogether([]);
  await inTurn(
    BLOCKS,
    () => measureOurs(ours),
    async () => {
      await measureTogether(together);
      await measureAlone();
    },
  );
  kiosk.close();
  bare.disconnect();

  const value = median(ours);
  const floor = median(rows) + median(acks);
  const ratio = value / floor;
  return {
    name: 'issue-one',
    value: rounded(value),
    unit: 'ms p50',
    floor: rounded(floor),
    ratio: rounded(ratio, 2),
    limit: 1.8,
    holds: ratio <= 1.8,
    samples: ours.length,
    note: `one synced row ${rounded(median(rows))} ms + one bare ack ${rounded(median(acks))} ms; both in one request ${rounded(median(together))} ms`,
  };
}
