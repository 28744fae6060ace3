import { DEVICE_ROLES, type DeviceId } from '@motcua/domain';
import { z } from 'zod';
import { addDevice, revokeDevice } from '../../identity/devices.ts';
import { DOORS } from '../../identity/rights.ts';
import { answerRefusal, deviceAnswer, type HttpApp, nameInput, refusals } from '../http/answers.ts';
import type { RouteContext } from './route-context.ts';

export function deviceRoutes(app: HttpApp, { hub, guard, log }: RouteContext): void {
  app.get(
    '/api/devices',
    {
      onRequest: guard.only(...DOORS.devices),
      schema: {
        summary: 'All devices, revoked ones too',
        response: { 200: z.object({ devices: z.array(deviceAnswer) }), ...refusals },
      },
    },
    async () => ({ devices: [...hub.state.devices.values()] }),
  );

  app.post(
    '/api/devices',
    {
      onRequest: guard.only(...DOORS.devices),
      schema: {
        summary: 'Let a device in without a code; its token is answered once',
        body: z.object({ role: z.enum(DEVICE_ROLES), name: nameInput }),
        response: { 200: z.object({ device: deviceAnswer, token: z.string() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const added = await addDevice(hub, request.body, by);
      if (!added.ok) return answerRefusal(reply, added.refusal);
      log.info({ deviceId: added.value.device.id, personId: by.personId }, 'device added');
      return added.value;
    },
  );

  app.post(
    '/api/devices/:deviceId/revoke',
    {
      onRequest: guard.only(...DOORS.devices),
      schema: {
        summary: 'Shut a device out at once',
        params: z.object({ deviceId: z.string().max(100) }),
        response: { 200: z.object({ device: deviceAnswer }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = guard.identityOf(request);
      const revoked = await revokeDevice(hub, request.params.deviceId as DeviceId, by);
      if (!revoked.ok) return answerRefusal(reply, revoked.refusal);
      log.info({ deviceId: revoked.value.id, personId: by.personId }, 'device revoked');
      return { device: revoked.value };
    },
  );
}
