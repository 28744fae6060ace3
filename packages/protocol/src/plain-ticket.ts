import { ALONE, type ServiceId } from '@motcua/domain';
import type { CommandOf } from './messages.ts';

/** The wish of somebody who comes alone, for one service, with nothing to say. */
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
    party: ALONE,
    reason: null,
    training: false,
  };
}
