import { plainTicket } from '@motcua/protocol';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import {
  type CommandId,
  type DeviceId,
  UNKNOWN_CONDITION,
  USUAL_SAFEKEEPING,
} from '@motcua/domain';
import { createHub, hashToken, newToken, THE_HUB_ITSELF, verifyDatabase } from '@motcua/hub';
import { type Db, openDatabase } from '@motcua/store';
import { createSeededRandom, kimBoi, layNetworkCable, type NetworkCable } from '@motcua/testing';
import {
  type CentreData,
  type HubProcess,
  lookInto,
  runToTheEnd,
  startHubProcess,
  writeCentreData,
} from './hub-process.ts';
import { count, tell } from './tally.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const MOTCUA = fileURLToPath(new URL('../../apps/hub/src/motcua.ts', import.meta.url));
const KIOSKS = 12;
const A_SECOND_MS = 1_000;

interface Standby {
  readonly child: ChildProcess;
  readonly dataDir: string;
  /** Everything it has said. */
  readonly said: () => string;
  /** Resolves when it says something again that fits. */
  readonly says: (pattern: RegExp) => Promise<void>;
  readonly kill: () => Promise<void>;
}

describe('a standby', () => {
  let centre: CentreData;
  let token: string;
  let scratch: string;
  let hub: HubProcess;
  let cable: NetworkCable;
  const cleanUp: (() => unknown)[] = [];

  beforeEach(async () => {
    centre = await writeCentreData();
    token = await letStandbyIn(centre.dataDir);
    scratch = mkdtempSync(join(tmpdir(), 'motcua-standby-'));
    hub = await startHubProcess(centre.dataDir);
    cable = await layNetworkCable(hub.port);
    cleanUp.push(
      () => centre.remove(),
      () => rmSync(scratch, { recursive: true, force: true }),
      () => end(hub.child),
      () => cable.close(),
    );
  });
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  function follow(url: string, ...hubOptions: readonly string[]): Standby {
    const dataDir = join(scratch, 'second');
    const child = spawn(
      process.execPath,
      [MOTCUA, 'follow', '--hub', url, '--data', dataDir, '--token', token, '--', ...hubOptions],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    cleanUp.push(() => end(child));
    let said = '';
    const listeners = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        for (const each of listeners) each();
      });
    return {
      child,
      dataDir,
      said: () => said,
      says: (pattern) => {
        const from = said.length;
        return new Promise((done) => {
          const look = () => {
            if (!pattern.test(said.slice(from))) return;
            listeners.delete(look);
            done();
          };
          listeners.add(look);
        });
      },
      kill: () => end(child),
    };
  }

  const issue = async (kiosk: HubConnection, n: number): Promise<string> => {
    const answer = await kiosk.execute(
      plainTicket(kimBoi.services[n % kimBoi.services.length]?.id ?? ('' as never)),
      randomUUID() as CommandId,
    );
    const change = answer.ok ? answer.value[0] : undefined;
    if (change?.type !== 'ticket-issued') throw new Error(JSON.stringify(answer));
    return change.visit.ticket.number;
  };
  const kioskAt = (url: string, elsewhere: readonly string[] = []) => {
    const kiosk = connectToHub({
      url,
      elsewhere: () => elsewhere,
      role: 'kiosk',
      deviceToken: centre.kioskToken,
      commandTimeoutMs: 60_000,
    });
    cleanUp.push(() => kiosk.close());
    return kiosk;
  };
  const promote = (dataDir: string, ...options: readonly string[]) =>
    motcua('promote', '--data', dataDir, ...options);

  it('takes over from a hub that is killed under load: what was answered a second before is there, once', async () => {
    const port = await freePort();
    const second = `http://127.0.0.1:${port}`;
    const standby = follow(cable.url, '--port', String(port), '--log-level', 'silent');
    await standby.says(/Following/);
    const answered: { readonly number: string; readonly at: number }[] = [];
    let running = true;
    const issuing = Array.from({ length: KIOSKS }, async (_, n) => {
      const kiosk = kioskAt(hub.url, [second]);
      for (let round = n; running; round += 1) {
        const number = await issue(kiosk, round);
        answered.push({ number, at: performance.now() });
      }
    });
    while (answered.length < 400) await new Promise(setImmediate);
    const killedAt = performance.now();
    const before = answered.length;
    hub.child.kill('SIGKILL');
    await once(hub.child, 'exit');

    const promotedAt = performance.now();
    expect(await promote(standby.dataDir)).toMatchObject({ code: 0 });
    while (answered.length < before + 200) await new Promise(setImmediate);
    running = false;
    await Promise.all(issuing);
    await standby.kill();

    const { numbers, differences } = lookInto(standby.dataDir);
    expect(differences).toEqual([]);
    const safe = answered.filter(({ at }) => at < killedAt - A_SECOND_MS || at > promotedAt);
    tell(
      count(
        1,
        safe.map(({ number }) => number),
        numbers,
      ),
    );
    // A killed process loses nothing that it gave to the network; only the power could take the last second.
    tell(
      count(
        0,
        answered.map(({ number }) => number),
        numbers,
      ),
    );
  });

  it('is never a second behind, over cuts of the cable and restarts of both', async () => {
    const random = createSeededRandom(SEED);
    let standby = follow(cable.url);
    await standby.says(/Following/);
    const told: string[] = [];
    const kiosk = kioskAt(hub.url);
    const rounds = 6;
    for (let round = 0; round < rounds; round += 1) {
      const again = standby.says(/Following/);
      if (round % 3 === 0) {
        cable.unplug();
        await standby.says(/does not answer/);
        told.push(await issue(kiosk, round));
        cable.plugIn();
        await again;
      } else if (round % 3 === 1) {
        await standby.kill();
        told.push(await issue(kiosk, round));
        standby = follow(cable.url);
        await standby.says(/Following/);
      } else {
        hub.child.kill('SIGKILL');
        await once(hub.child, 'exit');
        await standby.says(/does not answer/);
        hub = await startHubProcess(centre.dataDir, { port: hub.port });
        await again;
      }
      const howMany = random.whole(3, 20);
      for (let n = 0; n < howMany; n += 1) told.push(await issue(kiosk, n));
      await caughtUp(hub, standby);
      const { numbers, differences } = lookAt(standby);
      expect(differences).toEqual([]);
      tell(count(1, told, numbers));
    }
  });

  it('is promoted only when it is told, and while the old hub answers only by force', async () => {
    const standby = follow(hub.url);
    await standby.says(/Following/);
    const refused = await promote(standby.dataDir);
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/^The hub at \S+ still answers\. [^\n]+ or say --force\.$/);
    expect(await runToTheEnd(['--data', standby.dataDir, '--port', '0'])).toMatchObject({
      code: 1,
    });
    await end(hub.child);
    await standby.kill();
    const { code, said } = await runToTheEnd(['--data', standby.dataDir, '--port', '0']);
    expect([code, said.split('\n').length]).toEqual([1, 1]);
    expect(said).toContain('motcua promote');

    expect(await promote(standby.dataDir)).toMatchObject({ code: 0 });
    const again = await promote(standby.dataDir);
    expect(again).toMatchObject({
      code: 1,
      said: expect.stringContaining("a hub's own already") as string,
    });
  });

  it('leaves the truth in one place when the old hub comes back', async () => {
    const port = await freePort();
    const second = `http://127.0.0.1:${port}`;
    await setStandbyAddress(hub, centre, second);
    const standby = follow(hub.url, '--port', String(port), '--log-level', 'silent');
    await standby.says(/Following/);
    const kiosk = kioskAt(hub.url, [second]);
    const told = [await issue(kiosk, 0), await issue(kiosk, 0)];
    // The old hub lives on, cut off from those who decide; somebody forces the other.
    expect(await promote(standby.dataDir, '--force')).toMatchObject({ code: 0 });
    await expect.poll(() => kiosk.getState().connection, { timeout: 20_000 }).toBe('live');
    await expect
      .poll(async () => (await fetch(`${second}/health`).catch(() => null))?.status, {
        timeout: 20_000,
      })
      .toBe(200);
    const another = kioskAt(hub.url);
    await expect.poll(() => another.getState().turnedAway, { timeout: 20_000 }).toBe('superseded');
    told.push(await issue(kiosk, 0), await issue(kiosk, 0));
    await end(hub.child);
    const { code, said } = await runToTheEnd([
      ...['--data', centre.dataDir, '--port', '0', '--log-level', 'silent'],
    ]);
    expect([code, said]).toEqual([
      1,
      `The hub at ${second} took over from this one; keep this one off, or let it follow (motcua follow).`,
    ]);
    await standby.kill();
    const { numbers, differences } = lookInto(standby.dataDir);
    expect(differences).toEqual([]);
    tell(count(2, told, numbers));
  });

  it('does not follow another hub than the one it began with', async () => {
    const standby = follow(hub.url);
    await standby.says(/Following/);
    await standby.kill();
    const other = await writeCentreData();
    cleanUp.push(() => other.remove());
    token = await letStandbyIn(other.dataDir);
    const otherHub = await startHubProcess(other.dataDir);
    cleanUp.push(() => end(otherHub.child));
    const misled = follow(otherHub.url);
    await misled.says(/other data than was followed/);
    await misled.kill();
    const ownData = await motcua('follow', '--hub', hub.url, '--data', other.dataDir);
    expect(ownData.code).toBe(1);

    expect(await promote(misled.dataDir, '--force')).toMatchObject({ code: 0 });
    expect(lookInto(misled.dataDir).differences).toEqual([]);
  });

  it('lets in the same devices and people as the hub did', async () => {
    const port = await freePort();
    const standby = follow(hub.url, '--port', String(port), '--log-level', 'silent');
    await standby.says(/Following/);
    const added = await motcua(
      ...['clerk', 'add', '--name', 'Đến sau', '--login', 'den', '--data', centre.dataDir],
    );
    const password = /secret\t(\S+)/.exec(added.out)?.[1] ?? '';
    await caughtUp(hub, standby);
    await expect.poll(() => secretsOf(standby), { timeout: 5_000 }).toBe(secretsOf(centre));
    await end(hub.child);
    expect(await promote(standby.dataDir)).toMatchObject({ code: 0 });
    const url = `http://127.0.0.1:${port}`;
    await expect
      .poll(
        () =>
          fetch(url).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    const signedIn = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'den', password }),
    });
    expect(signedIn.status).toBe(200);
    expect(await issue(kioskAt(url), 0)).toMatch(/\d+/);
  });
});

