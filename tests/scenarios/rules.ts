import type { PriorityGroupId, ServiceId } from '@motcua/domain';
import { plainTicket } from '@motcua/protocol';
import { SERVICES, type ServiceName } from './centre-day.ts';

type Ticket = ReturnType<typeof plainTicket>;

/** The request for a number, for one or more services. */
export function wants(
  services: ServiceName | readonly ServiceName[],
  overrides: Partial<Ticket> = {},
): Ticket {
  const names = typeof services === 'string' ? [services] : services;
  const serviceIds = names.map((name) => SERVICES[name] as ServiceId);
  return { ...plainTicket(serviceIds[0] as ServiceId), serviceIds, ...overrides };
}

export const ELDERLY = 'elderly' as PriorityGroupId;
export const PREGNANT = 'pregnant' as PriorityGroupId;
