import {
  DEVICE_ROLES,
  type DeviceId,
  type Instant,
  isCalendarDay,
  type LocalDate,
  PERSON_ROLES,
  type PersonId,
  PRINTER_STATES,
  type QueueId,
  toSingleLine,
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
  z.string().check(z.refine(isCalendarDay, 'a day is written as 2026-11-23')),
);
export const list = <S extends z.ZodMiniType>(item: S) => z.readonly(z.array(item));
/** In every language that a centre writes it in. */
export const localText = z.catchall(z.object({ vi: z.string() }), z.string());

export const name = z
  .string()
  .check(z.maxLength(80), z.overwrite(toSingleLine), z.minLength(1, 'a name is needed'));
export const login = z.string().check(
  z.overwrite((typed) => typed.trim().toLowerCase()),
  z.regex(/^[a-z0-9][a-z0-9._-]{1,31}$/, 'a login has 2 to 32 letters a-z, digits, dots or dashes'),
);
export const skills = z
  .nullable(z.readonly(z.array(id<QueueId>(64)).check(z.maxLength(100))))
  .check(z.describe('ids of the queues served; null: all'));
export const password = z.string().check(z.maxLength(256));

export const person = z.object({
  id: id<PersonId>(),
  name: z.string(),
  login: z.string(),
  role: z.enum(PERSON_ROLES),
  active: z.boolean(),
  skills: z.nullable(list(id<QueueId>())).check(z.describe('ids of the queues served; null: all')),
});
export const personAnswer = z.object({ person });

export const device = z.object({
  id: id<DeviceId>(),
  name: z.string(),
  role: z.enum(DEVICE_ROLES),
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
});
export const deviceAnswer = z.object({ device });

export const nothing = z.object({});
