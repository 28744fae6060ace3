import { ok } from '@motcua/domain';
import type { UseCase } from '../use-case.ts';

/** A sign-in, a failed one, or an export; recorded in any case. */
export const recordAccess: UseCase<'record-access'> = (_context, { event, subject }) =>
  ok([{ type: 'door-noted', event, subject }]);
