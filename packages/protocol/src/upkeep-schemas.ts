import type { Instant, LocalTime, BackupSettings } from '@motcua/domain';
import { z } from 'zod';
import type { Beat, HubHistory } from './messages.ts';

export const history = z.strictObject({
  database: z.string().max(64),
  epoch: z.int().min(0),
  life: z.string().max(64).default(''),
}) satisfies z.ZodType<HubHistory>;

/** The origin of a hub and nothing more: it goes into the header that names where pages may connect. */
const origin = z
  .url({ protocol: /^https?$/, hostname: /^[a-z0-9.:[\]-]+$/ })
  .max(200)
  .refine((url) => /^[a-z]+:\/\/[^/?#@]+\/?$/i.test(url))
  .transform((url) => url.replace(/\/$/, ''));

export const safekeeping = z.strictObject({
  id: z.literal('safekeeping'),
  backupAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .transform((value) => value as LocalTime),
  backupsKept: z.int().min(1).max(366),
  standbyAddress: origin.nullable(),
}) satisfies z.ZodType<BackupSettings>;

export const beat = z.strictObject({
  at: z
    .int()
    .min(0)
    .transform((value) => value as Instant),
  version: z
    .string()
    .regex(/^[\w.+-]{1,40}$/)
    .nullable(),
  freeBytes: z.int().min(0).nullable(),
}) satisfies z.ZodType<Beat>;
