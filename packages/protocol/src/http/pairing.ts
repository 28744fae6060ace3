import { DEVICE_ROLES } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { deviceAnswer, instant, list, name, nothing } from './values.ts';

const params = z.object({ code: z.string().check(z.regex(/^\d{6}$/)) });
export const waitingPairing = z.object({
  code: z.string(),
  role: z.enum(DEVICE_ROLES),
  name: z.string().check(z.describe('what the device calls itself')),
  address: z.string(),
  askedAt: instant,
});
/** A device that shows this code and waits for approval. */
export type WaitingPairing = z.output<typeof waitingPairing>;

const state = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({
    state: z.literal('approved'),
    token: z.string().check(z.minLength(1), z.describe('given once')),
  }),
  z.object({ state: z.literal('refused') }),
  z.object({ state: z.literal('unknown') }),
]);

export const pairing = {
  ask: {
    method: 'POST',
    path: '/api/pairing',
    summary: 'A device requests a pairing and shows the code',
    body: z.object({ role: z.enum(DEVICE_ROLES), name }),
    answer: z.object({
      pairingId: z.string(),
      code: z.string().check(z.describe('six digits to show')),
    }),
  },
  state: {
    method: 'GET',
    path: '/api/pairing/:pairingId',
    summary: 'The device polls for approval; the token is answered once',
    params: z.object({ pairingId: z.string().check(z.maxLength(100)) }),
    answer: state,
  },
  waiting: {
    method: 'GET',
    path: '/api/pairings',
    summary: 'Devices that wait for approval',
    answer: z.object({ pairings: list(waitingPairing) }),
  },
  approve: {
    method: 'POST',
    path: '/api/pairings/:code/approve',
    summary: 'Approve the device that shows this code, under this name or its own',
    params,
    body: z.nullish(z.object({ name: z.optional(name) })),
    answer: deviceAnswer,
  },
  refuse: {
    method: 'POST',
    path: '/api/pairings/:code/refuse',
    summary: 'Refuse the device that shows this code',
    params,
    answer: nothing,
  },
} as const satisfies Record<string, HttpRoute>;
