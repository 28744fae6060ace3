import { randomFillSync, randomInt } from 'node:crypto';
import { createIdSource, toBookingCode } from '@motcua/domain';
import type { ImportCurrent } from '@motcua/tables';
import { loadLiveState } from '../engine/load-live-state.ts';
import type { ReadSource } from './read-source.ts';

const RANDOM_STEPS = 2 ** 47;
const newId = createIdSource(randomFillSync);

/** What an import is compared with, as it is stored now. */
export function importCurrent({ store, state: { settings }, now }: ReadSource): ImportCurrent {
  const today = store.journal.latestDay() ?? settings.clock.localDate(now());
  const { visits, bookings, counters, care, people } = loadLiveState(store, today);
  const codes = new Set([...bookings.values()].map(({ code }) => code));
  return {
    use: { settings: settings.all(), visits, bookings, counters, care },
    pastBookings: store.tables.pastBookings(today),
    people: [...people.values()],
    dossiers: store.imported.dossiers(),
    clock: settings.clock,
    today,
    newId: () => newId(now()),
    newBookingCode() {
      for (;;) {
        const code = toBookingCode(() => randomInt(RANDOM_STEPS) / RANDOM_STEPS);
        if (codes.has(code)) continue;
        codes.add(code);
        return code;
      }
    },
  };
}
