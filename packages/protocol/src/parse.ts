import {
  type Announcement,
  type AnnouncementId,
  type AnnouncementReport,
  type BookingId,
  type VisitorNotes,
  type CounterId,
  type DeviceCondition,
  type DeviceId,
  LISTED_KINDS,
  MAX_STEPS,
  ok,
  PAUSE_REASONS,
  type PersonId,
  PRINT_RESOLUTIONS,
  PRINTER_STATES,
  type PriorityGroupId,
  type PrintJobId,
  type QueueId,
  refuse,
  type Result,
  type ServiceId,
  STEP_RESULTS,
  type VisitId,
} from '@motcua/domain';
import { z } from 'zod';
import {
  type Beat,
  type Command,
  type Hello,
  type Question,
  type RequestedAction,
  ROLES,
  type Slip,
  STEP_OUTS,
} from './messages.ts';
import { settleTicket } from './parse-offline-tickets.ts';
import { setting } from './settings-schemas.ts';
import {
  beat,
  commandId,
  history,
  inputId,
  inputInstant,
  language,
  line,
  needs,
  party,
  printReport,
  reason,
  ticketNumber,
  whole,
} from './wire-values.ts';

const hello = z.strictObject({
  protocolVersion: z.int(),
  role: z.enum(ROLES),
  deviceToken: z.string().max(200).nullable(),
  lastSeq: z.int().min(0).nullable(),
  history: history.nullable().default(null),
}) satisfies z.ZodType<Hello>;

const reservation = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('counter'), counterId: inputId<CounterId>() }),
    z.strictObject({ type: z.literal('clerk'), clerkId: inputId<PersonId>() }),
  ])
  .nullable();

const care = z.strictObject({
  needs,
  priorityGroupId: inputId<PriorityGroupId>().nullable(),
  note: line(300),
}) satisfies z.ZodType<VisitorNotes>;

const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['call', 'finish', 'go-on', 'reinstate']) }),
  z.strictObject({ type: z.literal('recall') }),
  z.strictObject({ type: z.literal('start-service') }),
  z.strictObject({ type: z.literal('park'), shared: z.boolean() }),
  z.strictObject({
    type: z.literal('transfer'),
    toQueueId: inputId<QueueId>(),
    reservedFor: reservation,
    andBack: z.boolean(),
  }),
  z.strictObject({ type: z.literal('send-back') }),
  z.strictObject({ type: z.literal('mark-no-show') }),
  z.strictObject({
    type: z.literal('cancel'),
    as: z.enum(['cancelled', 'withdrawn', 'left']),
  }),
  z.strictObject({ type: z.literal('postpone'), minutes: whole(1, 480) }),
  z.strictObject({
    type: z.enum(['add-service', 'drop-service']),
    serviceId: inputId<ServiceId>(),
  }),
  z.strictObject({
    type: z.literal('set-priority'),
    priority: z.enum(['normal', 'priority']),
  }),
  z.strictObject({ type: z.literal('set-party'), party }),
  z.strictObject({
    type: z.literal('set-result'),
    step: whole(0, 99),
    result: z.enum(STEP_RESULTS),
    dossierCode: line(60).nullable(),
  }),
  z.strictObject({ type: z.literal('reserve'), reservedFor: reservation }),
  z.strictObject({ type: z.literal('return') }),
]) satisfies z.ZodType<RequestedAction>;

const ANNOUNCEMENT_FAILURES = ['no-sound', 'missing-clip', 'expired'] as const satisfies readonly (
  | Announcement['failure']
  | null
)[];
const announcementReport = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('playing') }),
  z.strictObject({ state: z.literal('played') }),
  z.strictObject({ state: z.literal('failed'), failure: z.enum(ANNOUNCEMENT_FAILURES) }),
]) satisfies z.ZodType<AnnouncementReport>;

const condition = z.strictObject({
  printer: z.enum(PRINTER_STATES).nullable(),
  printProof: z.enum(['proved', 'accepted']).exactOptional(),
  sound: z.enum(['on', 'blocked', 'off']).nullable(),
}) satisfies z.ZodType<DeviceCondition>;

const slip = z.strictObject({
  type: z.literal('slip'),
  visitId: inputId<VisitId>(),
}) satisfies z.ZodType<Slip>;

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ticket'), number: ticketNumber }),
  slip,
  z.strictObject({ type: z.literal('booking'), code: line(20) }),
  z.strictObject({ type: z.literal('copy'), printJobId: inputId<PrintJobId>() }),
]) satisfies z.ZodType<Question>;

