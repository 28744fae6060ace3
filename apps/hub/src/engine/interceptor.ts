import type { Result } from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { HubCommand, Identity } from './hub-command.ts';

/**
 * Gives the hub a command; `answer` is called after the sync and, unless `isUrgent` says otherwise of what was written
 * with it, after everyone else heard of the changes.
 */
export type Submit = (
  command: HubCommand,
  identity: Identity,
  reason: string | null,
  answer: (result: Result<readonly Change[]>) => void,
  isUrgent?: (written: readonly Change[]) => boolean,
) => void;

/** Stands around every command: may keep it back, and sees its answer. */
export type Interceptor = (next: Submit) => Submit;

/** The first of the list is the outermost. */
export function intercepted(submit: Submit, interceptors: readonly Interceptor[]): Submit {
  return interceptors.reduceRight((next, around) => around(next), submit);
}
