import {
  type CommandId,
  type Instant,
  isLocalDate,
  LARGEST_PARTY,
  type LocalDate,
  type LocalText,
  NEEDS,
  type Party,
  PRINT_PROOFS,
  PRINTER_FAULTS,
  type PrintReport,
  toSingleLine,
} from '@motcua/domain';
import { z } from 'zod';
import { isHubCommandId } from './hub-command-id.ts';
import type { Beat, HubHistory } from './messages.ts';

/**
 * An id as clients send it, or a short word: safe to show, log and look up, as a key of a plain object too. `records.ts` has
 * the laxer schemas of what the hub itself keeps and answers.
 */
export const inputId = <T extends string>() =>
  z
    .string()
    .regex(/^(?!__proto__$)[\p{L}\p{N}._:-]{1,64}$/u)
    .transform((value) => value as T);
/** Made by the sender; those of the hub's own commands are reserved. */
export const commandId = inputId<CommandId>().refine((value) => !isHubCommandId(value));
/** One line of at most so many characters, as it was typed; parsed without invisible characters. */
export const line = (most: number) => z.string().max(most).transform(toSingleLine);
export const text = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), line(300))
  .refine((value) => (value['vi'] ?? '') !== '', 'the Vietnamese text is missing')
  .transform((value) => value as LocalText);
/** A whole number between both, inclusive. */
export const whole = (least: number, most: number) => z.int().min(least).max(most);
/** A day of the calendar in this century. */
export const inputInstant = whole(0, 4_102_444_800_000).transform((value) => value as Instant);
export const ticketNumber = z
  .string()
  .max(20)
  .transform((value) => value.normalize('NFC').replaceAll(/[\s-]/g, '').toUpperCase());
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
export const reason = line(300).nullable();
/** In the same century as an instant. */
export const inputDate = z
  .string()
  .refine((value) => value.startsWith('20') && isLocalDate(value))
  .transform((value) => value as LocalDate);

export const party = z.strictObject({
  people: whole(1, LARGEST_PARTY),
  files: whole(1, LARGEST_PARTY),
  proxy: z.boolean(),
}) satisfies z.ZodType<Party>;

export const needs = z.array(z.enum(NEEDS)).max(NEEDS.length);

export const printReport = z.discriminatedUnion('state', [
  // A kiosk that sends no proof is from before proofs had degrees, when only a printer's report counted.
  z.strictObject({
    state: z.literal('printed'),
    proof: z.enum(PRINT_PROOFS).default('proved'),
  }),
  z.strictObject({ state: z.literal('failed'), fault: z.enum(PRINTER_FAULTS) }),
]) satisfies z.ZodType<PrintReport>;

export const history = z.strictObject({
  database: z.string().max(64),
  epoch: z.int().min(0),
  life: z.string().max(64).default(''),
}) satisfies z.ZodType<HubHistory>;

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
