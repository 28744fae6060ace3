import { LISTED_KINDS, type ServiceId } from '@motcua/domain';
import { MAX_COUNTERS } from '@motcua/domain/setup';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { id, list, localText } from './values.ts';

/** A set-up of a commune has a tenth of this; what is longer is another file. */
export const MAX_SETUP_FILE_LENGTH = 2_000_000;

const setupStep = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('file'),
    text: z.string().check(z.maxLength(MAX_SETUP_FILE_LENGTH), z.describe('of a set-up file')),
  }),
  z.object({
    type: z.literal('services'),
    serviceIds: z.array(id<ServiceId>(64)).check(z.maxLength(500)),
  }),
  z.object({
    type: z.literal('counters'),
    count: z.int().check(z.minimum(1), z.maximum(MAX_COUNTERS)),
  }),
  z.object({ type: z.literal('made-up') }),
  z.object({ type: z.literal('discard') }),
]);
/** An act of setting up, as it is asked for. */
export type SetupRequest = z.output<typeof setupStep>;

const setupLine = z.object({
  change: z.enum(['add', 'change', 'remove']),
  kind: z.enum(['site', 'safekeeping', ...LISTED_KINDS]),
  id: z.string(),
  name: z.nullable(localText).check(z.describe('null: there is one only')),
});
/** One thing that a set-up adds, changes or removes. */
export type SetupLine = z.output<typeof setupLine>;
const setupLines = z.object({ changes: list(setupLine) });

const body = z.object({ step: setupStep });

export const setup = {
  file: {
    method: 'GET',
    path: '/api/setup',
    summary: 'The set-up as a file for another office: no people, no devices, no secrets',
  },
  preview: {
    method: 'POST',
    path: '/api/setup/preview',
    summary: 'What an act of setting up would change',
    body,
    answer: setupLines,
  },
  apply: {
    method: 'POST',
    path: '/api/setup',
    summary: 'Set up: everything of it, or nothing',
    body,
    answer: setupLines,
  },
} as const satisfies Record<string, HttpRoute>;

/** The same for the command line. */
export const setupControl = {
  file: { ...setup.file, path: '/api/control/setup' },
  preview: { ...setup.preview, path: '/api/control/setup/preview' },
  apply: { ...setup.apply, path: '/api/control/setup' },
} as const satisfies Record<string, HttpRoute>;
