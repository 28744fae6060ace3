import {
  type Announcement,
  type AnnouncementId,
  type AnnouncementReport,
  type BookingId,
  type Care,
  type CommandId,
  type CounterId,
  DAY_ENDS,
  type DeviceCondition,
  type DeviceId,
  type LocalText,
  type LocalTime,
  MOST_STEPS,
  ok,
  PAUSE_REASONS,
  type PersonId,
  PRIORITY_ICONS,
  PRINTER_FAULTS,
  type PriorityGroupId,
  type PrintJobId,
  QUICK_COUNTERS,
  type QueueId,
  refuse,
  type Result,
  SERVICE_ICONS,
  type ServiceGroupId,
  type ServiceId,
  type Setting,
  type SiteId,
  type VisitId,
} from '@motcua/domain';
import { z } from 'zod';
import {
  type Command,
  type Hello,
  type Question,
  type RequestedAction,
  ROLES,
  STEP_OUTS,
} from './messages.ts';
import { reserveNumbers, settleTicket } from './parse-kiosk-alone.ts';
import {
  id,
  instant,
  language,
  line,
  localDate,
  needs,
  party,
  printReport,
  whole,
} from './parse-parts.ts';

const text = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), line(300))
  .refine((value) => (value['vi'] ?? '') !== '', 'the Vietnamese text is missing')
  .transform((value) => value as LocalText);
const ticketNumber = z
  .string()
  .max(20)
  .transform((value) => value.normalize('NFC').replaceAll(/[\s-]/g, '').toUpperCase());
const reason = line(300).nullable();

const hello = z.strictObject({
  protocolVersion: z.int(),
  role: z.enum(ROLES),
  deviceToken: z.string().max(200).nullable(),
  lastSeq: z.int().min(0).nullable(),
}) satisfies z.ZodType<Hello>;

const reservation = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('counter'), counterId: id<CounterId>() }),
    z.strictObject({ type: z.literal('clerk'), clerkId: id<PersonId>() }),
  ])
  .nullable();

const care = z.strictObject({
  needs,
  priorityGroupId: id<PriorityGroupId>().nullable(),
  note: line(300),
}) satisfies z.ZodType<Care>;

const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['call', 'finish', 'go-on', 'reinstate']) }),
  z.strictObject({ type: z.literal('recall') }),
  z.strictObject({ type: z.literal('start-service') }),
  z.strictObject({ type: z.literal('park'), shared: z.boolean() }),
  z.strictObject({
    type: z.literal('transfer'),
    toQueueId: id<QueueId>(),
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
    serviceId: id<ServiceId>(),
  }),
  z.strictObject({
    type: z.literal('set-priority'),
    priority: z.enum(['normal', 'priority']),
  }),
  z.strictObject({ type: z.literal('set-party'), party }),
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
  printer: z.enum(['ready', 'near-end', ...PRINTER_FAULTS]).nullable(),
  sound: z.enum(['on', 'blocked', 'off']).nullable(),
}) satisfies z.ZodType<DeviceCondition>;

const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .transform((value) => value as LocalTime);

const priorityMode = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('strict') }),
  z.strictObject({
    type: z.literal('interleaved'),
    priority: whole(1, 20),
    normal: whole(1, 20),
  }),
  z.strictObject({ type: z.literal('ageing'), bonusMinutes: whole(1, 480) }),
]);

const site = z.strictObject({
  id: id<SiteId>(),
  name: text,
  authority: text,
  place: line(100),
  zone: line(60),
  hours: z.strictObject({
    week: z.array(z.array(z.strictObject({ from: localTime, to: localTime })).max(10)).length(7),
    closedDays: z.array(z.strictObject({ date: localDate, reason: text })).max(200),
  }),
  rule: z.strictObject({ mode: priorityMode, maxWaitMinutes: whole(1, 600) }),
  announcements: z.strictObject({
    repeat: whole(1, 3),
    chime: z.boolean(),
    reading: z.enum(['cardinal', 'digits']),
    inVisitorLanguage: z.boolean(),
  }),
  missed: z.strictObject({
    calls: whole(1, 9),
    afterSeconds: whole(10, 600),
    graceMinutes: whole(0, 600),
    behind: whole(0, 50),
  }),
  bookings: z.strictObject({
    offered: z.boolean(),
    slotMinutes: whole(5, 240),
    capacity: whole(1, 50),
    earlyMinutes: whole(0, 240),
    lateMinutes: whole(0, 240),
    daysAhead: whole(0, 90),
  }),
  holdMinutes: whole(0, 60),
  lastTicketMinutes: whole(0, 240),
  offlineNumbers: whole(0, 200),
  dayEnd: z.enum(DAY_ENDS),
  estimates: z.boolean(),
  followAddress: z.url().max(200).nullable(),
});

const serviceGroup = z.strictObject({
  id: id<ServiceGroupId>(),
  name: text,
  icon: z.enum(SERVICE_ICONS),
  order: whole(0, 9999),
});

const service = z.strictObject({
  id: id<ServiceId>(),
  groupId: id<ServiceGroupId>(),
  queueId: id<QueueId>(),
  name: text,
  code: line(40).nullable(),
  papers: z.array(text).max(20),
  order: whole(0, 9999),
  usual: z.boolean(),
  active: z.boolean(),
  quick: z.boolean(),
});

