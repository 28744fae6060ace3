import { ok } from '@motcua/domain';
import type { UseCase } from './use-case.ts';

/** A sign-in, a failed one, or an export; recorded in any case. */
export const recordAccess: UseCase<'note-at-the-door'> = (_situation, { event, subject }) =>
  ok([{ type: 'door-noted', event, subject }]);
