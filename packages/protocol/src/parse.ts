import {
  type Announcement,
  type AnnouncementId,
  type AnnouncementReport,
  type CommandId,
  type CounterId,
  type DeviceCondition,
  type LocalDate,
  type LocalText,
  type LocalTime,
  ok,
  PAUSE_REASONS,
  PRINTER_FAULTS,
  type PrintJobId,
  type PrintReport,
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
import { type Command, type Hello, type RequestedAction, ROLES } from './messages.ts';

/** Ids and short words: what can be shown, logged and looked up without harm. */
const id = <T extends string>() =>
  z
    .string()
    .regex(/^[\p{L}\p{N}._:-]{1,64}$/u)
    .transform((value) => value as T);
const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => value.normalize('NFC').trim());
const text = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), line(300))
  .refine((value) => (value['vi'] ?? '') !== '', 'the Vietnamese text is missing')
  .transform((value) => value as LocalText);
const whole = (least: number, most: number) => z.int().min(least).max(most);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const reason = line(300).nullable();

const hello = z.strictObject({
  protocolVersion: z.int(),
  role: z.enum(ROLES),
  deviceToken: z.string().max(200).nullable(),
  lastSeq: z.int().min(0).nullable(),
}) satisfies z.ZodType<Hello>;

const action = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call') }),
  z.strictObject({ type: z.literal('recall') }),
  z.strictObject({ type: z.literal('start-service') }),
  z.strictObject({ type: z.literal('park') }),
  z.strictObject({
    type: z.literal('transfer'),
    toQueueId: id<QueueId>(),
    toCounterId: id<CounterId>().nullable(),
  }),
  z.strictObject({ type: z.literal('send-back') }),
  z.strictObject({ type: z.literal('mark-no-show') }),
  z.strictObject({ type: z.literal('finish') }),
  z.strictObject({
    type: z.literal('cancel'),
    as: z.enum(['cancelled', 'withdrawn', 'left']),
  }),
  z.strictObject({ type: z.literal('reinstate') }),
]) satisfies z.ZodType<RequestedAction>;

const printReport = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('printed') }),
  z.strictObject({ state: z.literal('failed'), fault: z.enum(PRINTER_FAULTS) }),
]) satisfies z.ZodType<PrintReport>;

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
const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((value) => value as LocalDate);

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
});

const counter = z.strictObject({
  id: id<CounterId>(),
  number: whole(1, 99),
  name: text,
  queueIds: z.array(id<QueueId>()).max(100),
  ordered: z.boolean(),
});

const setting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('site'), value: site }),
  z.strictObject({ kind: z.literal('service-group'), value: serviceGroup }),
  z.strictObject({ kind: z.literal('service'), value: service }),
  z.strictObject({ kind: z.literal('queue'), value: queue }),
  z.strictObject({ kind: z.literal('counter'), value: counter }),
]) satisfies z.ZodType<Setting>;

const commandId = id<CommandId>();
const command = z.discriminatedUnion('type', [
  z.strictObject({
    commandId,
    type: z.literal('issue-ticket'),
    serviceId: id<ServiceId>(),
    language,
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
  z.strictObject({ commandId, type: z.literal('open-counter'), counterId: id<CounterId>() }),
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
    kind: z.enum(['service-group', 'service', 'queue', 'counter']),
    id: id<string>(),
  }),
]) satisfies z.ZodType<Command>;

/** Reads what a stranger sent as a command; refuses anything else, and anything more, with `malformed`. */
export function parseCommand(message: unknown): Result<Command> {
  return read(command, message);
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
