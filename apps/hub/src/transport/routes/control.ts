import { createHash, timingSafeEqual } from 'node:crypto';
import { DEVICE_ROLES, type DeviceId, PERSON_ROLES, roomHealth } from '@motcua/domain';
import { z } from 'zod';
import { clockStateOf, confirmClock } from '../../engine/clock-state.ts';
import { REPORT_FORMATS, whyNoReport } from '../../reads/day-report.ts';
import { sendRead } from '../http/send-read.ts';
import { addDevice, revokeDevice } from '../../identity/devices.ts';
import { toRoomLine } from '../../doctor/room-checks.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { addPerson, giveLink, recoverByLogin } from '../../identity/people.ts';
import { answerRefusal, type HttpApp, loginInput, nameInput } from '../http/answers.ts';
import { isOwnOrigin } from '../http/origin-check.ts';
import { bearerIn } from '../http/guard.ts';
import { dayInput, languageInput } from './reports.ts';
import type { RouteContext } from './route-context.ts';

/** What the command line asks of a running hub: only from this machine, only with the token in `hub.json`. */
export function controlRoutes(app: HttpApp, context: RouteContext): void {
  const { hub, sessions, pairings, controlToken, log, upkeep } = context;
  const hide = { hide: true };

  app.addHook('onRequest', async ({ socket, headers }, reply) => {
    const token = bearerIn(headers.authorization);
    if (isOwnOrigin(socket) && token !== null && isSameToken(token, controlToken)) return;
    return answerRefusal(reply, { code: 'role-not-allowed', detail: {} });
  });

  app.get('/api/control/devices', { schema: hide }, async () => [...hub.state.devices.values()]);
  app.post(
    '/api/control/devices',
    { schema: { ...hide, body: z.object({ role: z.enum(DEVICE_ROLES), name: nameInput }) } },
    async ({ body }, reply) => {
      const added = await addDevice(hub, body, THE_HUB_ITSELF);
      if (!added.ok) return answerRefusal(reply, added.refusal);
      log.info({ deviceId: added.value.device.id }, 'device added from the command line');
      return added.value;
    },
  );
  app.post(
    '/api/control/devices/:deviceId/revoke',
    { schema: { ...hide, params: z.object({ deviceId: z.string().max(100) }) } },
    async ({ params }, reply) => {
      const revoked = await revokeDevice(hub, params.deviceId as DeviceId, THE_HUB_ITSELF);
      if (!revoked.ok) return answerRefusal(reply, revoked.refusal);
      log.info({ deviceId: revoked.value.id }, 'device revoked from the command line');
      return revoked.value;
    },
  );

  app.get('/api/control/pairings', { schema: hide }, async () => pairings.waiting());
  app.post(
    '/api/control/pairings/:code/refuse',
    { schema: { ...hide, params: z.object({ code: z.string().max(100) }) } },
    async ({ params }, reply) => {
      const refused = pairings.refuse(params.code);
      if (!refused.ok) return answerRefusal(reply, refused.refusal);
      log.info({ address: refused.value.address }, 'pairing refused from the command line');
      return refused.value;
    },
  );

  app.get('/api/control/upkeep', { schema: hide }, async () => ({
    at: hub.now(),
    clock: clockStateOf(hub),
    backupFolder: upkeep.backups.state().folder,
    devices: upkeep.vitals.all(),
    room: roomHealth(
      {
        devices: hub.state.devices.values(),
        announcements: hub.state.announcements.values(),
        printJobs: hub.state.printJobs.values(),
      },
      hub.now(),
    ).findings.map(toRoomLine),
  }));

  app.get('/api/control/clock', { schema: hide }, async () => clockStateOf(hub));
  app.post('/api/control/clock', { schema: hide }, async (_request, reply) => {
    const confirmed = await confirmClock(hub, THE_HUB_ITSELF);
    if (!confirmed.ok) return answerRefusal(reply, confirmed.refusal);
    log.warn({ today: hub.state.today }, 'the clock was confirmed from the command line');
    return clockStateOf(hub);
  });

  app.get('/api/control/people', { schema: hide }, async () => [...hub.state.people.values()]);
  app.post(
    '/api/control/people',
    {
      schema: {
        ...hide,
        body: z.object({ name: nameInput, login: loginInput, role: z.enum(PERSON_ROLES) }),
      },
    },
    async ({ body }, reply) => {
      const added = await addPerson(hub, body, THE_HUB_ITSELF);
      if (!added.ok) return answerRefusal(reply, added.refusal);
      log.info({ personId: added.value.person.id }, 'person added from the command line');
      return added.value;
    },
  );

  app.post(
    '/api/control/people/recover',
    { schema: { ...hide, body: z.object({ login: z.string().max(64) }) } },
    async ({ body }, reply) => {
      const known = recoverByLogin(hub, body.login);
      const given = known.ok
        ? await giveLink(hub, sessions, known.value.id, THE_HUB_ITSELF)
        : known;
      if (!given.ok) return answerRefusal(reply, given.refusal);
      log.info({ personId: given.value.person.id }, 'link given from the command line');
      return given.value;
    },
  );

  app.get(
    '/api/control/reports/day/:day',
    {
      schema: {
        ...hide,
        params: z.object({ day: dayInput }),
        querystring: z.object({ format: z.enum(REPORT_FORMATS), language: languageInput }),
      },
    },
    ({ params, query }, reply) => {
      const no = whyNoReport(hub, params.day);
      if (no !== null) return answerRefusal(reply, no);
      const task = { type: 'day-report', ...params, ...query } as const;
      return sendRead(reply, upkeep.reader, task, 'application/octet-stream');
    },
  );
}

export function isSameToken(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
