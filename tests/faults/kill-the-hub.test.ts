import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import { type CommandId, type DeviceId, type ServiceId, UNKNOWN_CONDITION } from '@motcua/domain';
import {
  createHub,
  createSessions,
  hashToken,
  newToken,
  THE_HUB_ITSELF,
  verifyDatabase,
} from '@motcua/hub';
import {
  aroundTheClock,
  createSeededRandom,
  KIM_BOI_PEOPLE,
  kimBoi,
  setUpCentre,
} from '@motcua/testing';

const MAIN = fileURLToPath(new URL('../../apps/hub/src/main.ts', import.meta.url));
const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const ROUNDS = 6;
const KIOSKS = 64;
const CLERKS = KIM_BOI_PEOPLE.filter(({ role }) => role === 'clerk');

interface HubProcess {
  readonly child: ChildProcess;
  readonly port: number;
}

async function startHubProcess(dataDir: string, port: number): Promise<HubProcess> {
  const child = fork(
    MAIN,
    [
      ...['--data', dataDir, '--port', String(port), '--log-level', 'error'],
      ...['--commands-per-second', 'unlimited'],
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { child, port: Number(new URL(url).port) };
}

/** Runs the hub's process to its end; answers its exit code and what it said. */
async function runToTheEnd(args: readonly string[]): Promise<{ code: number; said: string }> {
  const child = fork(MAIN, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said: said.trim() };
}

describe('a hub that is killed', () => {
  let dataDir: string;
  let kioskToken = '';
  let cookies: readonly string[] = [];

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-faults-'));
    const hub = createHub({ dataDir });
    await setUpCentre(hub, aroundTheClock(kimBoi));
    kioskToken = newToken();
    await hub.execute(
      {
        commandId: 'kiosk' as CommandId,
        type: 'put-device',
        device: {
          id: 'kiosk' as DeviceId,
          name: 'Kiosk',
          role: 'kiosk',
          pairedAt: hub.now(),
          revoked: false,
          condition: UNKNOWN_CONDITION,
        },
      },
      THE_HUB_ITSELF,
    );
    hub.store.secrets.setDeviceToken('kiosk' as DeviceId, hashToken(kioskToken), hub.now());
    const sessions = createSessions(hub.store.sessions, hub.now);
    cookies = CLERKS.map(({ id }) => `motcua_session=${sessions.open(id)}`);
    hub.close();
  });

  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('has every answered ticket once, however often it dies in mid-load', async () => {
    const random = createSeededRandom(SEED);
    const answered = new Map<string, string>();
    let running = true;
    const first = await startHubProcess(dataDir, 0);
    const { port } = first;
    let { child } = first;
    const url = `http://127.0.0.1:${port}`;

    const kiosks = Array.from({ length: KIOSKS }, () =>
      connectToHub({ url, role: 'kiosk', deviceToken: kioskToken, commandTimeoutMs: 60_000 }),
    );
    const clerks = cookies.map((cookie) =>
      connectToHub({ url, role: 'counter', deviceToken: null, cookie, commandTimeoutMs: 60_000 }),
    );
    const services = kimBoi.services.map(({ id }) => id);
    const issuing = kiosks.map(async (kiosk) => {
      while (running) await issue(kiosk, random.pick(services));
    });
    const serving = clerks.map((clerk, n) => serve(clerk, n));

    async function issue(kiosk: HubConnection, serviceId: ServiceId): Promise<void> {
      const commandId = randomUUID() as CommandId;
      const result = await kiosk.execute(
        { type: 'issue-ticket', serviceId, language: 'vi' },
        commandId,
      );
      const [change] = result.ok ? result.value : [];
      if (change?.type === 'ticket-issued') answered.set(commandId, change.visit.ticket.number);
      if (!result.ok) await new Promise(setImmediate);
    }

    async function serve(clerk: HubConnection, n: number): Promise<void> {
      const counterId = kimBoi.counters[n]?.id;
      if (counterId === undefined) return;
      await clerk.execute({ type: 'open-counter', counterId });
      while (running) {
        const called = await clerk.execute({ type: 'call-next', counterId, finishCurrent: false });
        const visit = called.ok
          ? called.value.find((change) => change.type === 'visit-changed')?.visit
          : [...(clerk.getState().mirror?.visits.values() ?? [])].find(
              (one) => one.state === 'called' && one.counterId === counterId,
            );
        if (visit === undefined) await new Promise(setImmediate);
        else
          await clerk.execute({
            type: 'act-on-visit',
            visitId: visit.id,
            counterId,
            action: { type: 'mark-no-show' },
            reason: null,
          });
      }
    }

    for (let round = 0; round < ROUNDS; round += 1) {
      const enough = answered.size + random.whole(20, 120);
      while (answered.size < enough) await new Promise(setImmediate);
      child.kill('SIGKILL');
      await once(child, 'exit');
      ({ child } = await startHubProcess(dataDir, port));
    }
    running = false;
    await Promise.all([...issuing, ...serving]);
    for (const link of [...kiosks, ...clerks]) link.close();
    child.kill('SIGTERM');
    await once(child, 'exit');

    const hub = createHub({ dataDir });
    try {
      const numbers = [...hub.state.visits.values()].map(({ ticket }) => ticket.number);
      const inStore = new Set(numbers);
      const given = [...answered.values()];
      const lost = given.filter((number) => !inStore.has(number)).length;
      const doubled = numbers.length - inStore.size + (given.length - new Set(given).size);
      console.log(
        `faults injected: ${ROUNDS}, answered: ${given.length}, lost: ${lost}, doubled: ${doubled}`,
      );
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(given.length).toBeGreaterThan(ROUNDS * 20);
      const held = [...hub.state.visits.values()].filter(({ state }) => state === 'called');
      const counters = held.map((visit) => ('counterId' in visit ? visit.counterId : ''));
      expect(new Set(counters).size).toBe(counters.length);
      expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    } finally {
      hub.close();
    }
  });

  it('keeps a second hub away from its folder', async () => {
    const first = await startHubProcess(dataDir, 0);
    const second = await runToTheEnd(['--data', dataDir, '--port', '0']);
    const onItsPort = await runToTheEnd([
      ...['--data', join(dataDir, 'other'), '--port', String(first.port)],
    ]);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    expect(second).toEqual({
      code: 1,
      said: `Another hub is already using the folder ${dataDir}.`,
    });
    expect(onItsPort.code).toBe(1);
    expect(onItsPort.said).toMatch(/^Port \d+ on 127\.0\.0\.1 cannot be used by the hub\.$/);
  });

  it('says in one sentence that its data is damaged', async () => {
    writeFileSync(join(dataDir, 'motcua.db'), 'this is no database'.repeat(500));
    rmSync(join(dataDir, 'motcua.db-wal'), { force: true });
    const { code, said } = await runToTheEnd(['--data', dataDir, '--port', '0']);

    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toContain('cannot be read');
  });
});
