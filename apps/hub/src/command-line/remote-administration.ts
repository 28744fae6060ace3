import { DEVICE_ROLES, PERSON_ROLES } from '@motcua/domain';
import { z } from 'zod';
import type { Control } from '../control-file.ts';
import type { Administration } from './administration.ts';
import { Sentence, toSentence } from './sentence.ts';

const device = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(DEVICE_ROLES),
  revoked: z.boolean(),
});
const person = z.object({
  name: z.string(),
  login: z.string(),
  role: z.enum(PERSON_ROLES),
  active: z.boolean(),
});
const health = z.object({ status: z.literal('ok') });
const refusal = z.object({
  code: z.string(),
  detail: z.record(z.string(), z.string()).optional(),
});

const HEALTH_TIMEOUT_MS = 2_000;
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Asks the running hub to do it, so that there is one writer. Null when nothing listens where the hub said it would:
 * it was stopped the hard way. Throws a sentence when it is there and stays silent.
 */
export async function openRemoteAdministration(control: Control): Promise<Administration | null> {
  return (await answers(control)) ? administrationOver(control) : null;
}

function administrationOver({ url, controlToken }: Control): Administration {
  const ask = async (path: string, body: object | null = null): Promise<Response> => {
    const response = await fetch(new URL(`/api/control/${path}`, url), {
      method: body === null ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${controlToken}`,
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    if (response.ok) return response;
    const { code, detail } = refusal.parse(await response.json());
    throw toSentence(code, detail);
  };
  const read = async <T>(schema: z.ZodType<T>, response: Promise<Response>): Promise<T> =>
    schema.parse(await (await response).json());

  return {
    addDevice: (wish) => read(z.object({ device, token: z.string() }), ask('devices', wish)),
    devices: () => read(z.array(device), ask('devices')),
    revokeDevice: (id) => read(device, ask(`devices/${encodeURIComponent(id)}/revoke`, {})),
    addPerson: (wish) => read(z.object({ person, secret: z.string() }), ask('people', wish)),
    recover: async (login) => {
      const given = z.object({ person, token: z.string() });
      return { ...(await read(given, ask('people/recover', { login }))), url };
    },
    people: () => read(z.array(person), ask('people')),
    report: async (day, format, language) => {
      const path = `reports/day/${day}?format=${format}&language=${language}`;
      return new Uint8Array(await (await ask(path)).arrayBuffer());
    },
    close: () => {},
  };
}

async function answers({ url, pid }: Control): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health', url), {
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS),
    });
    return health.safeParse(await response.json()).success;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'TimeoutError')
      throw new Sentence(
        `The hub at ${url} (process ${pid}) does not answer; wait a moment, or stop it and try again.`,
        { cause },
      );
    return false;
  }
}
