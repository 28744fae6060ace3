import {
  type Counter,
  type CounterId,
  reserveRefusal,
  type Person,
  type Reservation,
  type Visit,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';

/** A counter or clerk for which a visit may be reserved: open, and able to call it. */
export interface ReservationTarget {
  /** Short and unique, for a list of choices. */
  readonly key: string;
  readonly reservedFor: Reservation;
  readonly counter: Counter;
  readonly clerk: Person | null;
}

export function reservationTargets(
  { settings, counters, people }: Pick<Mirror, 'settings' | 'counters' | 'people'>,
  visit: Pick<Visit, 'queueId' | 'quick' | 'party' | 'training'>,
  except: CounterId | null,
): {
  readonly counters: readonly ReservationTarget[];
  readonly clerks: readonly ReservationTarget[];
} {
  const found = settings.counters
    .filter(({ id }) => id !== except)
    .flatMap((counter) => {
      const now = counters.get(counter.id);
      const clerk =
        now === undefined || now.state === 'closed' ? null : (people.get(now.clerkId) ?? null);
      return reserveRefusal(visit, counter, now, clerk) === null ? [{ counter, clerk }] : [];
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
