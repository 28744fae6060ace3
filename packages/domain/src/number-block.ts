import type { Instant, QueueId } from './ids.ts';
import { formatTicketNumber, type NumberSeries } from './ticket-number.ts';

/**
 * Numbers of one queue and day that only one kiosk may give, for the time in which it cannot reach the hub. It carries
 * the prefix it was taken under, so that it stays the same numbers when the queue gets another one.
 */
export interface NumberBlock {
  readonly queueId: QueueId;
  readonly prefix: string;
  /** Inclusive. */
  readonly from: number;
  readonly to: number;
  /** Nobody can have got one of them earlier. */
  readonly reservedAt: Instant;
}

/** A shorter series has no numbers to spare. */
const SHORTEST_SERIES = 20;

/** How many numbers of a series all kiosks together may hold: the larger half is always left for the hub. */
export function mostReserved({ from, to }: NumberSeries): number {
  const length = to - from + 1;
  return length < SHORTEST_SERIES ? 0 : Math.floor(length / 2);
}

/**
 * The highest `count` numbers of a series that are not taken, ascending, in as few stretches as possible; fewer when
 * there are not so many. From the end, because the hub gives from the beginning: its numbers keep their order.
 */
export function highestFree(
  series: NumberSeries,
  count: number,
  isTaken: (number: string) => boolean,
): readonly Stretch[] {
  const stretches: { from: number; to: number }[] = [];
  let wanted = count;
  for (let number = series.to; number >= series.from && wanted > 0; number -= 1) {
    if (isTaken(formatTicketNumber(series, number))) continue;
    const last = stretches.at(-1);
    if (last?.from === number + 1) last.from = number;
    else stretches.push({ from: number, to: number });
    wanted -= 1;
  }
  return stretches.toReversed();
}

type Stretch = Pick<NumberBlock, 'from' | 'to'>;

/** Every number of the blocks as it is printed, in the order in which a kiosk gives them. */
export function* numbersOf(blocks: readonly NumberBlock[]): Generator<string> {
  for (const { prefix, from, to } of blocks)
    for (let number = from; number <= to; number += 1)
      yield formatTicketNumber({ prefix, from, to }, number);
}

/** The blocks without the numbers that do not pass; a block may come apart. */
export function onlyThose(
  blocks: readonly NumberBlock[],
  passes: (number: string) => boolean,
): readonly NumberBlock[] {
  return blocks.flatMap((block) => {
    const kept: { from: number; to: number }[] = [];
    for (let number = block.from; number <= block.to; number += 1) {
      if (!passes(formatTicketNumber(block, number))) continue;
      const last = kept.at(-1);
      if (last?.to === number - 1) last.to = number;
      else kept.push({ from: number, to: number });
    }
    return kept.map((stretch) => ({ ...block, ...stretch }));
  });
}

/** How many numbers the blocks hold. */
export function countNumbers(blocks: readonly NumberBlock[]): number {
  return blocks.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** Below this many left of `size` a kiosk asks for more. */
export function isLow(left: number, size: number): boolean {
  return left <= size / 2;
}
