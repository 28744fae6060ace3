import { type CounterId, inLanguage, type Reservation } from '@motcua/domain';
import type { Language, Translate } from '@motcua/i18n';
import type { Mirror } from '@motcua/client';
import { keepersOf } from '../visit/reservations.ts';
import type { Choice } from './choice-list.tsx';

export const ANY_COUNTER = 'any';

export interface KeeperChoices {
  readonly choices: readonly Choice<string>[];
  readonly reservationOf: (key: string) => Reservation | null;
}

/** Any counter, an open counter, or the clerk signed in there. */
export function keeperChoices(
  mirror: Mirror,
  visit: Parameters<typeof keepersOf>[1],
  except: CounterId | null,
  t: Translate,
  language: Language,
): KeeperChoices {
  const { counters, clerks } = keepersOf(mirror, visit, except);
  const keepers = [...counters, ...clerks];
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
    reservationOf: (key) => keepers.find((keeper) => keeper.key === key)?.reservedFor ?? null,
  };
}
