/** npm run bench [-- ROW …] [--json] [--seed N]: ratios against a floor measured in the same run. */
import { cpus } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Row } from './measure.ts';
import { call200Displays } from './rows/call-200-displays.ts';
import { flat100000 } from './rows/flat-100000.ts';
import { issue64 } from './rows/issue-64.ts';
import { issueOne } from './rows/issue-one.ts';
import { touchToPaper } from './rows/touch-to-paper.ts';
import { onStage } from './stage.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);

const ROWS: Readonly<Record<string, () => Promise<Row>>> = {
  'issue-one': () => onStage({ waiting: 0, kiosks: 1, seed }, issueOne),
  'issue-64': () => onStage({ waiting: 0, kiosks: 64, seed }, issue64),
  'call-200-displays': () => onStage({ waiting: 0, kiosks: 1, seed }, call200Displays),
  'flat-100000': flat100000,
  'touch-to-paper': () => onStage({ waiting: 0, kiosks: 1, seed }, touchToPaper),
};

const unknown = positionals.find((name) => !(name in ROWS));
if (unknown !== undefined || !Number.isInteger(seed)) {
  console.error(
    unknown === undefined
      ? '--seed takes a whole number.'
      : `There is no row ${unknown}. The rows are: ${Object.keys(ROWS).join(', ')}.`,
  );
  process.exit(1);
}

const rows: Row[] = [];
for (const [name, measure] of Object.entries(ROWS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (values.json !== true) console.error(`measuring ${name} …`);
  rows.push(await measure());
}

if (values.json === true) console.log(JSON.stringify({ rows }));
else print(rows);
process.exit(rows.every(({ holds }) => holds) ? 0 : 1);

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