/** That it is within a second is shown by the hub that is killed; here a slow machine may take its time. */
async function caughtUp({ url }: HubProcess, standby: Standby): Promise<void> {
  const { seq } = (await (await fetch(`${url}/health`)).json()) as { seq: number };
  const there = () =>
    inside(standby.dataDir, (db) => db.prepare('SELECT max(seq) AS seq FROM journal').get());
  await expect.poll(there, { timeout: 10_000 }).toEqual({ seq });
}

/** What a standby holds, while it follows. */
function lookAt({ dataDir }: Standby): ReturnType<typeof lookInto> {
  return inside(dataDir, (db) => ({
    numbers: db
      .prepare<[], { number: string }>('SELECT number FROM visit')
      .all()
      .map(({ number }) => number),
    differences: verifyDatabase(db).differences,
  }));
}

function secretsOf({ dataDir }: Pick<Standby, 'dataDir'>): string {
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

function motcua(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly said: string; readonly out: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [MOTCUA, ...args], (_error, out, said) =>
      done({ code: child.exitCode ?? -1, said: said.trim(), out }),
    );
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

async function letStandbyIn(dataDir: string): Promise<string> {
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

/** Stops the hub for it: no test needs to sign in for that. */
async function setStandbyAddress(
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
      setting: { kind: 'safekeeping', value: { ...USUAL_SAFEKEEPING, standbyAddress } },
    },
    THE_HUB_ITSELF,
  );
  closed.close();
  Object.assign(hub, await startHubProcess(dataDir, { port: hub.port }));
}

async function freePort(): Promise<number> {
  const taken = await layNetworkCable(0);
  await taken.close();
  return Number(new URL(taken.url).port);
}
