import { randomUUID } from 'node:crypto';
import { ok, type Result } from '@motcua/domain';
import type { SetupChange, SetupStep } from '@motcua/domain/setup';
import { hubCommandId } from '@motcua/protocol';
import type { SetupLine, SetupRequest } from '@motcua/protocol/http';
import { parseSetupFile } from '@motcua/protocol/setup-file';
import type { Hub } from '../engine/hub.ts';
import type { Identity } from '../engine/hub-command.ts';
import { planSetup } from '../use-cases/centre/apply-setup.ts';

/** What a step of the set-up would change; refuses a file that is none, and what would not fit. */
export function previewSetup(hub: Hub, request: SetupRequest): Result<readonly SetupLine[]> {
  const step = toStep(request);
  if (!step.ok) return step;
  const { state, store } = hub;
  const planned = planSetup(state, step.value, () => store.tables.hasVisitsThrough(state.today));
  return planned.ok ? ok(planned.value.map(toLine)) : planned;
}

/** Carries it out, all of it or nothing, and answers what was changed. */
export async function setUpCentre(
  hub: Hub,
  request: SetupRequest,
  by: Identity,
): Promise<Result<readonly SetupLine[]>> {
  const preview = previewSetup(hub, request);
  const step = toStep(request);
  if (!preview.ok || !step.ok || preview.value.length === 0) return preview;
  const commandId = hubCommandId(randomUUID());
  const done = await hub.execute({ commandId, type: 'apply-setup', step: step.value }, by);
  return done.ok ? preview : done;
}

function toStep(request: SetupRequest): Result<SetupStep> {
  if (request.type !== 'file') return ok(request);
  const settings = parseSetupFile(request.text);
  return settings.ok ? ok({ type: 'file', settings: settings.value }) : settings;
}

function toLine(change: SetupChange): SetupLine {
  if (change.type === 'remove')
    return { change: 'remove', kind: change.kind, id: change.value.id, name: change.value.name };
  const { kind, value } = change.setting;
  const name = kind === 'site' || kind === 'safekeeping' ? null : value.name;
  return { change: change.type, kind, id: value.id, name };
}
