import { createHash, timingSafeEqual } from 'node:crypto';
import { ok, roomHealth } from '@motcua/domain';
import { control } from '@motcua/protocol/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clockStateOf, confirmClock } from '../../clock/clock-state.ts';
import { createKey, listKeys, revokeKey } from '../../identity/api-keys.ts';
import { addDevice, pairedDevices, revokeDevice } from '../../identity/devices.ts';
import { toRoomLine } from '../../doctor/room-checks.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { addPerson, giveLink, recoverByLogin } from '../../identity/people.ts';
import { answerRefusal } from '../http/answer-refusal.ts';
import { isOwnOrigin } from '../http/origin-check.ts';
import { bearerIn } from '../http/guard.ts';
import type { Serve } from '../http/serve-route.ts';
import { languageOf, sendPeriodReport, sendReport } from './reports.ts';
import type { RouteContext } from './route-context.ts';
import { setupControlRoutes } from './setup.ts';

/** The routes of the command line: only from this machine, only with the token in `hub.json`. */
export function controlRoutes(serve: Serve, context: RouteContext): void {
  const { hub, sessions, pairings, controlToken, log, services } = context;
  const own = {
    hide: true,
    onRequest: async ({ socket, headers }: FastifyRequest, reply: FastifyReply) => {
      const token = bearerIn(headers.authorization);
      if (isOwnOrigin(socket) && token !== null && isSameToken(token, controlToken)) return;
      return answerRefusal(reply, { code: 'role-not-allowed', detail: {} });
    },
  } as const;

  setupControlRoutes(serve, context, own);
  serve(control.devices, own, () => ok(pairedDevices(hub)));
  serve(control.addDevice, own, async ({ body }) => {
    const added = await addDevice(hub, body, THE_HUB_ITSELF);
    if (added.ok)
      log.info({ deviceId: added.value.device.id }, 'device added from the command line');
    return added;
  });
  serve(control.revokeDevice, own, async ({ params }) => {
    const revoked = await revokeDevice(hub, params.deviceId, THE_HUB_ITSELF);
    if (revoked.ok)
      log.info({ deviceId: revoked.value.id }, 'device revoked from the command line');
    return revoked;
  });

  serve(control.keys, own, () => ok({ keys: listKeys(hub, services.keyUses) }));
  serve(control.createKey, own, async ({ body }) => {
    const created = await createKey(hub, body, THE_HUB_ITSELF);
    if (created.ok)
      log.info({ deviceId: created.value.key.id }, 'API key created from the command line');
    return created;
  });
  serve(control.revokeKey, own, async ({ params }) => {
    const revoked = await revokeKey(hub, params.keyId, THE_HUB_ITSELF);
    if (revoked.ok) log.info({ deviceId: params.keyId }, 'API key revoked from the command line');
    return revoked;
  });

  serve(control.pairings, own, () => ok(pairings.waiting()));
  serve(control.refusePairing, own, ({ params }) => {
    const refused = pairings.refuse(params.code);
    if (refused.ok)
      log.info({ address: refused.value.address }, 'pairing refused from the command line');
    return refused;
  });

  serve(control.status, own, () =>
    ok({
      at: hub.now(),
      clock: clockStateOf(hub),
      backupFolder: services.backups.state().folder,
      devices: services.vitals.all(),
      room: roomHealth(
        {
          devices: hub.state.devices.values(),
          announcements: hub.state.announcements.values(),
          printJobs: hub.state.printJobs.values(),
        },
        hub.now(),
      ).findings.map(toRoomLine),
    }),
  );

  serve(control.clock, own, () => ok(clockStateOf(hub)));
  serve(control.confirmClock, own, async () => {
    const confirmed = await confirmClock(hub, THE_HUB_ITSELF);
    if (!confirmed.ok) return confirmed;
    log.warn({ today: hub.state.today }, 'the clock was confirmed from the command line');
    return ok(clockStateOf(hub));
  });

  serve(control.people, own, () => ok([...hub.state.people.values()]));
  serve(control.addPerson, own, async ({ body }) => {
    const added = await addPerson(hub, body, THE_HUB_ITSELF);
    if (added.ok)
      log.info({ personId: added.value.person.id }, 'person added from the command line');
    return added;
  });
  serve(control.recover, own, async ({ body }) => {
    const known = recoverByLogin(hub, body.login);
    const given = known.ok ? await giveLink(hub, sessions, known.value.id, THE_HUB_ITSELF) : known;
    if (given.ok) log.info({ personId: given.value.person.id }, 'link given from the command line');
    return given;
  });

  serve(control.report, own, ({ params, query, reply }) => {
    const language = languageOf(query);
    if (!language.ok) return language;
    return sendReport(context, reply, params.day, query.format, language.value);
  });
  serve(control.periodReport, own, ({ query, reply }) => {
    const language = languageOf(query);
    if (!language.ok) return language;
    const { period, format, complaints = null } = query;
    return sendPeriodReport(context, reply, period, format, language.value, complaints);
  });
}

export function isSameToken(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
