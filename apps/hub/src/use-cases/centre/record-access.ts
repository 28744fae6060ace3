import { ok } from '@motcua/domain';
import type { UseCase } from '../use-case.ts';

/** Somebody came in, tried to, or carried something out; written down, whoever it was. */
export const recordAccess: UseCase<'note-at-the-door'> = (_situation, { event, subject }) =>
  ok([{ type: 'door-noted', event, subject }]);
