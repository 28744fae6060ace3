import { ok, refuse, type Result } from '@motcua/domain';
import {
  checkSetup,
  setUp,
  type SetupChange,
  setupChanges,
  type SetupStep,
} from '@motcua/domain/setup';
import type { Fact } from '@motcua/protocol';
import type { LiveState } from '../../engine/live-state.ts';
import { refuseUndrawable } from '../drawn-names.ts';
import type { UseCase } from '../use-case.ts';

/** Changes all settings that a step of the set-up asks for, in one transaction; refuses what would not fit. */
export const applySetup: UseCase<'apply-setup'> = ({ state, hasVisits }, { step }) => {
  const planned = planSetup(state, step, hasVisits);
  return planned.ok ? ok(planned.value.map((change) => toFact(state, change))) : planned;
};

/** What that step would change; changes nothing. */
export function planSetup(
  { settings, visits, bookings, counters, care }: LiveState,
  step: SetupStep,
  hasVisits: () => boolean,
): Result<readonly SetupChange[]> {
  if (step.type === 'discard' && (bookings.size > 0 || hasVisits()))
    return refuse('setup-has-visits');
  const before = settings.all();
  const wanted = setUp(before, step);
  if (!wanted.ok) return wanted;
  const changes = setupChanges(before, wanted.value);
  const checked = checkSetup(wanted.value, changes, { visits, bookings, counters, care });
  if (!checked.ok) return checked;
  return refuseUndrawable(changes) ?? ok(changes);
}

function toFact({ settings }: LiveState, change: SetupChange): Fact {
  if (change.type !== 'remove') {
    const { setting } = change;
    return { type: 'setting-changed', setting, before: settings.valueOf(setting) };
  }
  const { kind, value } = change;
  return { type: 'setting-removed', kind, id: value.id, before: value };
}
