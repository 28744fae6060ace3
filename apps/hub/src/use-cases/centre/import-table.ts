import { isSettingUsed, ok, refuse } from '@motcua/domain';
import type { FactType } from '@motcua/protocol';
import { mayImport } from '../../identity/rights.ts';
import type { UseCase } from '../use-case.ts';

/** What an import was compared with: after one of these it may not fit any more. */
const COMPARED: readonly FactType[] = [
  'setting-changed',
  'setting-removed',
  'person-changed',
  'booking-changed',
  'dossiers-changed',
  'table-imported',
  'day-closed',
];

/** All of an import in one command, or nothing of it. */
export const importTable: UseCase<'import-table'> = (
  { state, identity },
  { importId, kind, seq, counts, facts, takesBack },
) => {
  if (!mayImport(kind, identity)) return refuse('role-not-allowed');
  if (state.lastOf(COMPARED) > seq) return refuse('import-outdated');
  const { visits, bookings, counters, care } = state;
  const use = { settings: state.settings.all(), visits, bookings, counters, care };
  for (const fact of facts)
    if (fact.type === 'setting-removed' && isSettingUsed(fact.kind, fact.id, use))
      return refuse('in-use', { kind: fact.kind, id: fact.id });
  return ok([
    ...facts,
    { type: 'table-imported', importId, kind, counts, facts: facts.length, takesBack },
  ]);
};
