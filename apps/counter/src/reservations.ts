import {
  type Counter,
  type CounterId,
  type Person,
  queuesServed,
  type QueueId,
  type Reservation,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';

/** For whom a visit of the queue may be kept: only who sits at an open counter that serves it. */
export interface Keeper {
  /** Short and unique, for a list of choices. */
  readonly key: string;
  readonly reservedFor: Reservation;
  readonly counter: Counter;
  readonly clerk: Person | null;
}

export function keepersOf(
  { settings, counters, people }: Pick<Mirror, 'settings' | 'counters' | 'people'>,
  queueId: QueueId,
  except: CounterId | null,
): { readonly counters: readonly Keeper[]; readonly clerks: readonly Keeper[] } {
  const found = settings.counters
    .filter(({ id, queueIds }) => id !== except && queueIds.includes(queueId))
    .flatMap((counter) => {
      const now = counters.get(counter.id);
      if (now === undefined || now.state === 'closed' || now.training) return [];
      const clerk = people.get(now.clerkId) ?? null;
      return queuesServed(counter, clerk).includes(queueId) ? [{ counter, clerk }] : [];
    });
  return {
    counters: found.map(({ counter, clerk }) => ({
      key: `counter/${counter.id}`,
      reservedFor: { type: 'counter', counterId: counter.id },
      counter,
      clerk,
    })),
    clerks: found.flatMap(({ counter, clerk }) =>
      clerk === null
        ? []
        : [
            {
              key: `clerk/${clerk.id}`,
              reservedFor: { type: 'clerk', clerkId: clerk.id },
              counter,
              clerk,
            } as const,
          ],
    ),
  };
}
