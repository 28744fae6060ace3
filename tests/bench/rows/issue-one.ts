import { plainTicket } from '@motcua/protocol';
import { BENCH_SERVICE } from '../bench-centre.ts';
import { median, rounded, type Row, timed } from '../measure.ts';
import { greet } from '../clients.ts';
import { connect } from '../processes.ts';
import type { Stage } from '../stage.ts';

const ROUNDS = 2_000;
const TO_GROW_WARM = 500;

/**
 * One kiosk issues, one ticket after the other. Floor: one synced row and one bare acknowledgement, each by itself, at
 * the pace of the tickets. The note tells what both cost in one request of a process that does nothing else: more than
 * their sum, because somebody has to be woken there.
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

  const measureOurs = async () => ours.push(await timed(() => kiosk.command(issue)));
  const measureTogether = async () =>
    together.push(await timed(() => bare.emitWithAck('row-and-ack', issue)));
  const measureApart = async () => {
    rows.push(...((await bare.emitWithAck('rows', 1)) as number[]));
    acks.push(await timed(() => bare.emitWithAck('ack', issue)));
  };
  for (let n = 0; n < TO_GROW_WARM + ROUNDS; n += 1) {
    await measureOurs();
    await measureTogether();
    await measureApart();
  }
  kiosk.close();
  bare.disconnect();

  const middle = (samples: readonly number[]) => median(samples.slice(TO_GROW_WARM));
  const value = middle(ours);
  const floor = middle(rows) + middle(acks);
  const ratio = value / floor;
  const both = middle(together);
  return {
    name: 'issue-one',
    value: rounded(value),
    unit: 'ms p50',
    floor: rounded(floor),
    ratio: rounded(ratio, 2),
    limit: 1.8,
    holds: ratio <= 1.8,
    samples: ROUNDS,
    note: `one synced row ${rounded(middle(rows))} ms + one bare ack ${rounded(middle(acks))} ms; both in one request ${rounded(both)} ms, against which ${rounded(value / both, 2)}`,
  };
}
