import { ONE_PERSON, type ServiceId } from '@motcua/domain';
import type { CommandOf } from './messages.ts';

/** The command of one visitor for one service, without notes. */
export function plainTicket(
  serviceId: ServiceId,
  language = 'vi',
): Omit<CommandOf<'issue-ticket'>, 'commandId'> {
  return {
    type: 'issue-ticket',
    serviceIds: [serviceId],
    language,
    priorityGroupId: null,
    needs: [],
    party: ONE_PERSON,
    reason: null,
    training: false,
  };
}
