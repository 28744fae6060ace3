import { afterEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import { verifyDatabase } from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { aroundTheClock, createMorningClock, kimBoi, startTestSite, until } from '@motcua/testing';
import { count, addToTally } from './tally.ts';
import { watchStatements } from './watched-database.ts';

const KIOSKS = 10;
const TICKETS = 12;
/** As long as a worn memory card takes to sync. */
const SYNC_MS = 120;

describe('a disk that is slow', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  it('lets all commands share one sync, and loses and doubles nothing', async () => {
    let syncs = 0;
    let isSlow = false;
    cleanUp.push(
      watchStatements((sql, when) => {
        if (!isSlow || sql !== 'COMMIT' || when !== 'before') return;
        syncs += 1;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SYNC_MS);
      }),
    );
    const site = await startTestSite({
      now: createMorningClock(),
      settings: aroundTheClock(kimBoi),
    });
    cleanUp.push(() => site.close());
    const kiosks: HubConnection[] = [];
    for (let n = 0; n < KIOSKS; n += 1) {
      const deviceToken = await site.tokenFor('kiosk', `Máy lấy số ${n + 2}`);
      const link = connectToHub({
        ...{ url: site.hubUrl, role: 'kiosk', deviceToken, commandTimeoutMs: 60_000 },
      });
      cleanUp.push(() => link.close());
      await until(link, () => link.getState().connection === 'live');
      kiosks.push(link);
    }
    isSlow = true;
    const shown: string[] = [];
    await Promise.all(
      kiosks.map(async (kiosk, n) => {
        const serviceId = kimBoi.services[n]?.id;
        if (serviceId === undefined) throw new Error('The centre has too few services');
        for (let ticket = 0; ticket < TICKETS; ticket += 1) {
          const answer = await kiosk.execute(plainTicket(serviceId));
          if (!answer.ok) throw new Error(answer.refusal.code);
          for (const change of answer.value)
            if (change.type === 'ticket-issued') shown.push(change.visit.ticket.number);
        }
      }),
    );
    isSlow = false;

    const { hub } = site.started;
    const held = [...hub.state.visits.values()].map(({ ticket }) => ticket.number);
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    expect(syncs).toBeLessThan(shown.length / 2);
    addToTally(count(syncs, shown, held));
  });
});
