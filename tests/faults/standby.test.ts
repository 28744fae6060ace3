import { plainTicket } from '@motcua/protocol';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { CommandId } from '@motcua/domain';
import {
  createSeededRandom,
  freePort,
  kimBoi,
  layNetworkCable,
  type NetworkCable,
} from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import {
  type CentreData,
  type HubProcess,
  inspectData,
  runToTheEnd,
  startHubProcess,
  writeCentreData,
} from './hub-process.ts';
import { MOTCUA, motcua } from './motcua-command.ts';
import {
  caughtUp,
  end,
  letStandbyIn,
  inspectStandby,
  secretsOf,
  setStandbyAddress,
  type Standby,
} from './standby-process.ts';
import { count, addToTally } from './tally.ts';

avoidMidnight();

const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const KIOSKS = 12;
const A_SECOND_MS = 1_000;

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
      says: (pattern) =>
        new Promise((done) => {
          const look = () => {
            if (!pattern.test(said.trimEnd().split('\n').at(-1) ?? '')) return;
            listeners.delete(look);
            done();
          };
          listeners.add(look);
          look();
        }),
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

  it('takes over from a hub that is killed under load: everything answered a second before is there, once', async () => {
    const port = await freePort();
    const second = `http://127.0.0.1:${port}`;
    const options = ['--log-level', 'silent', '--commands-per-second', 'unlimited'];
    const standby = follow(cable.url, '--port', String(port), ...options);
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
    const issued = Promise.all(issuing);
    const next = () => Promise.race([issued, new Promise(setImmediate)]);
    while (answered.length < 400) await next();
    const killedAt = performance.now();
    const before = answered.length;
    hub.child.kill('SIGKILL');
    await once(hub.child, 'exit');

    const promotedAt = performance.now();
    expect(await promote(standby.dataDir)).toMatchObject({ code: 0 });
    while (answered.length < before + 200) await next();
    running = false;
    await issued;
    await standby.kill();

    const { numbers, differences } = inspectData(standby.dataDir);
    expect(differences).toEqual([]);
    const safe = answered.filter(({ at }) => at < killedAt - A_SECOND_MS || at > promotedAt);
    addToTally(
      count(
        1,
        safe.map(({ number }) => number),
        numbers,
      ),
    );
    // A killed process loses nothing that it sent to the network; only a power failure could lose the last second.
    addToTally(
      count(
        0,
        answered.map(({ number }) => number),
        numbers,
      ),
    );
  });

  it('is never a second behind, over network cuts and restarts of both', async () => {
    const random = createSeededRandom(SEED);
    let standby = follow(cable.url);
    await standby.says(/Following/);
    const shown: string[] = [];
    const kiosk = kioskAt(hub.url);
    const rounds = 6;
    for (let round = 0; round < rounds; round += 1) {
      if (round % 3 === 0) {
        cable.unplug();
        await standby.says(/does not answer/);
        shown.push(await issue(kiosk, round));
        cable.plugIn();
        await standby.says(/Following/);
      } else if (round % 3 === 1) {
        await standby.kill();
        shown.push(await issue(kiosk, round));
        standby = follow(cable.url);
        await standby.says(/Following/);
      } else {
        hub.child.kill('SIGKILL');
        await once(hub.child, 'exit');
        await standby.says(/does not answer/);
        hub = await startHubProcess(centre.dataDir, { port: hub.port });
        await standby.says(/Following/);
      }
      const howMany = random.whole(3, 20);
      for (let n = 0; n < howMany; n += 1) shown.push(await issue(kiosk, n));
      await caughtUp(hub, standby);
      const { numbers, differences } = inspectStandby(standby);
      expect(differences).toEqual([]);
      addToTally(count(1, shown, numbers));
    }
  });

  it('is promoted only on request, and while the old hub answers only with --force', async () => {
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

  it('keeps one authoritative hub when the old one comes back', async () => {
    const port = await freePort();
    const second = `http://127.0.0.1:${port}`;
    await setStandbyAddress(hub, centre, second);
    const standby = follow(hub.url, '--port', String(port), '--log-level', 'silent');
    await standby.says(/Following/);
    const kiosk = kioskAt(hub.url, [second]);
    const shown = [await issue(kiosk, 0), await issue(kiosk, 0)];
    // The old hub runs on, unreachable for the administrator, who forces the promotion.
    expect(await promote(standby.dataDir, '--force')).toMatchObject({ code: 0 });
    await expect.poll(() => kiosk.getState().connection, { timeout: 60_000 }).toBe('live');
    await expect
      .poll(async () => (await fetch(`${second}/health`).catch(() => null))?.status, {
        timeout: 60_000,
      })
      .toBe(200);
    const another = kioskAt(hub.url);
    await expect.poll(() => another.getState().turnedAway, { timeout: 60_000 }).toBe('superseded');
    shown.push(await issue(kiosk, 0), await issue(kiosk, 0));
    await end(hub.child);
    const { code, said } = await runToTheEnd([
      ...['--data', centre.dataDir, '--port', '0', '--log-level', 'silent'],
    ]);
    expect([code, said]).toEqual([
      1,
      `The hub at ${second} took over from this one; keep this one off, or let it follow (motcua follow).`,
    ]);
    await standby.kill();
    const { numbers, differences } = inspectData(standby.dataDir);
    expect(differences).toEqual([]);
    addToTally(count(2, shown, numbers));
  });

  it('follows no other hub than its first one', async () => {
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
    expect(inspectData(misled.dataDir).differences).toEqual([]);
  });

  it('accepts the same devices and people as the hub did', async () => {
    const port = await freePort();
    const standby = follow(hub.url, '--port', String(port), '--log-level', 'silent');
    await standby.says(/Following/);
    const added = await motcua(
      ...['clerk', 'add', '--name', 'Đến sau', '--login', 'den', '--data', centre.dataDir],
    );
    const password = /secret\t(\S+)/.exec(added.out)?.[1] ?? '';
    await caughtUp(hub, standby);
    await expect.poll(() => secretsOf(standby)).toBe(secretsOf(centre));
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
        { timeout: 60_000 },
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
