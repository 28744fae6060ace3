import { connect } from 'node:net';
import { join } from 'node:path';
import type { Instant } from '@motcua/domain';
import { DEFAULT_LAYOUT, layoutSlip, type Slip } from '@motcua/printing';
import { measureText, warmUp } from '@motcua/printing/rasterise';
import { connectToKiosk } from '@motcua/testing';
import { drawBare } from '../bare-raster.ts';
import { BENCH_SERVICE } from '../bench-centre.ts';
import { inTurn, percentile, rounded, type Row } from '../measure.ts';
import { type FakePrinter, startFakePrinter } from '../fake-printer.ts';
import { scratchDir, startChild } from '../processes.ts';
import type { Stage } from '../stage.ts';

const BLOCKS = 30;
const PER_BLOCK = 20;
const WARM_BLOCKS = 15;
const MAX_MS = 150;
const PAPER = { widthDots: 576, marginDots: 16, dpi: 203 };

/**
 * From the touch, as the page sends it, to the last byte received by the printer; the ticket is
 * synced in between. Baseline: raster and TCP only, without caching.
 */
export async function touchToPaper({ centre }: Stage): Promise<Row> {
  const dir = scratchDir();
  const taker = await startFakePrinter();
  const kiosk = await startChild<{ readonly url: string }>(
    join(import.meta.dirname, '../../../apps/kiosk/src/service/main.ts'),
    [
      ...['--hub', centre.hub.ready.url, '--port', '0', '--data', dir.path],
      ...['--token', centre.kioskTokens[0] ?? '', '--log-level', 'error'],
      '--demonstration',
      ...['--printer', `tcp://127.0.0.1:${taker.port}`],
    ],
  );
  const page = await connectToKiosk(kiosk.ready.url);
  await page.live();
  warmUp();

  let drawn = 0;
  let bytes: Buffer = Buffer.alloc(0);
  const ours: number[] = [];
  const floors: number[] = [];
  const measureOurs = async (times: number[]) => {
    for (let i = 0; i < PER_BLOCK; i += 1) {
      const taken = taker.nextJob();
      const printed = page.nextSlip();
      const start = performance.now();
      const answer = page.issue(BENCH_SERVICE, 'vi');
      const job = await taken;
      times.push(job.at - start);
      bytes = job.bytes;
      await Promise.all([answer, printed]);
    }
  };
  const measureFloor = async (times: number[]) => {
    for (let i = 0; i < PER_BLOCK; i += 1)
      times.push(await rasterAndSend(taker, bytes, (drawn += 1)));
  };
  try {
    // Warm up: a process whose heap still grows measures memory allocation, not printing.
    for (let i = 0; i < WARM_BLOCKS; i += 1) {
      await measureOurs([]);
      await measureFloor([]);
    }
    await inTurn(
      BLOCKS,
      () => measureOurs(ours),
      () => measureFloor(floors),
    );
  } finally {
    page.close();
    await kiosk.stop();
    taker.close();
    dir.remove();
  }

  const value = percentile(ours, 0.95);
  const floor = percentile(floors, 0.95);
  const ratio = value / floor;
  return {
    name: 'touch-to-paper',
    value: rounded(value),
    unit: 'ms p95',
    floor: rounded(floor),
    ratio: rounded(ratio, 2),
    limit: 1.5,
    holds: ratio <= 1.5 && value < MAX_MS,
    samples: ours.length,
    note: `p50 ${rounded(percentile(ours, 0.5))} ms, alone ${rounded(percentile(floors, 0.5))} ms; ${bytes.length} bytes; also under ${MAX_MS} ms`,
  };
}

/** Milliseconds to draw a slip and to send its bytes to the printer, without anything else. */
async function rasterAndSend(taker: FakePrinter, bytes: Buffer, n: number): Promise<number> {
  const slip: Slip = {
    language: 'vi',
    authority: { vi: 'UBND xã Kim Bôi' },
    centre: { vi: 'Trung tâm Phục vụ hành chính công' },
    number: `Z${String(n).padStart(3, '0')}`,
    priority: false,
    training: false,
    copy: false,
    bookedFor: null,
    length: 'short',
    serviceName: { vi: 'Đo tốc độ' },
    laterServices: [],
    counters: [99],
    peopleAhead: n,
    estimate: null,
    issuedAt: 1_795_482_000_000 as Instant,
    zone: 'Asia/Ho_Chi_Minh',
    papers: [],
    code: null,
    followUrl: null,
  };
  const taken = taker.nextJob();
  const start = performance.now();
  drawBare(layoutSlip(slip, DEFAULT_LAYOUT, PAPER, measureText));
  const socket = connect({ host: '127.0.0.1', port: taker.port, noDelay: true });
  await new Promise<void>((connected) => socket.once('connect', connected));
  socket.write(bytes);
  const { at } = await taken;
  socket.end();
  return at - start;
}
