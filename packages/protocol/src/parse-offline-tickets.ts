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
  inputId,
  inputInstant,
  language,
  inputDate,
  needs,
  party,
  printReport,
} from './wire-values.ts';

const paperTicket = z.strictObject({
  visitId: inputId<VisitId>(),
  printJobId: inputId<PrintJobId>(),
  number: z.string().regex(/^\p{Lu}{0,4}\d{2,4}$/u),
  day: inputDate,
  arrivedAt: inputInstant,
  serviceIds: z.array(inputId<ServiceId>()).min(1).max(MAX_STEPS),
  language,
  priorityGroupId: inputId<PriorityGroupId>().nullable(),
  needs,
  party,
  bookedFor: inputInstant.nullable(),
});

export const settleTicket = z.strictObject({
  commandId,
  type: z.literal('settle-ticket'),
  ticket: paperTicket,
  print: printReport.nullable(),
  resolution: z.enum(['noted', 'given-back', 'left', 'reprinted']).nullable(),
  instead: inputId<VisitId>().nullable(),
});
