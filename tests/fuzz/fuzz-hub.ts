import { plainTicket, type Role } from '@motcua/protocol';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import {
  type CommandId,
  type DeviceId,
  type DeviceRole,
  type PersonId,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import {
  createHub,
  createLog,
  createSessions,
  hashToken,
  newToken,
  readConfig,
  startHub,
  type StartedHub,
  THE_HUB_ITSELF,
  verifyDatabase,
} from '@motcua/hub';
import {
  aroundTheClock,
  createFakeClock,
  type FakeClock,
  kimBoi,
  setUpCentre,
  until,
} from '@motcua/testing';
import type { Sender } from './commands.ts';
import { violationsIn } from './journal-invariants.ts';

/** The credentials of a sender: a device's token, a person's session. */
const BEHIND: {
  readonly [S in Sender]: { role: Role; device: DeviceRole | null; person: string | null };
} = {
  stranger: { role: 'kiosk', device: null, person: null },
  kiosk: { role: 'kiosk', device: 'kiosk', person: null },
  display: { role: 'display', device: 'display', person: null },
  clerk: { role: 'counter', device: null, person: 'lan' },
  guide: { role: 'counter', device: null, person: 'hanh' },
  head: { role: 'admin', device: null, person: 'dung' },
};

export interface Credentials {
  readonly role: Role;
  readonly deviceToken: string | null;
  readonly cookie: string | null;
  readonly personId: PersonId | null;
}

/** Kim Bôi's hub in this process, with a manual clock. */
export interface FuzzHub {
  readonly started: StartedHub;
  readonly clock: FakeClock;
  readonly credentialsOf: (sender: Sender, person?: string) => Promise<Credentials>;
  /** Connected and live; through `url` where it is not the hub's own. */
  readonly connect: (credentials: Credentials, url?: string) => Promise<HubConnection>;
  /** Expects that the hub works, had no fault and has a consistent journal. */
  readonly expectUnharmed: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts it on a Monday evening, an hour before midnight, so that the day ends during the test. */
export async function startFuzzHub(): Promise<FuzzHub> {
  const scratch = mkdtempSync(join(tmpdir(), 'motcua-fuzz-'));
  const dataDir = join(scratch, 'hub');
  const logFile = join(scratch, 'hub.log');
  const clock = createFakeClock(Date.UTC(2026, 10, 23, 16) as never);
  const first = createHub({ dataDir, now: clock.now });
  await setUpCentre(first, aroundTheClock(kimBoi));
  first.close();
  const read = readConfig({ port: 0, dataDir, commandsPerSecond: Infinity });
  if (!read.ok) throw new Error(read.sentence);
  const log = createLog({ level: 'error', file: logFile });
  const started = await startHub(read.config, log, clock.now);
  const { hub } = started;
  const links: HubConnection[] = [];

  async function tokenFor(role: DeviceRole): Promise<string> {
    const token = newToken();
    const id = `${role}-${token.slice(0, 8)}` as DeviceId;
    const paired = { id, name: role, role, pairedAt: hub.now(), revoked: false };
    const device = { ...paired, condition: UNKNOWN_CONDITION, locked: false, training: false };
    await hub.execute(
      { commandId: `device-${id}` as CommandId, type: 'put-device', device },
      THE_HUB_ITSELF,
    );
    hub.store.secrets.setDeviceToken(id, hashToken(token), hub.now());
    return token;
  }

  const site: FuzzHub = {
    started,
    clock,
    async credentialsOf(sender, name) {
      const { role, device, person } = BEHIND[sender];
      const personId = person === null ? null : ((name ?? person) as PersonId);
      const session =
        personId === null ? null : createSessions(hub.store.sessions, hub.now).open(personId);
      return {
        role,
        deviceToken: device === null ? null : await tokenFor(device),
        cookie: session === null ? null : `motcua_session=${session}`,
        personId,
      };
    },
    async connect({ role, deviceToken, cookie }, url = started.url) {
      const link = connectToHub({
        url,
        role,
        deviceToken,
        ...(cookie === null ? {} : { cookie }),
        commandTimeoutMs: 30_000,
      });
      links.push(link);
      await until(link, () => link.getState().connection === 'live');
      return link;
    },
    async expectUnharmed() {
      const health: unknown = await (await fetch(`${started.url}/health`)).json();
      expect(health).toMatchObject({ status: 'ok' });
      const kiosk = await site.connect(await site.credentialsOf('kiosk'));
      const services = kiosk.getState().mirror?.settings.services ?? [];
      const issued = await Promise.all(services.map(({ id }) => kiosk.execute(plainTicket(id))));
      expect(issued.some(({ ok }) => ok)).toBe(true);
      expect(readFileSync(logFile, 'utf8')).toBe('');
      expect(violationsIn(hub.store.journal)).toEqual([]);
      expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    },
    async close() {
      for (const link of links) link.close();
      await started.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
  return site;
}