const command = z.discriminatedUnion('type', [
  z.strictObject({
    commandId,
    type: z.literal('issue-ticket'),
    serviceIds: z.array(inputId<ServiceId>()).min(1).max(MAX_STEPS),
    language,
    priorityGroupId: inputId<PriorityGroupId>().nullable(),
    needs,
    party,
    reason,
    training: z.boolean(),
  }),
  z.strictObject({
    commandId,
    type: z.literal('check-in'),
    code: line(20),
    language,
    priorityGroupId: inputId<PriorityGroupId>().nullable(),
    needs,
    party,
  }),
  z.strictObject({
    commandId,
    type: z.literal('step-out'),
    visitId: inputId<VisitId>(),
    wish: z.enum(STEP_OUTS),
  }),
  z.strictObject({
    commandId,
    type: z.literal('make-booking'),
    serviceId: inputId<ServiceId>(),
    startsAt: inputInstant,
  }),
  z.strictObject({ commandId, type: z.literal('cancel-booking'), bookingId: inputId<BookingId>() }),
  z.strictObject({ commandId, type: z.literal('set-care'), visitId: inputId<VisitId>(), care }),
  z.strictObject({
    commandId,
    type: z.literal('set-kiosk'),
    deviceId: inputId<DeviceId>(),
    locked: z.boolean(),
    training: z.boolean(),
  }),
  z.strictObject({
    commandId,
    type: z.literal('withdraw-numbers'),
    deviceId: inputId<DeviceId>(),
  }),
  z.strictObject({
    commandId,
    type: z.literal('report-print'),
    printJobId: inputId<PrintJobId>(),
    report: printReport,
  }),
  z.strictObject({
    commandId,
    type: z.literal('resolve-print'),
    printJobId: inputId<PrintJobId>(),
    resolution: z.enum(PRINT_RESOLUTIONS),
  }),
  z.strictObject({
    commandId,
    type: z.literal('print-again'),
    visitId: inputId<VisitId>(),
    kioskId: inputId<DeviceId>(),
  }),
  settleTicket,
  z.strictObject({
    commandId,
    type: z.literal('open-counter'),
    counterId: inputId<CounterId>(),
    training: z.boolean(),
  }),
  z.strictObject({ commandId, type: z.literal('close-counter'), counterId: inputId<CounterId>() }),
  z.strictObject({
    commandId,
    type: z.literal('pause-counter'),
    counterId: inputId<CounterId>(),
    reason: z.enum(PAUSE_REASONS),
  }),
  z.strictObject({ commandId, type: z.literal('resume-counter'), counterId: inputId<CounterId>() }),
  z.strictObject({
    commandId,
    type: z.literal('call-next'),
    counterId: inputId<CounterId>(),
    finishCurrent: z.boolean(),
  }),
  z.strictObject({
    commandId,
    type: z.literal('act-on-visit'),
    visitId: inputId<VisitId>(),
    counterId: inputId<CounterId>().nullable(),
    action,
    note: line(300).nullable(),
    reason,
  }),
  z.strictObject({
    commandId,
    type: z.literal('undo'),
    counterId: inputId<CounterId>().nullable(),
  }),
  z.strictObject({
    commandId,
    type: z.literal('report-announcement'),
    announcementId: inputId<AnnouncementId>(),
    report: announcementReport,
  }),
  z.strictObject({ commandId, type: z.literal('report-condition'), condition }),
  z.strictObject({ commandId, type: z.literal('put-setting'), setting }),
  z.strictObject({
    commandId,
    type: z.literal('remove-setting'),
    kind: z.enum(LISTED_KINDS),
    id: inputId<string>(),
  }),
]) satisfies z.ZodType<Command>;

/** Reads untrusted input as a command; refuses anything else, and anything more, with `malformed`. */
export function parseCommand(message: unknown): Result<Command> {
  return read(command, message);
}

/** Reads a question; refuses with `malformed`. */
export function parseQuestion(message: unknown): Result<Question> {
  return read(question, message);
}

/** Reads which slip is meant; refuses with `malformed`. */
export function parseSlip(message: unknown): Result<Slip> {
  return read(slip, message);
}

/** Reads a greeting; refuses with `malformed`. A newer client's greeting is still a greeting. */
export function parseHello(message: unknown): Result<Hello> {
  return read(hello, message);
}

/** Reads a heartbeat; refuses with `malformed`. */
export function parseBeat(message: unknown): Result<Beat> {
  return read(beat, message);
}

function read<T>(schema: z.ZodType<T>, message: unknown): Result<T> {
  const parsed = schema.safeParse(message);
  if (parsed.success) return ok(parsed.data);
  const problem = parsed.error.issues[0];
  return refuse('malformed', { at: problem?.path.join('.').slice(0, 100) ?? '' });
}