const queue = z.strictObject({
  id: id<QueueId>(),
  name: text,
  series: z
    .strictObject({
      prefix: z.string().regex(/^\p{Lu}{0,2}$/u),
      from: whole(1, 9999),
      to: whole(1, 9999),
    })
    .refine(({ from, to }) => from <= to, 'the range is empty'),
  active: z.boolean(),
  dailyQuota: whole(0, 9999).nullable(),
});

const counter = z.strictObject({
  id: id<CounterId>(),
  number: whole(1, 99),
  name: text,
  queueIds: z.array(id<QueueId>()).max(100),
  ordered: z.boolean(),
  quick: z.enum(QUICK_COUNTERS),
});

const priorityGroup = z.strictObject({
  id: id<PriorityGroupId>(),
  name: text,
  icon: z.enum(PRIORITY_ICONS),
  sensitive: z.boolean(),
  atKiosk: z.boolean(),
  active: z.boolean(),
  order: whole(0, 9999),
});

const setting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('site'), value: site }),
  z.strictObject({ kind: z.literal('service-group'), value: serviceGroup }),
  z.strictObject({ kind: z.literal('service'), value: service }),
  z.strictObject({ kind: z.literal('queue'), value: queue }),
  z.strictObject({ kind: z.literal('counter'), value: counter }),
  z.strictObject({ kind: z.literal('priority-group'), value: priorityGroup }),
]) satisfies z.ZodType<Setting>;

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ticket'), number: ticketNumber }),
  z.strictObject({ type: z.literal('slip'), visitId: id<VisitId>() }),
]) satisfies z.ZodType<Question>;

const commandId = id<CommandId>();
const command = z.discriminatedUnion('type', [
  z.strictObject({
    commandId,
    type: z.literal('issue-ticket'),
    serviceIds: z.array(id<ServiceId>()).min(1).max(MOST_STEPS),
    language,
    priorityGroupId: id<PriorityGroupId>().nullable(),
    needs,
    party,
    reason,
    training: z.boolean(),
  }),
  z.strictObject({ commandId, type: z.literal('check-in'), code: line(20), language }),
  z.strictObject({
    commandId,
    type: z.literal('step-out'),
    number: ticketNumber,
    wish: z.enum(STEP_OUTS),
  }),
  z.strictObject({
    commandId,
    type: z.literal('make-booking'),
    serviceId: id<ServiceId>(),
    startsAt: instant,
  }),
  z.strictObject({ commandId, type: z.literal('cancel-booking'), bookingId: id<BookingId>() }),
  z.strictObject({ commandId, type: z.literal('set-care'), visitId: id<VisitId>(), care }),
  z.strictObject({
    commandId,
    type: z.literal('set-kiosk'),
    deviceId: id<DeviceId>(),
    locked: z.boolean(),
    training: z.boolean(),
  }),
  z.strictObject({
    commandId,
    type: z.literal('report-print'),
    printJobId: id<PrintJobId>(),
    report: printReport,
  }),
  z.strictObject({
    commandId,
    type: z.literal('resolve-print'),
    printJobId: id<PrintJobId>(),
    resolution: z.enum(['noted', 'given-back']),
  }),
  reserveNumbers,
  settleTicket,
  z.strictObject({
    commandId,
    type: z.literal('open-counter'),
    counterId: id<CounterId>(),
    training: z.boolean(),
  }),
  z.strictObject({ commandId, type: z.literal('close-counter'), counterId: id<CounterId>() }),
  z.strictObject({
    commandId,
    type: z.literal('pause-counter'),
    counterId: id<CounterId>(),
    reason: z.enum(PAUSE_REASONS),
  }),
  z.strictObject({ commandId, type: z.literal('resume-counter'), counterId: id<CounterId>() }),
  z.strictObject({
    commandId,
    type: z.literal('call-next'),
    counterId: id<CounterId>(),
    finishCurrent: z.boolean(),
  }),
  z.strictObject({
    commandId,
    type: z.literal('act-on-visit'),
    visitId: id<VisitId>(),
    counterId: id<CounterId>().nullable(),
    action,
    note: line(300).nullable(),
    reason,
  }),
  z.strictObject({ commandId, type: z.literal('undo'), counterId: id<CounterId>() }),
  z.strictObject({
    commandId,
    type: z.literal('report-announcement'),
    announcementId: id<AnnouncementId>(),
    report: announcementReport,
  }),
  z.strictObject({ commandId, type: z.literal('report-condition'), condition }),
  z.strictObject({ commandId, type: z.literal('put-setting'), setting }),
  z.strictObject({
    commandId,
    type: z.literal('remove-setting'),
    kind: z.enum(['service-group', 'service', 'queue', 'counter', 'priority-group']),
    id: id<string>(),
  }),
]) satisfies z.ZodType<Command>;

/** Reads what a stranger sent as a command; refuses anything else, and anything more, with `malformed`. */
export function parseCommand(message: unknown): Result<Command> {
  return read(command, message);
}

/** Reads a question; refuses with `malformed`. */
export function parseQuestion(message: unknown): Result<Question> {
  return read(question, message);
}

/** Reads a greeting; refuses with `malformed`. A newer client's greeting is still a greeting. */
export function parseHello(message: unknown): Result<Hello> {
  return read(hello, message);
}

function read<T>(schema: z.ZodType<T>, message: unknown): Result<T> {
  const parsed = schema.safeParse(message);
  if (parsed.success) return ok(parsed.data);
  const problem = parsed.error.issues[0];
  return refuse('malformed', { at: problem?.path.join('.').slice(0, 100) ?? '' });
}
