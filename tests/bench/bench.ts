/**
 * npm run bench [-- ROW …] [--json] [--seed N]: ratios to a baseline measured in the same run; and
 * the row `estimate`, the accuracy of the waiting estimate, with a table of its own. `soak
 * [--minutes N]` runs a full centre for ten minutes; `history [--visits N]` measures a folder of ten years.
 */
import { cpus } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildPages } from '../../scripts/build-pages.ts';
import { figuresOf, measureEstimate, printEstimate } from './estimate/estimate.ts';
import { measureHistory } from './history/history.ts';
import type { Row } from './measure.ts';
import { call200Displays } from './rows/call-200-displays.ts';
import { choose10000 } from './rows/choose-10000.ts';
import { exportPause } from './rows/export-pause.ts';
import { flat100000 } from './rows/flat-100000.ts';
import { issue64 } from './rows/issue-64.ts';
import { issueOne } from './rows/issue-one.ts';
import { touchToPaper } from './rows/touch-to-paper.ts';
import { soak } from './soak/soak.ts';
import { onStage } from './stage.ts';

const { values, positionals } = readArguments();
const seed = Number(values.seed);
const minutes = Number(values.minutes);
const visits = Number(values.visits);

const ROWS: Readonly<Record<string, () => Promise<Row>>> = {
  'issue-one': () => onStage({ waiting: 0, kiosks: 1, seed }, issueOne),
  'issue-64': () => onStage({ waiting: 0, kiosks: 64, seed }, issue64),
  'call-200-displays': () => onStage({ waiting: 0, kiosks: 1, seed }, call200Displays),
  'flat-100000': flat100000,
  'export-pause': () => onStage({ waiting: 100_000, kiosks: 1, seed }, exportPause),
  'choose-10000': () => choose10000(seed),
  'touch-to-paper': () => onStage({ waiting: 0, kiosks: 1, seed }, touchToPaper),
};

const ESTIMATE = 'estimate';
/** Ten minutes; only when requested by name. */
const SOAK = 'soak';
/** Minutes, and gigabytes of disk; only when requested by name. */
const HISTORY = 'history';
const names = [...Object.keys(ROWS), ESTIMATE, SOAK, HISTORY];
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined || !Number.isInteger(seed) || !(minutes > 0) || !(visits > 0)) {
  console.error(
    unknown === undefined
      ? '--seed takes a whole number, --minutes how long to soak, --visits how many there were.'
      : `There is no row ${unknown}. The rows are: ${names.join(', ')}.`,
  );
  process.exit(1);
}

const isAsked = (name: string) => positionals.length === 0 || positionals.includes(name);
const rows: Row[] = [];
let isWhole = true;
if (Object.keys(ROWS).some(isAsked)) await buildPages();
for (const [name, measure] of Object.entries(ROWS)) {
  if (!isAsked(name)) continue;
  printProgress(name);
  try {
    rows.push(await measure());
  } catch (cause) {
    // A failed row must not lose the others; on a busy machine connections may break.
    console.error(`${name} could not be measured: ${String(cause)}`);
    isWhole = false;
  }
}
if (isAsked(ESTIMATE)) printProgress(ESTIMATE);
const estimate = isAsked(ESTIMATE) ? measureEstimate(seed) : null;

const isSoaking = positionals.includes(SOAK);
if (isSoaking) printProgress(SOAK);
const soaked = isSoaking ? await soak(minutes, seed) : null;

if (soaked !== null) {
  if (values.json === true) console.log(JSON.stringify(soaked));
  else console.table(soaked);
}
if (positionals.includes(HISTORY)) {
  printProgress(HISTORY);
  const measured = await measureHistory(visits, seed);
  if (values.json === true) console.log(JSON.stringify(measured));
  else console.table(measured);
  isWhole &&= measured.every(({ holds }) => holds);
}
const isOnlyLong =
  positionals.some((name) => name === SOAK || name === HISTORY) &&
  rows.length === 0 &&
  estimate === null;
if (values.json === true && !isOnlyLong) {
  const figures = estimate === null ? {} : figuresOf(estimate);
  const isOffline = rows.length === 0;
  console.log(
    JSON.stringify(isOffline ? figures : { rows, ...(estimate && { estimate: figures }) }),
  );
} else {
  if (rows.length > 0) print(rows);
  if (estimate !== null) printEstimate(estimate);
}
process.exit(
  soaked?.holds !== false &&
    isWhole &&
    rows.every(({ holds }) => holds) &&
    estimate?.holds !== false
    ? 0
    : 1,
);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        seed: { type: 'string', default: '1' },
        minutes: { type: 'string', default: '10' },
        visits: { type: 'string', default: '1000000' },
      },
    });
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exit(1);
  }
}

function printProgress(name: string): void {
  if (values.json !== true) console.error(`measuring ${name} …`);
}

function print(measured: readonly Row[]): void {
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, seed ${seed}\n`,
  );
  console.log(
    `${'row'.padEnd(20)}${'value'.padStart(12)} ${'unit'.padEnd(10)}${'floor'.padStart(12)}${'ratio'.padStart(8)}${'limit'.padStart(8)}  holds`,
  );
  for (const { name, value, unit, floor, ratio, limit, holds, samples, note } of measured) {
    console.log(
      `${name.padEnd(20)}${String(value).padStart(12)} ${unit.padEnd(10)}${String(floor).padStart(12)}${String(ratio).padStart(8)}${String(limit).padStart(8)}  ${holds ? 'yes' : 'NO'}   (${samples} samples; ${note})`,
    );
  }
}
