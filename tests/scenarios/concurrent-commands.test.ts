import { plainTicket } from '@motcua/protocol';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { CounterId, Settings } from '@motcua/domain';
import { createHub, verifyDatabase } from '@motcua/hub';
import {
  aroundTheClock,
  createMorningClock,
  kimBoi,
  startTestSite,
  type TestSite,
  until,
} from '@motcua/testing';

const KIOSKS = 64;
const EACH = 4;
const ISSUED = KIOSKS * EACH;
const RIVALS = ['counter-2', 'counter-3'] as readonly string[] as readonly [CounterId, CounterId];
/** Every counter serves every queue, so that all calls compete. */
const rivals: Settings = {
  ...aroundTheClock(kimBoi),
  counters: kimBoi.counters.map((counter) => ({
    ...counter,
    queueIds: kimBoi.queues.map(({ id }) => id),
  })),
};

describe('64 kiosks and two counters at once', () => {
  const now = createMorningClock();
  let dataDir: string;
  let site: TestSite;
  let links: HubConnection[];

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-at-once-'));
    site = await startTestSite({ now, dataDir, settings: rivals });
    links = [];
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const kiosk = async (name: string): Promise<HubConnection> => {
    const deviceToken = await site.tokenFor('kiosk', name);
    const link = connectToHub({ url: site.hubUrl, role: 'kiosk', deviceToken });
    links.push(link);
    await until(link, () => link.getState().connection === 'live');
    return link;
  };
  const clerkAt = async (login: string, counterId: CounterId): Promise<HubConnection> => {
    const link = await site.asPerson(login);
    expect(await link.execute({ type: 'open-counter', counterId, training: false })).toMatchObject({
      ok: true,
    });
    return link;
  };

  /** Four numbers from each, of the services in turn, every kiosk beginning with another. */
  async function issueFrom(link: HubConnection, nth: number): Promise<readonly string[]> {
    const numbers: string[] = [];
    for (let i = 0; i < EACH; i += 1) {
      const service = kimBoi.services[(nth + i) % kimBoi.services.length];
      if (service === undefined) throw new RangeError('Kim Bôi has services');
      const answer = await link.execute(plainTicket(service.id));
      const [change] = answer.ok ? answer.value : [];
      if (change?.type === 'ticket-issued') numbers.push(change.visit.ticket.number);
    }
    return numbers;
  }

  /** Calls and finishes as fast as the hub answers; returns the numbers called. */
  async function callAtOnce(link: HubConnection, counterId: CounterId): Promise<readonly string[]> {
    const called: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      const answer = await link.execute({ type: 'call-next', counterId, finishCurrent: false });
      if (!answer.ok) continue;
      const found = answer.value.find((change) => change.type === 'visit-changed');
      if (found?.type !== 'visit-changed') continue;
      called.push(found.visit.ticket.number);
      const { id: visitId } = found.visit;
      const action = { type: 'cancel', as: 'left' } as const;
      await link.execute({
        type: 'act-on-visit',
        visitId,
        counterId,
        action,
        note: null,
        reason: 'Gọi thử',
      });
    }
    return called;
  }

  it('issue no number twice and call no visit to two counters, according to the database', async () => {
    const [counter, other] = RIVALS;
    const kiosks = await Promise.all(Array.from({ length: KIOSKS }, (_, n) => kiosk(`Kiosk ${n}`)));
    const [lan, hoa] = await Promise.all([clerkAt('lan', counter), clerkAt('hoa', other)]);

    const [numbers, ...called] = await Promise.all([
      Promise.all(kiosks.map(issueFrom)).then((lists) => lists.flat()),
      callAtOnce(lan, counter),
      callAtOnce(hoa, other),
    ]);
    for (const link of links) link.close();
    await site.close();

    expect(numbers).toHaveLength(ISSUED);
    expect(new Set(numbers).size).toBe(ISSUED);
    const everyCall = called.flat();
    expect(everyCall.length).toBeGreaterThan(20);
    expect(new Set(everyCall).size).toBe(everyCall.length);

    const reopened = createHub({ dataDir, now });
    const { db } = reopened.store;
    const rows = (sql: string) => db.prepare(sql).all();
    try {
      expect(rows('SELECT count(*) AS n, count(DISTINCT number) AS numbers FROM visit')).toEqual([
        { n: ISSUED, numbers: ISSUED },
      ]);
      expect(
        rows(`SELECT fact ->> '$.visit.ticket.number' AS number FROM journal
              WHERE fact ->> '$.type' = 'ticket-issued' GROUP BY number HAVING count(*) > 1`),
      ).toEqual([]);
      expect(
        rows(`SELECT fact ->> '$.visit.id' AS visit FROM journal
              WHERE fact ->> '$.type' = 'visit-changed' AND fact ->> '$.action' = 'call'
              GROUP BY visit HAVING count(*) > 1`),
      ).toEqual([]);
      expect(
        rows(`SELECT count(*) AS n FROM journal
              WHERE fact ->> '$.type' = 'visit-changed' AND fact ->> '$.action' = 'call'`),
      ).toEqual([{ n: everyCall.length }]);
      expect(verifyDatabase(db).differences).toEqual([]);
    } finally {
      reopened.close();
    }
  });
});
