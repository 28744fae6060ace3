import type { Booking, Dossier, Person, Service, Site } from '@motcua/domain';
import type { DossierChange, Fact, ImportCounts, Seq } from '@motcua/protocol';
import { applyPlan, type Holiday, holidaysOf, type ImportPlan, withHolidays } from '@motcua/tables';

type Plan<Item> = Pick<ImportPlan<Item>, 'added' | 'changed' | 'removed'>;

/** What an import, or taking one back, is to write: decided beside the hub, on the data up to `seq`. */
export interface PlannedImport {
  readonly seq: Seq;
  readonly counts: ImportCounts;
  readonly facts: readonly Fact[];
}

/** Rows of the journal stay of a size that is read quickly. */
const DOSSIERS_A_FACT = 200;

export function serviceFacts({ added, changed, removed }: Plan<Service>): readonly Fact[] {
  const put = (value: Service, before: Service | null): Fact => ({
    type: 'setting-changed',
    setting: { kind: 'service', value },
    before,
  });
  return [
    ...removed.map((before): Fact => ({
      type: 'setting-removed',
      kind: 'service',
      id: before.id,
      before,
    })),
    ...changed.map(({ before, after }) => put(after, before)),
    ...added.map((value) => put(value, null)),
  ];
}

/** A person who is removed is locked out; what they did stays under their name. */
export function personFacts({ added, changed, removed }: Plan<Person>): readonly Fact[] {
  const put = (person: Person, before: Person | null): Fact => ({
    type: 'person-changed',
    person,
    before,
  });
  return [
    ...removed.map((before) => put({ ...before, active: false }, before)),
    ...changed.map(({ before, after }) => put(after, before)),
    ...added.map((person) => put(person, null)),
  ];
}

/** All days are one setting of the site. */
export function holidayFacts(plan: Plan<Holiday>, site: Site): readonly Fact[] {
  if (countsOf(plan).added + countsOf(plan).changed + countsOf(plan).removed === 0) return [];
  const holidays = applyPlan(holidaysOf(site.hours), plan, ({ date }) => date);
  const inOrder = holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const value = { ...site, hours: withHolidays(site.hours, inOrder) };
  return [{ type: 'setting-changed', setting: { kind: 'site', value }, before: site }];
}

export function bookingFacts({ added, changed, removed }: Plan<Booking>): readonly Fact[] {
  const put = (booking: Booking, before: Booking | null): Fact => ({
    type: 'booking-changed',
    booking,
    before,
  });
  return [
    ...removed.map((before) => put({ ...before, state: 'cancelled' }, before)),
    ...changed.map(({ before, after }) => put(after, before)),
    ...added.map((booking) => put(booking, null)),
  ];
}

export function dossierFacts({ added, changed, removed }: Plan<Dossier>): readonly Fact[] {
  return inFacts([
    ...removed.map((before) => ({ before, after: null })),
    ...changed.map(({ before, after }) => ({ before, after })),
    ...added.map((after) => ({ before: null, after })),
  ]);
}

/** Changes of dossiers, some in each fact. */
export function inFacts(changes: readonly DossierChange[]): readonly Fact[] {
  return Array.from({ length: Math.ceil(changes.length / DOSSIERS_A_FACT) }, (_, index) => ({
    type: 'dossiers-changed',
    changes: changes.slice(index * DOSSIERS_A_FACT, (index + 1) * DOSSIERS_A_FACT),
  }));
}

export function countsOf({ added, changed, removed }: Plan<unknown>): ImportCounts {
  return { added: added.length, changed: changed.length, removed: removed.length };
}
