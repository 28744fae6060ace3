import {
  type BackupSettings,
  type CounterId,
  DAY_ENDS,
  type LocalTime,
  PRIORITY_ICONS,
  type PriorityGroupId,
  QUICK_COUNTERS,
  type QueueId,
  RESULT_RULES,
  RETENTION_DAYS,
  SERVICE_ICONS,
  type ServiceGroupId,
  type ServiceId,
  type Setting,
  type SettingKind,
  type SiteId,
} from '@motcua/domain';
import { z } from 'zod';
import { inputId, line, inputDate, text, whole } from './wire-values.ts';

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

const spans = z.array(z.strictObject({ from: localTime, to: localTime })).max(10);

const site = z.strictObject({
  id: inputId<SiteId>(),
  name: text,
  authority: text,
  place: line(100),
  zone: line(60),
  hours: z.strictObject({
    week: z.array(spans).length(7),
    closedDays: z.array(z.strictObject({ date: inputDate, reason: text })).max(200),
    specialDays: z
      .array(z.strictObject({ date: inputDate, spans, reason: text }))
      .max(200)
      .exactOptional(),
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
  dayEnd: z.enum(DAY_ENDS),
  estimates: z.boolean(),
  retentionDays: z.int().min(RETENTION_DAYS.least).max(RETENTION_DAYS.most),
  followAddress: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .nullable(),
  longSlips: z.boolean().exactOptional(),
  results: z.enum(RESULT_RULES).exactOptional(),
  alarms: z
    .strictObject({
      noCounterMinutes: whole(0, 240),
      pausedMinutes: whole(1, 240),
      parkedMinutes: whole(1, 240),
      closingMinutes: whole(0, 240),
    })
    .exactOptional(),
});

const serviceGroup = z.strictObject({
  id: inputId<ServiceGroupId>(),
  name: text,
  icon: z.enum(SERVICE_ICONS),
  order: whole(0, 9999),
});

const service = z.strictObject({
  id: inputId<ServiceId>(),
  groupId: inputId<ServiceGroupId>(),
  queueId: inputId<QueueId>(),
  name: text,
  code: line(40).nullable(),
  papers: z.array(text).max(20),
  order: whole(0, 9999),
  usual: z.boolean(),
  active: z.boolean(),
  quick: z.boolean(),
});

const queue = z.strictObject({
  id: inputId<QueueId>(),
  name: text,
  series: z
    .strictObject({
      // Which letters are allowed, the rule in domain refuses with its own code.
      prefix: z.string().regex(/^\p{Lu}{0,2}$/u),
      from: whole(1, 9999),
      to: whole(1, 9999),
    })
    .refine(({ from, to }) => from <= to, 'the range is empty'),
  active: z.boolean(),
  dailyQuota: whole(0, 9999).nullable(),
});

const counter = z.strictObject({
  id: inputId<CounterId>(),
  number: whole(1, 99),
  name: text,
  queueIds: z.array(inputId<QueueId>()).max(100),
  ordered: z.boolean(),
  quick: z.enum(QUICK_COUNTERS),
});

const priorityGroup = z.strictObject({
  id: inputId<PriorityGroupId>(),
  name: text,
  icon: z.enum(PRIORITY_ICONS),
  sensitive: z.boolean(),
  atKiosk: z.boolean(),
  active: z.boolean(),
  order: whole(0, 9999),
});

/** The origin of a hub and nothing more: it goes into the header that names where pages may connect. */
const origin = z
  .url({ protocol: /^https?$/, hostname: /^[a-z0-9.:[\]-]+$/ })
  .max(200)
  .refine((url) => /^[a-z]+:\/\/[^/?#@]+\/?$/i.test(url))
  .transform((url) => url.replace(/\/$/, ''));

const backupSettings = z.strictObject({
  id: z.literal('safekeeping'),
  backupAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .transform((value) => value as LocalTime),
  backupsKept: z.int().min(1).max(366),
  standbyAddress: origin.nullable(),
}) satisfies z.ZodType<BackupSettings>;

/** One schema a kind: a new one does not compile without its own. */
const SCHEMAS = {
  'site': z.strictObject({ kind: z.literal('site'), value: site }),
  'service-group': z.strictObject({ kind: z.literal('service-group'), value: serviceGroup }),
  'service': z.strictObject({ kind: z.literal('service'), value: service }),
  'queue': z.strictObject({ kind: z.literal('queue'), value: queue }),
  'counter': z.strictObject({ kind: z.literal('counter'), value: counter }),
  'priority-group': z.strictObject({ kind: z.literal('priority-group'), value: priorityGroup }),
  'safekeeping': z.strictObject({ kind: z.literal('safekeeping'), value: backupSettings }),
} satisfies { readonly [K in SettingKind]: z.ZodType<Extract<Setting, { kind: K }>> };

const { site: first, ...others } = SCHEMAS;
export const setting = z.discriminatedUnion('kind', [
  first,
  ...Object.values(others),
]) satisfies z.ZodType<Setting>;
