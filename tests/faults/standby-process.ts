import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  type CommandId,
  type DeviceId,
  UNKNOWN_CONDITION,
  USUAL_BACKUP_SETTINGS,
} from '@motcua/domain';
import { createHub, hashToken, newToken, THE_HUB_ITSELF, verifyDatabase } from '@motcua/hub';
import { type Db, openDatabase } from '@motcua/store';
import { createHttpClient } from '@motcua/client/http';
import { health } from '@motcua/protocol/http';
import { expect } from 'vitest';
import {
  type CentreData,
  type HubProcess,
  type inspectData,
  startHubProcess,
} from './hub-process.ts';

export interface Standby {
  readonly child: ChildProcess;
  readonly dataDir: string;
  /** Its output so far. */
  readonly said: () => string;
  /** Resolves as soon as its last line of output matches; it prints only changes. */
  readonly says: (pattern: RegExp) => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** Resolves without a time limit: the test that kills the hub checks that the delay is below a second. */
export async function caughtUp({ url }: HubProcess, standby: Standby): Promise<void> {
  const answer = await createHttpClient({ baseUrl: url }).ask(health.read);
  if (!answer.ok) throw new Error(`The hub does not say where it stands: ${answer.refusal.code}`);
  const { seq } = answer.value;
  const there = () =>
    inside(standby.dataDir, (db) => db.prepare('SELECT max(seq) AS seq FROM journal').get());
  await expect.poll(there).toEqual({ seq });
}

/** The contents of a standby that is following. */
export function inspectStandby({ dataDir }: Standby): ReturnType<typeof inspectData> {
  return inside(dataDir, (db) => ({
    numbers: db
      .prepare<[], { number: string }>('SELECT number FROM visit')
      .all()
      .map(({ number }) => number),
    differences: verifyDatabase(db).differences,
  }));
}

export function secretsOf({ dataDir }: Pick<Standby, 'dataDir'>): string {
  return inside(dataDir, (db) => JSON.stringify(db.prepare('SELECT * FROM secret').all()));
}

function inside<T>(dataDir: string, look: (db: Db) => T): T {
  const db = openDatabase(join(dataDir, 'motcua.db'));
  try {
    return db.transaction(() => look(db)).deferred();
  } finally {
    db.close();
  }
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

export async function letStandbyIn(dataDir: string): Promise<string> {
  const hub = createHub({ dataDir });
  const id = 'second' as DeviceId;
  await hub.execute(
    {
      commandId: 'second' as CommandId,
      type: 'put-device',
      device: {
        ...{ id, name: 'PC 2', role: 'standby', pairedAt: hub.now(), revoked: false },
        ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
      },
    },
    THE_HUB_ITSELF,
  );
  const token = newToken();
  hub.store.secrets.setDeviceToken(id, hashToken(token), hub.now());
  hub.close();
  return token;
}

/** Stops the hub to change it, so that no sign-in is needed. */
export async function setStandbyAddress(
  hub: HubProcess,
  { dataDir }: CentreData,
  standbyAddress: string,
): Promise<void> {
  await end(hub.child);
  const closed = createHub({ dataDir });
  await closed.execute(
    {
      commandId: 'second-address' as CommandId,
      type: 'put-setting',
      setting: { kind: 'safekeeping', value: { ...USUAL_BACKUP_SETTINGS, standbyAddress } },
    },
    THE_HUB_ITSELF,
  );
  closed.close();
  Object.assign(hub, await startHubProcess(dataDir, { port: hub.port }));
}
