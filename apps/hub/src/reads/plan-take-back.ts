import { ok, refuse, type Result, type Site } from '@motcua/domain';
import type { DossierChange, Fact } from '@motcua/protocol';
import type { ImportCurrent } from '@motcua/tables';
import { importCurrent } from './import-current.ts';
import { inFacts, type PlannedImport } from './import-facts.ts';
import type { ReadSource } from './read-source.ts';

/**
 * What takes an import back, from what it wrote into the journal. Refuses with `import-changed-since` where one of its
 * items was changed again, and with `in-use` where a new service has its first visit.
 */
export function planTakeBack(source: ReadSource, importId: string): Result<PlannedImport> {
  const { journal, imported } = source.store;
  const seq = journal.lastSeq();
  const done = imported.find(importId);
  const isOver =
    done === null || imported.lastOf(done.kind)?.importId !== importId || done.takesBack !== null;
  if (isOver)
    return refuse(
      done === null || done.takesBack !== null ? 'import-not-found' : 'import-changed-since',
    );
  const current = importCurrent(source);
  const known = new Map(current.dossiers.map((dossier) => [dossier.code, dossier]));
  const dossiers: DossierChange[] = [];
  const facts: Fact[] = [];
  for (const fact of journal.between(done.seq - 1 - done.facts, done.seq - 1).toReversed()) {
    if (fact.type === 'dossiers-changed') {
      for (const { before, after } of fact.changes) {
        const code = (after ?? before)?.code ?? '';
        if (!isSame(known.get(code) ?? null, after)) return refuse('import-changed-since');
        dossiers.push({ before: after, after: before });
      }
      continue;
    }
    const inverse = inverseOf(fact, current);
    if (inverse === null) return refuse('import-changed-since');
    facts.push(inverse);
  }
  const { added, changed, removed } = done.counts;
  return ok({
    seq,
    counts: { added: removed, changed, removed: added },
    facts: [...facts, ...inFacts(dossiers)],
  });
}

/** Null: the item is not as the import left it. */
function inverseOf(fact: Fact, { use, people }: ImportCurrent): Fact | null {
  switch (fact.type) {
    case 'setting-removed': {
      const { before } = fact;
      const isThere = use.settings.services.some(({ id }) => id === fact.id);
      const setting = { kind: fact.kind, value: before } as const;
      return isThere || before === undefined || setting.kind !== 'service' || !('papers' in before)
        ? null
        : { type: 'setting-changed', setting: { kind: 'service', value: before }, before: null };
    }
    case 'setting-changed': {
      const { setting, before } = fact;
      if (setting.kind === 'site') {
        const site = use.settings.site;
        if (before === undefined || before === null || !('hours' in before)) return null;
        return isSame(site.hours, setting.value.hours) ? withHours(site, before.hours) : null;
      }
      if (setting.kind !== 'service') return null;
      const { value } = setting;
      const now = use.settings.services.find(({ id }) => id === value.id) ?? null;
      if (!isSame(now, value) || before === undefined) return null;
      if (before === null)
        return { type: 'setting-removed', kind: 'service', id: value.id, before: value };
      return 'papers' in before
        ? { type: 'setting-changed', setting: { kind: 'service', value: before }, before: value }
        : null;
    }
    case 'person-changed': {
      const { person, before } = fact;
      const now = people.find(({ id }) => id === person.id) ?? null;
      if (!isSame(now, person) || before === undefined) return null;
      // What a person did stays under their name: a new one is locked out, and not removed.
      return {
        type: 'person-changed',
        person: before ?? { ...person, active: false },
        before: person,
      };
    }
    case 'booking-changed': {
      const { booking, before } = fact;
      const now = use.bookings.get(booking.id) ?? null;
      if (!isSame(now, booking) || before === undefined) return null;
      return {
        type: 'booking-changed',
        booking: before ?? { ...booking, state: 'cancelled' },
        before: booking,
      };
    }
    default:
      return null;
  }
}

function withHours(site: Site, hours: Site['hours']): Fact {
  const value = { ...site, hours };
  return { type: 'setting-changed', setting: { kind: 'site', value }, before: site };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** The same JSON however its keys are ordered. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}
