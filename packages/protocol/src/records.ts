import {
  API_SCOPES,
  type Booking,
  type BookingId,
  type CounterId,
  type CounterState,
  type Device,
  DEVICE_ROLES,
  type DeviceId,
  type Dossier,
  DOSSIER_CHANNELS,
  type Instant,
  isLocalDate,
  type LocalDate,
  type LocalTime,
  PAUSE_REASONS,
  type Person,
  PERSON_ROLES,
  type PersonId,
  PRINTER_STATES,
  type QueueId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import * as z from 'zod/mini';

/** Text or a number whose narrower type says what it stands for; the schema stays usable in both directions. */
const narrow = <T extends Base, Base, In = Base>(schema: z.ZodMiniType<Base, Base>) =>
  schema as z.ZodMiniType as z.ZodMiniType<T, In>;

/** An id in a request or an answer. */
export const id = <T extends string>(most = 100) =>
  narrow<T, string>(z.string().check(z.maxLength(most)));
export const instant = narrow<Instant, number>(
  z.number().check(z.describe('milliseconds since 1970, UTC')),
);
export const localDate = narrow<LocalDate, string, LocalDate>(
  z.string().check(z.refine(isLocalDate, 'a day is written as 2026-11-23')),
);
export const list = <S extends z.ZodMiniType>(item: S) => z.readonly(z.array(item));

// What the hub keeps as JSON, and answers.

export const person = z.object({
  id: id<PersonId>(),
  name: z.string(),
  login: z.string(),
  role: z.enum(PERSON_ROLES),
  active: z.boolean(),
  skills: z.nullable(list(id<QueueId>())).check(z.describe('ids of the queues served; null: all')),
}) satisfies z.ZodMiniType<Person>;

export const device = z.object({
  id: id<DeviceId>(),
  name: z.string(),
  role: z.enum([...DEVICE_ROLES, 'program']),
  pairedAt: instant,
  revoked: z.boolean(),
  condition: z.object({
    printer: z.nullable(z.enum(PRINTER_STATES)),
    printProof: z
      .exactOptional(z.enum(['proved', 'accepted']))
      .check(z.describe('the most that its printer can show of a slip')),
    sound: z.nullable(z.enum(['on', 'blocked', 'off'])),
  }),
  locked: z.boolean().check(z.describe('gives no numbers')),
  training: z.boolean().check(z.describe('gives numbers for practice only')),
  offlineLetter: z
    .exactOptional(z.string())
    .check(z.describe('in the numbers that this kiosk gives without the hub')),
  scopes: z.exactOptional(list(z.enum(API_SCOPES))).check(z.describe('of an API key')),
}) satisfies z.ZodMiniType<Device>;

const attended = { counterId: id<CounterId>(), clerkId: id<PersonId>(), since: instant };
export const counterState = z.discriminatedUnion('state', [
  z.object({ counterId: id<CounterId>(), state: z.literal('closed') }),
  z.object({
    ...attended,
    state: z.literal('open'),
    training: z.boolean(),
    unattendedSince: z.exactOptional(instant),
  }),
  z.object({
    ...attended,
    state: z.literal('paused'),
    training: z.boolean(),
    reason: z.enum(PAUSE_REASONS),
  }),
]) satisfies z.ZodMiniType<CounterState>;

export const booking = z.object({
  id: id<BookingId>(),
  code: z.string(),
  serviceId: id<ServiceId>(),
  queueId: id<QueueId>(),
  day: localDate,
  startsAt: instant,
  state: z.enum(['booked', 'checked-in', 'cancelled']),
  visitId: z.nullable(id<VisitId>()),
}) satisfies z.ZodMiniType<Booking>;

const moment = z.object({
  day: localDate,
  time: z.nullable(narrow<LocalTime, string>(z.string())),
});
export const dossier = z.object({
  code: z.string(),
  procedure: z.string(),
  procedureCode: z.nullable(z.string()),
  field: z.nullable(z.string()),
  channel: z.nullable(z.enum(DOSSIER_CHANNELS)),
  received: moment,
  due: z.nullable(moment),
  resolved: z.nullable(moment),
}) satisfies z.ZodMiniType<Dossier>;
