import {
  type CounterId,
  type Instant,
  type LocalDate,
  type PersonId,
  type QueueId,
  type ServiceId,
  addDays,
} from '@motcua/domain';
import { CERT, CIVIL, COUNTER_2, COUNTER_3, HOA, LAN, T0, TODAY } from '@motcua/domain/builders';
import type { Change } from '@motcua/protocol';
import fc from 'fast-check';
import { JournalWriter } from './journal-writer.ts';

const DAY_MS = 86_400_000;
const DAYS = 20;

interface Plan {
  readonly day: number;
  readonly minute: number;
  readonly queueId: QueueId;
  readonly serviceId: ServiceId;
  readonly counterId: CounterId;
  readonly clerkId: PersonId;
  readonly waits: number;
  readonly walks: number;
  readonly serves: number;
  readonly end: 'served' | 'no-show' | 'left' | 'open' | 'sent-on';
}

const plan: fc.Arbitrary<Plan> = fc.record({
  day: fc.nat(DAYS - 1),
  minute: fc.nat(480),
  queueId: fc.constantFrom(CIVIL, CERT),
  serviceId: fc.constantFrom('marriage' as ServiceId, 'copy' as ServiceId),
  counterId: fc.constantFrom(COUNTER_2, COUNTER_3),
  clerkId: fc.constantFrom(LAN, HOA),
  waits: fc.nat(5_400_000),
  walks: fc.nat(120_000),
  serves: fc.nat(3_600_000),
  end: fc.constantFrom('served', 'served', 'no-show', 'left', 'open', 'sent-on'),
});

/** The journals of random working days from `TODAY` on; a visit in ten or so is transferred and served again. */
export const randomDays: fc.Arbitrary<readonly Change[]> = fc
  .array(plan, { maxLength: 60 })
  .map((plans) => {
    const journal = new JournalWriter();
    for (const each of plans) play(journal, each);
    return journal.changes;
  });

/** Each day on which a random visit can be. */
export const RANDOM_DAYS: readonly LocalDate[] = Array.from({ length: DAYS }, (_, day) =>
  addDays(TODAY, day),
);

function play(journal: JournalWriter, each: Plan): void {
  let at = (T0 + each.day * DAY_MS + each.minute * 60_000) as Instant;
  const later = (ms: number) => (at = (at + ms) as Instant);
  const { queueId, serviceId, counterId, clerkId } = each;
  const id = journal.issue(at, { day: addDays(TODAY, each.day), queueId, serviceId });
  const call = () => journal.act(id, { type: 'call', counterId, clerkId }, later(each.waits));
  const serve = () => {
    call();
    journal.act(id, { type: 'start-service' }, later(each.walks));
  };
  switch (each.end) {
    case 'open':
      return;
    case 'left':
      journal.act(id, { type: 'cancel', as: 'left' }, later(each.waits));
      return;
    case 'no-show':
      call();
      journal.act(id, { type: 'mark-no-show' }, later(each.walks));
      return;
    case 'sent-on':
      serve();
      journal.act(
        id,
        { type: 'transfer', toQueueId: CERT, reservedFor: null, andBack: false },
        later(each.serves),
      );
      break;
    case 'served':
      break;
  }
  serve();
  journal.act(id, { type: 'finish', nextServiceId: null }, later(each.serves));
}
