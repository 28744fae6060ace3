import {
  estimateInSlices,
  ServingTimes,
  type CounterId,
  type CounterNow,
  type PersonId,
  type PriorityClass,
  type QueueId,
  type ForecastInput,
  type VisitId,
  type WaitingVisit,
} from '@motcua/domain';
import { aWaitingVisit, minutesAfterT0 } from '@motcua/domain/builders';
import { createSeededRandom } from '@motcua/testing';
import { kimBoi } from '@motcua/testing/kim-boi';
import { median } from '../measure.ts';

const WAITING = [10, 100, 1_000, 10_000];
const COUNTERS = [5, 40];
const REPEATS = 5;

/** One background estimate: a hypothetical visit of each class in each queue. */
export interface Cost {
  readonly waiting: number;
  readonly counters: number;
  readonly ms: number;
  /** The longest time without a pause for other work. */
  readonly longestSliceMs: number;
}

export function measureCosts(seed: number): readonly Cost[] {
  return COUNTERS.flatMap((counters) =>
    WAITING.map((waiting) => {
      const { input, asked } = aFullCentre(waiting, counters, seed);
      const runs = Array.from({ length: REPEATS + 1 }, () => timeSlices(input, asked, seed));
      const warm = runs.slice(1);
      return {
        waiting,
        counters,
        ms: median(warm.map((slices) => slices.reduce((sum, ms) => sum + ms, 0))),
        longestSliceMs: median(warm.map((slices) => Math.max(...slices))),
      };
    }),
  );
}

function timeSlices(input: ForecastInput, asked: readonly WaitingVisit[], seed: number): number[] {
  const times: number[] = [];
  const slices = estimateInSlices(input, asked, seed);
  for (let done = false; !done;) {
    const start = performance.now();
    done = slices.next().done === true;
    times.push(performance.now() - start);
  }
  return times;
}

/** Kim Bôi's counters, repeated as often as needed, all serving, with so many visits waiting. */
function aFullCentre(waiting: number, counters: number, seed: number) {
  const random = createSeededRandom(seed);
  const at = minutesAfterT0(60);
  const visit = (seq: number, queueId: QueueId, priority: PriorityClass, arrivedAt = at) =>
    aWaitingVisit({
      id: `visit-${seq}` as VisitId,
      ticket: { number: `H${seq}`, seq, language: 'vi' },
      queueId,
      priority,
      arrivedAt,
    });
  const asked = kimBoi.queues.flatMap(({ id }, index) => [
    visit(waiting + 2 * index, id, 'normal'),
    visit(waiting + 2 * index + 1, id, 'priority'),
  ]);
  const input: ForecastInput = {
    at,
    rule: kimBoi.site.rule,
    waiting: Array.from({ length: waiting }, (_, seq) =>
      visit(
        seq,
        random.pick(kimBoi.queues).id,
        random.next() < 0.16 ? 'priority' : 'normal',
        minutesAfterT0((60 * seq) / waiting),
      ),
    ),
    counters: Array.from({ length: counters }, (_, index): CounterNow => {
      const queueIds = kimBoi.counters[index % kimBoi.counters.length]?.queueIds ?? [];
      const [queueId] = queueIds;
      if (queueId === undefined) throw new Error('A counter of Kim Bôi serves nobody');
      const id = `counter-${index + 1}` as CounterId;
      const clerkId = `clerk-${index + 1}` as PersonId;
      return {
        caller: {
          counterId: id,
          clerkId,
          queueIds,
          ordered: false,
          quick: 'no',
          training: false,
          recentCalls: [],
        },
        doing: { type: 'serving', queueId, since: minutesAfterT0(55) },
      };
    }),
    closings: [],
    pace: new ServingTimes(),
    arrivalRates: asked.map((hypotheticalVisit) => ({ visit: hypotheticalVisit, perHour: 2 })),
  };
  return { input, asked };
}
