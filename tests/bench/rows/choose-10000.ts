import {
  type Caller,
  chooseNext,
  createWaitingRoom,
  type QueueId,
  type QueueRule,
  type VisitId,
  type WaitingRoom,
} from '@motcua/domain';
import { aWaitingVisit, COUNTER_2, LAN, minutesAfterT0 } from '@motcua/domain/builders';
import { createSeededRandom } from '@motcua/testing';
import { inTurn, median, rounded, type Row } from '../measure.ts';

const FEW = 10;
const MANY = 10_000;
const QUEUES = Array.from({ length: 50 }, (_, index) => `queue-${index + 1}` as QueueId);
/** As many as a counter serves at Kim Bôi; all ten of the smaller case wait in them. */
const SERVED = QUEUES.slice(0, 3);
const BLOCKS = 40;
const PER_BLOCK = 500;
const AT = minutesAfterT0(60);
const RULE: QueueRule = {
  mode: { type: 'interleaved', priority: 1, normal: 2 },
  maxWaitMinutes: 30,
};
const CALLER: Caller = {
  counterId: COUNTER_2,
  clerkId: LAN,
  queueIds: SERVED,
  ordered: false,
  recentCalls: ['priority', 'normal'],
  quick: 'no',
  training: false,
};

/** Choosing the next visit at a counter, with 10,000 waiting in 50 queues. Baseline: with 10 waiting. */
export async function choose10000(seed: number): Promise<Row> {
  const few = aRoom(FEW, SERVED, seed);
  const many = aRoom(MANY, QUEUES, seed);
  const ours: number[] = [];
  const floors: number[] = [];
  measure(few, []);
  measure(many, []);
  await inTurn(
    BLOCKS,
    async () => measure(many, ours),
    async () => measure(few, floors),
  );

  const value = median(ours);
  const floor = median(floors);
  const ratio = value / floor;
  return {
    name: 'choose-10000',
    value: rounded(value, 4),
    unit: 'ms p50',
    floor: rounded(floor, 4),
    ratio: rounded(ratio, 2),
    limit: 2,
    holds: ratio <= 2,
    samples: ours.length,
    note: `${MANY.toLocaleString('en')} waiting in ${QUEUES.length} queues, ${SERVED.length} of them served; floor: ${FEW} waiting`,
  };
}

/** So many arrivals in the last hour, randomly assigned to the queues, some with priority, some for short services. */
function aRoom(waiting: number, queues: readonly QueueId[], seed: number): WaitingRoom {
  const random = createSeededRandom(seed);
  const visits = Array.from({ length: waiting }, (_, seq) =>
    aWaitingVisit({
      id: `visit-${seq}` as VisitId,
      ticket: { number: `Z${seq}`, seq, language: 'vi' },
      queueId: random.pick(queues),
      priority: random.next() < 0.16 ? 'priority' : 'normal',
      quick: random.next() < 0.3,
      arrivedAt: minutesAfterT0((60 * seq) / waiting),
    }),
  );
  return createWaitingRoom(visits);
}

function measure(room: WaitingRoom, times: number[]): void {
  for (let i = 0; i < PER_BLOCK; i += 1) {
    const start = performance.now();
    const next = chooseNext(room.candidates(CALLER, AT, RULE), CALLER, AT, RULE);
    times.push(performance.now() - start);
    if (next === null) throw new Error('No visit is next');
  }
}
