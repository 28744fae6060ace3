import { join } from 'node:path';
import {
  type CommandId,
  type Counter,
  type CounterId,
  type DeviceId,
  type DeviceRole,
  type PersonId,
  type Queue,
  type QueueId,
  type Service,
  type ServiceId,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { aCounter, aQueue, aService, aServiceGroup } from '@motcua/domain/builders';
import {
  createHub,
  createSessions,
  hashToken,
  type Hub,
  newToken,
  THE_HUB_ITSELF,
} from '@motcua/hub';
import { aroundTheClock, kimBoi } from '@motcua/testing';
import { type Child, startChild } from '../processes.ts';

export const COUNTERS = 40;
export const KIOSKS = 4;
const QUEUES = 10;

export interface SoakCentre {
  readonly hub: Child<{ readonly url: string }>;
  readonly kioskTokens: readonly string[];
  readonly displayToken: string;
  /** A session for each clerk, and their counter. */
  readonly clerks: readonly { readonly cookie: string; readonly counterId: CounterId }[];
  readonly services: readonly ServiceId[];
}

/** A centre far larger than a commune's: ten queues, forty counters, each serving two queues. */
export async function startSoakCentre(dir: string): Promise<SoakCentre> {
  const hub = createHub({ dataDir: dir });
  const group = aServiceGroup();
  const queues = Array.from({ length: QUEUES }, (_, n): Queue =>
    aQueue({
      id: `queue-${n}` as QueueId,
      series: { prefix: String.fromCodePoint(65 + n), from: 1, to: 9_999 },
    }),
  );
  const services = queues.map((queue, n): Service =>
    aService({ id: `service-${n}` as ServiceId, groupId: group.id, queueId: queue.id }),
  );
  const counters = Array.from({ length: COUNTERS }, (_, n): Counter =>
    aCounter({
      id: `counter-${n + 1}` as CounterId,
      number: n + 1,
      queueIds: [n, n + 1].map((queue) => `queue-${queue % QUEUES}` as QueueId),
    }),
  );
  const { site } = aroundTheClock(kimBoi);
  const settings = [
    { kind: 'site', value: site },
    { kind: 'service-group', value: group },
    ...queues.map((value) => ({ kind: 'queue', value }) as const),
    ...services.map((value) => ({ kind: 'service', value }) as const),
    ...counters.map((value) => ({ kind: 'counter', value }) as const),
  ] as const;
  for (const setting of settings) await give(hub, { type: 'put-setting', setting });

  const sessions = createSessions(hub.store.sessions, hub.now);
  const clerks: { cookie: string; counterId: CounterId }[] = [];
  for (const { id, number } of counters) {
    const person = {
      ...{ id: `clerk-${number}` as PersonId, name: `Clerk ${number}`, login: `clerk${number}` },
      ...{ role: 'clerk', active: true, skills: null },
    } as const;
    await give(hub, { type: 'put-person', person });
    clerks.push({ cookie: `motcua_session=${sessions.open(person.id)}`, counterId: id });
  }
  const kioskTokens: string[] = [];
  for (let n = 1; n <= KIOSKS; n += 1) kioskTokens.push(await addDevice(hub, 'kiosk', n));
  const displayToken = await addDevice(hub, 'display', 1);
  hub.close();

  const child = await startChild<{ readonly url: string }>(
    join(import.meta.dirname, '../../../apps/hub/src/main.ts'),
    ['--port', '0', '--data', dir, '--log-level', 'error'],
  );
  const serviceIds = services.map(({ id }) => id);
  return { hub: child, kioskTokens, displayToken, clerks, services: serviceIds };
}

async function addDevice(hub: Hub, role: DeviceRole, n: number): Promise<string> {
  const id = `${role}-${n}` as DeviceId;
  const token = newToken();
  const paired = { id, name: id, role, pairedAt: hub.now(), revoked: false };
  const device = { ...paired, condition: UNKNOWN_CONDITION, locked: false, training: false };
  await give(hub, { type: 'put-device', device });
  hub.store.secrets.setDeviceToken(id, hashToken(token), hub.now());
  return token;
}

let given = 0;
async function give(hub: Hub, wish: object): Promise<void> {
  const commandId = `soak-${(given += 1)}` as CommandId;
  const result = await hub.execute({ ...wish, commandId } as never, THE_HUB_ITSELF);
  if (!result.ok) throw new Error(`The centre could not be set up: ${result.refusal.code}`);
}
