import type { Result } from '@motcua/domain';
import type { Change } from '@motcua/protocol';
import type { HubCommand, Identity } from './hub-command.ts';

/**
 * Executes a command; `answer` is called after the sync and, unless `isUrgent` decides otherwise by what was written
 * with it, after the changes were sent.
 */
export type Submit = (
  command: HubCommand,
  identity: Identity,
  reason: string | null,
  answer: (result: Result<readonly Change[]>) => void,
  isUrgent?: (written: readonly Change[]) => boolean,
) => void;

/** Wraps every command: may withhold it, and sees its answer. */
export type Interceptor = (next: Submit) => Submit;

/** The first of the list is the outermost. */
export function intercepted(submit: Submit, interceptors: readonly Interceptor[]): Submit {
  return interceptors.reduceRight((next, around) => around(next), submit);
}
