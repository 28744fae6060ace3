import {
  MOST_STEPS,
  type CommandId,
  type PriorityGroupId,
  type PrintJobId,
  type QueueId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import { z } from 'zod';
import {
  id,
  instant,
  language,
  localDate,
  needs,
  party,
  printReport,
  whole,
} from './wire-values.ts';

/** More than a site has queues, and blocks that came apart. */
const MOST_BLOCKS = 400;
const prefix = z.string().regex(/^\p{Lu}{0,2}$/u);

const block = z
  .strictObject({
    queueId: id<QueueId>(),
    prefix,
    from: whole(1, 9999),
    to: whole(1, 9999),
    reservedAt: instant,
  })
  .refine(({ from, to }) => from <= to, 'the block is empty');

export const reserveNumbers = z.strictObject({
  commandId: id<CommandId>(),
  type: z.literal('reserve-numbers'),
  holds: z
    .array(z.strictObject({ day: localDate, blocks: z.array(block).max(MOST_BLOCKS) }))
    .max(3),
  lastNumbers: z.record(id<QueueId>(), whole(0, 9999)),
  day: localDate,
  toldAll: z.boolean(),
});

const paperTicket = z.strictObject({
  visitId: id<VisitId>(),
  printJobId: id<PrintJobId>(),
  number: z.string().regex(/^\p{Lu}{0,2}\d{3,4}$/u),
  day: localDate,
  arrivedAt: instant,
  serviceIds: z.array(id<ServiceId>()).min(1).max(MOST_STEPS),
  language,
  priorityGroupId: id<PriorityGroupId>().nullable(),
  needs,
  party,
  bookedFor: instant.nullable(),
});

export const settleTicket = z.strictObject({
  commandId: id<CommandId>(),
  type: z.literal('settle-ticket'),
  ticket: paperTicket,
  print: printReport.nullable(),
  resolution: z.enum(['noted', 'given-back', 'left', 'reprinted']).nullable(),
  instead: id<VisitId>().nullable(),
});
