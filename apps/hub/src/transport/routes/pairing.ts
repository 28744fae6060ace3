import { DEVICE_ROLES } from '@motcua/domain';
import { z } from 'zod';
import { approvePairing } from '../../identity/devices.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { DOORS } from '../../identity/rights.ts';
import { answerRefusal, deviceAnswer, type HttpApp, nameInput, refusals } from '../http/answers.ts';
import { isOwnOrigin } from '../http/origin-check.ts';
import type { RouteContext } from './route-context.ts';

const asked = z.object({ pairingId: z.string(), code: z.string().describe('six digits to show') });
const state = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('approved'), token: z.string().describe('given once') }),
  z.object({ state: z.literal('refused') }),
  z.object({ state: z.literal('unknown') }),
]);
const waiting = z.object({
  pairings: z.array(
    z.object({
      code: z.string(),
      role: z.enum(DEVICE_ROLES),
      name: z.string(),
      address: z.string(),
      askedAt: z.number(),
    }),
  ),
});

export function pairingRoutes(app: HttpApp, context: RouteContext): void {
  const { hub, config, pairings, guard, log } = context;
  const onRequest = guard.only(...DOORS.devices);

  app.post(
    '/api/pairing',
    {
      // A whole room of devices on this machine may start at once in a demonstration.
      config: { rateLimit: { max: config.demonstration ? 1_000 : 60, timeWindow: 60_000 } },
      schema: {
        summary: 'A device asks to be let in and shows the code',
        body: z.object({ role: z.enum(DEVICE_ROLES), name: nameInput }),
        response: { 200: asked, ...refusals },
      },
    },
    async (request, reply) => {
      const result = pairings.ask(request.body, request.ip);
      if (!result.ok) return answerRefusal(reply, result.refusal);
      const { pairingId, code } = result.value;
      // A standby gets every secret's hash: a person must mean it.
      const { role } = request.body;
      if (config.demonstration && role !== 'standby' && isOwnOrigin(request.socket)) {
        const paired = await approvePairing(hub, pairings, code, null, THE_HUB_ITSELF);
        if (!paired.ok) return answerRefusal(reply, paired.refusal);
        log.info({ deviceId: paired.value.id }, 'device paired by itself');
      }
      return { pairingId, code };
    },
  );

  app.get(
    '/api/pairing/:pairingId',
    {
      config: { rateLimit: { max: 1_200, timeWindow: 60_000 } },
      schema: {
        summary: 'The device asks whether it was let in; the token is handed out once',
        params: z.object({ pairingId: z.string().max(100) }),
        response: { 200: state, ...refusals },
      },
    },
    async ({ params }) => pairings.stateOf(params.pairingId),
  );

  app.get(
    '/api/pairings',
    {
      onRequest,
      schema: {
        summary: 'Devices that wait to be let in',
        response: { 200: waiting, ...refusals },
      },
    },
    async () => ({ pairings: [...pairings.waiting()] }),
  );

  app.post(
    '/api/pairings/:code/approve',
    {
      onRequest,
      schema: {
        summary: 'Let the device in that shows this code, under this name or its own',
        params: z.object({ code: z.string().regex(/^\d{6}$/) }),
        body: z.object({ name: nameInput.optional() }).nullish(),
        response: { 200: z.object({ device: deviceAnswer }), ...refusals },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const by = guard.identityOf(request);
      const asked = pairings.waiting().find(({ code }) => code === params.code);
      if (asked?.role === 'standby' && by.personRole !== 'administrator')
        return answerRefusal(reply, { code: 'role-not-allowed', detail: {} });
      const paired = await approvePairing(hub, pairings, params.code, body?.name ?? null, by);
      if (!paired.ok) return answerRefusal(reply, paired.refusal);
      log.info({ deviceId: paired.value.id, personId: by.personId }, 'device paired');
      return { device: paired.value };
    },
  );

  app.post(
    '/api/pairings/:code/refuse',
    {
      onRequest,
      schema: {
        summary: 'Refuse the device that shows this code; it is told so',
        params: z.object({ code: z.string().regex(/^\d{6}$/) }),
        response: { 200: z.object({}), ...refusals },
      },
    },
    async (request, reply) => {
      const refused = pairings.refuse(request.params.code);
      if (!refused.ok) return answerRefusal(reply, refused.refusal);
      const { role, address } = refused.value;
      log.info({ role, address, personId: guard.identityOf(request).personId }, 'pairing refused');
      return {};
    },
  );
}
