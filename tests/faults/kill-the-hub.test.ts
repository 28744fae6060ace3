import { plainTicket } from '@motcua/protocol';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { CommandId, ServiceId } from '@motcua/domain';
import { createHub, verifyDatabase } from '@motcua/hub';
import { createSeededRandom, kimBoi } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import {
  type CentreData,
  connectKiosk,
  runToTheEnd,
  startHubProcess,
  writeCentreData,
} from './hub-process.ts';
import { count, addToTally } from './tally.ts';

avoidMidnight();

const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const ROUNDS = 6;
const KIOSKS = 64;

describe('a hub that is killed', () => {
  let centre: CentreData;
  let dataDir: string;

  beforeEach(async () => {
    centre = await writeCentreData();
    ({ dataDir } = centre);
  });
  afterEach(() => centre.remove());

  it('has every answered ticket once, however often it is killed under load', async () => {
    const random = createSeededRandom(SEED);
    const answered = new Map<string, string>();
    let running = true;
    const first = await startHubProcess(dataDir);
    const { port, url } = first;
    let { child } = first;

    const kiosks = Array.from({ length: KIOSKS }, () => connectKiosk(first, centre));
    const clerks = centre.cookies.map((cookie) =>
      connectToHub({ url, role: 'counter', deviceToken: null, cookie, commandTimeoutMs: 60_000 }),
    );
    const services = kimBoi.services.map(({ id }) => id);
    const issuing = kiosks.map(async (kiosk) => {
      while (running) await issue(kiosk, random.pick(services));
    });
    const serving = clerks.map((clerk, n) => serve(clerk, n));

    async function issue(kiosk: HubConnection, serviceId: ServiceId): Promise<void> {
      const commandId = randomUUID() as CommandId;
      const result = await kiosk.execute(plainTicket(serviceId), commandId);
      const [change] = result.ok ? result.value : [];
      if (change?.type === 'ticket-issued') answered.set(commandId, change.visit.ticket.number);
      if (!result.ok) await new Promise(setImmediate);
    }

    async function serve(clerk: HubConnection, n: number): Promise<void> {
      const counterId = kimBoi.counters[n]?.id;
      if (counterId === undefined) return;
      await clerk.execute({ type: 'open-counter', counterId, training: false });
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
            action: { type: 'cancel', as: 'left' },
            note: null,
            reason: 'Gọi thử',
          });
      }
    }

    for (let round = 0; round < ROUNDS; round += 1) {
      const enough = answered.size + random.whole(20, 120);
      while (answered.size < enough) await new Promise(setImmediate);
      child.kill('SIGKILL');
      await once(child, 'exit');
      ({ child } = await startHubProcess(dataDir, { port }));
    }
    running = false;
    await Promise.all([...issuing, ...serving]);
    for (const link of [...kiosks, ...clerks]) link.close();
    child.kill('SIGTERM');
    await once(child, 'exit');

    const hub = createHub({ dataDir });
    try {
      const numbers = [...hub.state.visits.values()].map(({ ticket }) => ticket.number);
      const given = [...answered.values()];
      addToTally(count(ROUNDS, given, numbers));
      expect(given.length).toBeGreaterThan(ROUNDS * 20);
      const held = [...hub.state.visits.values()].filter(({ state }) => state === 'called');
      const counters = held.map((visit) => ('counterId' in visit ? visit.counterId : ''));
      expect(new Set(counters).size).toBe(counters.length);
      expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    } finally {
      hub.close();
    }
  });

  it('locks its folder against a second hub', async () => {
    const first = await startHubProcess(dataDir);
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

  it('reports damaged data in one sentence', async () => {
    writeFileSync(join(dataDir, 'motcua.db'), 'this is no database'.repeat(500));
    rmSync(join(dataDir, 'motcua.db-wal'), { force: true });
    const { code, said } = await runToTheEnd(['--data', dataDir, '--port', '0']);

    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toContain('cannot be read');
  });
});
