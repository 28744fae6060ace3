import { plainTicket } from '@motcua/protocol';
import { join } from 'node:path';
import {
  type CommandId,
  type Counter,
  type CounterId,
  type DeviceId,
  type DeviceRole,
  type LocalTime,
  type PersonId,
  type Queue,
  type QueueId,
  type Service,
  type ServiceGroupId,
  type ServiceId,
  type Setting,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { aSite } from '@motcua/domain/builders';
import {
  createHub,
  createSessions,
  hashToken,
  type Hub,
  type HubCommand,
  type Identity,
  newToken,
  THE_HUB_ITSELF,
} from '@motcua/hub';

import { type Child, startChild } from './processes.ts';

export const BENCH_SERVICE = 'bench' as ServiceId;
export const BENCH_COUNTER = 'bench-counter' as CounterId;
const BENCH_QUEUE = 'bench' as QueueId;

const queue: Queue = {
  id: BENCH_QUEUE,
  name: { vi: 'Đo tốc độ' },
  series: { prefix: 'Z', from: 1, to: 9_999_999 },
  active: true,
  dailyQuota: null,
};
const service: Service = {
  id: BENCH_SERVICE,
  groupId: 'bench' as ServiceGroupId,
  queueId: BENCH_QUEUE,
  name: { vi: 'Đo tốc độ' },
  code: null,
  papers: [],
  order: 0,
  usual: false,
  active: true,
  quick: false,
};
const counter: Counter = {
  id: BENCH_COUNTER,
  number: 99,
  name: { vi: 'Đo tốc độ' },
  queueIds: [BENCH_QUEUE],
  ordered: false,
  quick: 'no',
};
const CLERK = 'bench-clerk' as PersonId;
const HEAD = 'bench-head' as PersonId;

export interface BenchCentre {
  readonly hub: Child<{ readonly url: string }>;
  readonly kioskTokens: readonly string[];
  readonly displayToken: string;
  /** Session cookie of a clerk. */
  readonly cookie: string;
  /** Session cookie of the head, who may export. */
  readonly headCookie: string;
}

/** A hub in a process of its own, on its own disk, with `waiting` visitors in the bench's queue. */
export async function startBenchCentre(
  dir: string,
  { waiting, kiosks }: { readonly waiting: number; readonly kiosks: number },
): Promise<BenchCentre> {
  const hub = createHub({ dataDir: dir });
  const { retentionDays } = hub.state.settings.site;
  for (const setting of benchSettings(retentionDays))
    await give(hub, { type: 'put-setting', setting });
  for (const [id, role] of [
    [CLERK, 'clerk'],
    [HEAD, 'head'],
  ] as const)
    await give(hub, {
      type: 'put-person',
      person: { id, name: id, login: id, role, active: true, skills: null },
    });
  const kioskTokens: string[] = [];
  for (let n = 1; n <= kiosks; n += 1) kioskTokens.push(await addDevice(hub, 'kiosk', n));
  const displayToken = await addDevice(hub, 'display', 1);
  const sessions = createSessions(hub.store.sessions, hub.now);
  const [cookie, headCookie] = [CLERK, HEAD].map(
    (person) => `motcua_session=${sessions.open(person)}`,
  );
  await fill(hub, waiting);
  hub.close();

  return {
    hub: await startHubProcess(dir),
    kioskTokens,
    displayToken,
    cookie: cookie ?? '',
    headCookie: headCookie ?? '',
  };
}

/** The hub as an office runs it, on that folder. */
export function startHubProcess(dir: string): Promise<Child<{ readonly url: string }>> {
  return startChild(join(import.meta.dirname, '../../apps/hub/src/main.ts'), [
    ...['--port', '0', '--data', dir],
    ...['--commands-per-second', 'unlimited', '--log-level', 'error'],
  ]);
}

function benchSettings(retentionDays: number): readonly Setting[] {
  const allDay = [{ from: '00:00' as LocalTime, to: '24:00' as LocalTime }];
  const week = Array.from({ length: 7 }, () => allDay);
  return [
    { kind: 'site', value: aSite({ hours: { week, closedDays: [] }, retentionDays }) },
    {
      kind: 'service-group',
      value: { id: service.groupId, name: service.name, icon: 'dots', order: 1 },
    },
    { kind: 'queue', value: queue },
    { kind: 'service', value: service },
    { kind: 'counter', value: counter },
  ];
}

async function addDevice(hub: Hub, role: DeviceRole, n: number): Promise<string> {
  const id = `${role}-${n}` as DeviceId;
  const token = newToken();
  await give(hub, {
    type: 'put-device',
    device: {
      id,
      name: id,
      role,
      pairedAt: hub.now(),
      revoked: false,
      locked: false,
      training: false,
      condition: UNKNOWN_CONDITION,
    },
  });
  hub.store.secrets.setDeviceToken(id, hashToken(token), hub.now());
  return token;
}

async function fill(hub: Hub, waiting: number): Promise<void> {
  const kiosk: Identity = {
    deviceId: 'kiosk-1' as DeviceId,
    deviceRole: 'kiosk',
    personId: null,
    personRole: null,
  };
  const BATCH = 2_000;
  for (let done = 0; done < waiting; done += BATCH)
    await Promise.all(
      Array.from({ length: Math.min(BATCH, waiting - done) }, (_, i) =>
        give(hub, plainTicket(BENCH_SERVICE), kiosk, done + i),
      ),
    );
}

type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;
let given = 0;
async function give(
  hub: Hub,
  wish: WithoutId<HubCommand>,
  identity: Identity = THE_HUB_ITSELF,
  n?: number,
): Promise<void> {
  const commandId = `bench-${n === undefined ? 'set' : 'fill'}-${n ?? (given += 1)}` as CommandId;
  const result = await hub.execute({ ...wish, commandId }, identity);
  if (!result.ok) throw new Error(`${wish.type} was refused: ${result.refusal.code}`);
}
