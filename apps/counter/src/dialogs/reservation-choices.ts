import { type CounterId, inLanguage, type Reservation } from '@motcua/domain';
import type { Language, Translate } from '@motcua/i18n';
import type { Mirror } from '@motcua/client';
import { reservationTargets } from '../visit/reservations.ts';
import type { Choice } from './choice-list.tsx';

export const ANY_COUNTER = 'any';

export interface ReservationChoices {
  readonly choices: readonly Choice<string>[];
  readonly reservationOf: (key: string) => Reservation | null;
}

/** Any counter, an open counter, or the clerk signed in there. */
export function reservationChoices(
  mirror: Mirror,
  visit: Parameters<typeof reservationTargets>[1],
  except: CounterId | null,
  t: Translate,
  language: Language,
): ReservationChoices {
  const { counters, clerks } = reservationTargets(mirror, visit, except);
  const targets = [...counters, ...clerks];
  return {
    choices: [
      { value: ANY_COUNTER, label: t('counter.transfer-any') },
      ...counters.map(({ key, counter }) => ({
        value: key,
        label: `${t('counter.number', { counter: counter.number })} · ${inLanguage(counter.name, language)}`,
        detail: t(`counter.counter-${mirror.counters.get(counter.id)?.state ?? 'closed'}`),
      })),
      ...clerks.map(({ key, counter, clerk }) => ({
        value: key,
        label: clerk?.name ?? '',
        detail: t('counter.number', { counter: counter.number }),
      })),
    ],
    reservationOf: (key) => targets.find((target) => target.key === key)?.reservedFor ?? null,
  };
}
