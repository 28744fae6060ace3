import {
  MAX_STEPS,
  type PriorityGroupId,
  type PrintJobId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import { z } from 'zod';
import {
  commandId,
  id,
  instant,
  language,
  localDate,
  needs,
  party,
  printReport,
} from './wire-values.ts';

const paperTicket = z.strictObject({
  visitId: id<VisitId>(),
  printJobId: id<PrintJobId>(),
  number: z.string().regex(/^\p{Lu}{0,4}\d{2,4}$/u),
  day: localDate,
  arrivedAt: instant,
  serviceIds: z.array(id<ServiceId>()).min(1).max(MAX_STEPS),
  language,
  priorityGroupId: id<PriorityGroupId>().nullable(),
  needs,
  party,
  bookedFor: instant.nullable(),
});

export const settleTicket = z.strictObject({
  commandId,
  type: z.literal('settle-ticket'),
  ticket: paperTicket,
  print: printReport.nullable(),
  resolution: z.enum(['noted', 'given-back', 'left', 'reprinted']).nullable(),
  instead: id<VisitId>().nullable(),
});
