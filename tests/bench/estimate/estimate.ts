import { seedAt } from '@motcua/domain';
import {
  agrees,
  erlangC,
  playTextbook,
  TEXTBOOK_CASES,
  type Measured,
} from '../../../packages/domain/test/erlang-c.ts';
import { rounded } from '../measure.ts';
import { measureCosts, type Cost } from './cost.ts';
import { keepPromises, type PromiseFigures, type PromiseReport } from './promises.ts';

const EFFORT = { days: 40, visitsPerDay: 10_000 };
/** The measurement's error must be below this share of the formula's value. */
const MAX_ERROR = 0.05;

interface TextbookRow {
  readonly name: string;
  readonly formula: number;
  readonly measured: Measured;
  readonly holds: boolean;
}

export interface EstimateReport {
  readonly promises: PromiseReport;
  readonly textbook: readonly TextbookRow[];
  readonly costs: readonly Cost[];
  /** Whether the simulator agrees with Erlang C. */
  readonly holds: boolean;
}

export function measureEstimate(seed: number): EstimateReport {
  const textbook = TEXTBOOK_CASES.flatMap((textbookCase, index): readonly TextbookRow[] => {
    const { counters, load } = textbookCase;
    const formula = erlangC(textbookCase);
    const played = playTextbook(textbookCase, EFFORT, seedAt(seed, index));
    return (['meanWait', 'shareWaiting'] as const).map((what) => ({
      name: `M/M/${counters}, load ${load}: ${what === 'meanWait' ? 'mean wait' : 'share waiting'}`,
      formula: formula[what],
      measured: played[what],
      holds: agrees(played[what], formula[what], MAX_ERROR),
    }));
  });
  return {
    promises: keepPromises(seed),
    textbook,
    costs: measureCosts(seed),
    holds: textbook.every(({ holds }) => holds),
  };
}

export function figuresOf({ promises }: EstimateReport): PromiseFigures {
  const { coverage, medianWidthMinutes, shownShare } = promises;
  return {
    coverage: rounded(coverage),
    medianWidthMinutes,
    promises: promises.promises,
    shownShare: rounded(shownShare),
  };
}

export function printEstimate({ promises, textbook, costs }: EstimateReport): void {
  const { days, tickets } = promises;
  console.log(`\nThe waiting estimate: ${days} simulated days, ${tickets} tickets\n`);
  console.log(line('', 'promises', 'kept', 'width p50', 'wait p50', 'shown'));
  for (const part of promises.parts)
    console.log(promiseLine(part.name, part, part.medianWaitMinutes));
  console.log(promiseLine('all', promises, null));

  console.log('\nThe simulator and Erlang C (waits in serving times)\n');
  console.log(line('', 'formula', 'played', '± (1 s.e.)', 'agrees'));
  for (const { name, formula, measured, holds } of textbook) {
    const { mean, standardError } = measured;
    console.log(
      line(
        name,
        ...[formula, mean, standardError].map((value) => value.toFixed(3)),
        holds ? 'yes' : 'NO',
      ),
    );
  }

  console.log(
    '\nOne estimate in the background: a newcomer of each class in each of nine queues\n',
  );
  console.log(line('', 'ms', 'longest slice ms'));
  for (const { waiting, counters, ms, longestSliceMs } of costs) {
    const name = `${counters} counters, ${waiting.toLocaleString('en')} waiting`;
    console.log(line(name, ms.toFixed(1), longestSliceMs.toFixed(2)));
  }
}

function promiseLine(name: string, figures: PromiseFigures, wait: number | null): string {
  const { promises, coverage, medianWidthMinutes, shownShare } = figures;
  return line(
    name,
    String(promises),
    percent(coverage),
    `${medianWidthMinutes} min`,
    wait === null ? '' : `${wait.toFixed(1)} min`,
    percent(shownShare),
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const line = (name: string, ...cells: readonly string[]) =>
  name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join('');
