import { API_SCOPES, type DeviceId } from '@motcua/domain';
import * as z from 'zod/mini';
import type { HttpRoute } from './route.ts';
import { device, id, instant, list, name, nothing } from './values.ts';

const scopes = list(z.enum(API_SCOPES)).check(z.minLength(1, 'a scope is needed'));
export const newApiKey = z.object({ name, scopes });
export type NewApiKey = z.output<typeof newApiKey>;

const apiKey = z.object({
  key: device,
  lastUsedAt: z.nullable(instant),
  today: z.object({
    requests: z.number(),
    refused: z.number().check(z.describe('of them, because the key has not the scope')),
  }),
});
/** An API key as a device of the role `program`, and how it was used. */
export type ApiKey = z.output<typeof apiKey>;

export const apiKeyWithToken = z.object({
  key: device,
  token: z.string().check(z.describe('shown once')),
});
export type ApiKeyWithToken = z.output<typeof apiKeyWithToken>;
export const apiKeyList = z.object({ keys: list(apiKey) });
export const apiKeyParams = z.object({ keyId: id<DeviceId>() });

/** The administrator's register of API keys. */
export const apiKeys = {
  all: {
    method: 'GET',
    path: '/api/keys',
    summary: 'All API keys, revoked ones too, and their use',
    answer: apiKeyList,
  },
  create: {
    method: 'POST',
    path: '/api/keys',
    summary: 'Create an API key; its token is answered once',
    body: newApiKey,
    answer: apiKeyWithToken,
  },
  revoke: {
    method: 'POST',
    path: '/api/keys/:keyId/revoke',
    summary: 'Revoke an API key at once and for ever',
    params: apiKeyParams,
    answer: nothing,
  },
} as const satisfies Record<string, HttpRoute>;
