import { DEVICE_ROLES, type Instant, type LocalDate, PERSON_ROLES } from '@motcua/domain';
import { z } from 'zod';
import { CLOCK_PROBLEMS } from '../engine/clock-state.ts';
import type { Control } from '../operations/control-file.ts';
import type { Administration } from './administration.ts';
import { askHub, type HubAnswer } from './ask-hub.ts';
import { Sentence, toSentence } from './sentence.ts';

const device = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(DEVICE_ROLES),
  revoked: z.boolean(),
});
const pairing = z.object({
  code: z.string(),
  name: z.string(),
  role: z.enum(DEVICE_ROLES),
  address: z.string(),
});
const person = z.object({
  name: z.string(),
  login: z.string(),
  role: z.enum(PERSON_ROLES),
  active: z.boolean(),
});
const clock = z.object({
  at: z.number().transform((at) => at as Instant),
  today: z.string().transform((day) => day as LocalDate),
  wall: z.number().transform((at) => at as Instant),
  wallDay: z.string().transform((day) => day as LocalDate),
  problem: z.enum(CLOCK_PROBLEMS).nullable(),
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

function administrationOver(control: Control): Administration {
  const ask = async (path: string, body: object | null = null): Promise<HubAnswer> => {
    const answer = await askHub(control, {
      path: `/api/control/${path}`,
      body,
      authorization: `Bearer ${control.controlToken}`,
      timeoutMs: ANSWER_TIMEOUT_MS,
    });
    if (answer.ok) return answer;
    const { code, detail } = refusal.parse(answer.json());
    throw toSentence(code, detail);
  };
  const read = async <T>(schema: z.ZodType<T>, answer: Promise<HubAnswer>): Promise<T> =>
    schema.parse((await answer).json());

  return {
    addDevice: (wish) => read(z.object({ device, token: z.string() }), ask('devices', wish)),
    devices: () => read(z.array(device), ask('devices')),
    revokeDevice: (id) => read(device, ask(`devices/${encodeURIComponent(id)}/revoke`, {})),
    waitingPairings: () => read(z.array(pairing), ask('pairings')),
    refusePairing: (code) => read(pairing, ask(`pairings/${encodeURIComponent(code)}/refuse`, {})),
    addPerson: (wish) => read(z.object({ person, secret: z.string() }), ask('people', wish)),
    recover: async (login) => {
      const given = z.object({ person, token: z.string() });
      return { ...(await read(given, ask('people/recover', { login }))), url: control.url };
    },
    people: () => read(z.array(person), ask('people')),
    report: async (day, format, language) => {
      const path = `reports/day/${day}?format=${format}&language=${language}`;
      return (await ask(path)).bytes;
    },
    clock: () => read(clock, ask('clock')),
    confirmClock: () => read(clock, ask('clock', {})),
    close: () => {},
  };
}

async function answers(control: Control): Promise<boolean> {
  try {
    const asked = { path: '/health', body: null, authorization: null };
    const answer = await askHub(control, { ...asked, timeoutMs: HEALTH_TIMEOUT_MS });
    return health.safeParse(answer.json()).success;
  } catch (cause) {
    if (isTimeout(cause))
      throw new Sentence(
        `The hub at ${control.url} (process ${control.pid}) does not answer; wait a moment, or stop it and try again.`,
        { cause },
      );
    return false;
  }
}

/** An aborted wait says so itself, or as the cause of what it broke. */
function isTimeout(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return cause.name === 'TimeoutError' || cause.name === 'AbortError' || isTimeout(cause.cause);
}
