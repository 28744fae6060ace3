import { plainTicket } from '@motcua/protocol';
import { BENCH_SERVICE } from '../bench-centre.ts';
import { median, rounded, type Row, timed } from '../measure.ts';
import { greet } from '../clients.ts';
import { connect } from '../processes.ts';
import type { Stage } from '../stage.ts';

const ROUNDS = 2_000;
const TO_GROW_WARM = 500;

/**
 * One kiosk issues one ticket after the other. Baseline: one synced row and one plain acknowledgement, measured
 * separately, each by a process of its own that was idle as long as the hub, because a warm process answers faster. The
 * note has the cost of row and acknowledgement in one request, which should be about their sum.
 */
export async function issueOne({ centre, startFloor }: Stage): Promise<Row> {
  const kiosk = await greet(centre.hub.ready.url, 'kiosk', {
    deviceToken: centre.kioskTokens[0] ?? '',
  });
  const forBoth = await connect(await startFloor());
  const forRows = await connect(await startFloor());
  const forAcks = await connect(await startFloor());
  const issue = plainTicket(BENCH_SERVICE);
  const ours: number[] = [];
  const together: number[] = [];
  const rows: number[] = [];
  const acks: number[] = [];

  for (let n = 0; n < TO_GROW_WARM + ROUNDS; n += 1) {
    ours.push(await timed(() => kiosk.command(issue)));
    together.push(await timed(() => forBoth.emitWithAck('row-and-ack', issue)));
    rows.push(...((await forRows.emitWithAck('rows', 1)) as number[]));
    acks.push(await timed(() => forAcks.emitWithAck('ack', issue)));
  }
  kiosk.close();
  for (const bare of [forBoth, forRows, forAcks]) bare.disconnect();

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
