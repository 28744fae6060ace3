import { LOGIN_PATTERN, type QueueId, toSingleLine } from '@motcua/domain';
import * as z from 'zod/mini';
import { device, id, person } from '../records.ts';

export { device, id, instant, list, localDate, person } from '../records.ts';

/** In every language that a centre writes it in. */
export const localText = z.catchall(z.object({ vi: z.string() }), z.string());

export const name = z
  .string()
  .check(z.maxLength(80), z.overwrite(toSingleLine), z.minLength(1, 'a name is needed'));
export const login = z.string().check(
  z.overwrite((typed) => typed.trim().toLowerCase()),
  z.regex(LOGIN_PATTERN, 'a login has 2 to 32 letters a-z, digits, dots or dashes'),
);
export const skills = z
  .nullable(z.readonly(z.array(id<QueueId>(64)).check(z.maxLength(100))))
  .check(z.describe('ids of the queues served; null: all'));
export const password = z.string().check(z.maxLength(256));

export const nothing = z.object({});
export const personAnswer = z.object({ person });
export const deviceAnswer = z.object({ device });
