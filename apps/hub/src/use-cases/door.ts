import { ok } from '@motcua/domain';
import type { UseCase } from './use-case.ts';

/** Somebody came in, tried to, or carried something out; written down, whoever it was. */
export const noteAtTheDoor: UseCase<'note-at-the-door'> = (_situation, { event, subject }) =>
  ok([{ type: 'door-noted', event, subject }]);
