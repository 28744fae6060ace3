import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { CounterId } from '@motcua/domain';
import { createHub } from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { kimBoi, until } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import {
  type CentreData,
  connectKiosk,
  type HubProcess,
  startHubProcess,
  writeCentreData,
} from './hub-process.ts';
import { count, addToTally } from './tally.ts';

avoidMidnight();

const CLIENTS = 200;
const ROUNDS = 2;
/** A client sends another hello after waiting this long. */
const GREETS_ANEW_AFTER_MS = 5_000;
const COUNTER = 'counter-2' as CounterId;

describe('a hub that is restarted with two hundred clients', () => {
  let centre: CentreData;
  let hub: HubProcess;
  const links: HubConnection[] = [];

  beforeEach(async () => {
    centre = await writeCentreData();
    hub = await startHubProcess(centre.dataDir);
  });
  afterEach(async () => {
    for (const link of links.splice(0)) link.close();
    await hub.stop();
    centre.remove();
  });

  it('has them all back automatically, and no call is missed or repeated at any of them', async () => {
    const cookie = centre.cookies[0] ?? '';
    /** When each said hello last, if it did since this hub started. */
    const greeted = new Map<number, number>();
    let greetedTwice = 0;
    for (let n = 0; n < CLIENTS; n += 1) {
      // A client asked for its token is about to say hello.
      const deviceToken = (): null => {
        const at = performance.now();
        const waitedMs = at - (greeted.get(n) ?? -Infinity);
        if (waitedMs < GREETS_ANEW_AFTER_MS) greetedTwice += 1;
        greeted.set(n, at);
        return null;
      };
      links.push(connectToHub({ url: hub.url, role: 'counter', deviceToken, cookie }));
    }
    const [clerk] = links;
    if (clerk === undefined) throw new Error('No clerk connected');
    const kiosk = connectKiosk(hub, centre);
    links.push(kiosk);
    /** The calls that each client received, in order and with repetitions. */
    const heard = links.map((link) => follow(link));
    await Promise.all(links.map(live));
    await clerk.execute({ type: 'open-counter', counterId: COUNTER, training: false });

    const called: string[] = [];
    const birth = kimBoi.services.find(({ id }) => id === '1.001193')?.id;
    if (birth === undefined) throw new Error('There is no such service');
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let n = 0; n < 4; n += 1) called.push(await takeAndCall());
      const { port } = hub;
      const gone = once(hub.child, 'exit');
      hub.child.kill('SIGKILL');
      await gone;
      greeted.clear();
      greetedTwice = 0;
      hub = await startHubProcess(centre.dataDir, { port });
      await Promise.all(links.map(live));
      // No reconnect storm: each client says hello once to the new hub.
      expect([greeted.size, greetedTwice]).toEqual([CLIENTS, 0]);
    }
    called.push(await takeAndCall());
    const last = called.at(-1);
    await Promise.all(
      links.slice(0, CLIENTS).map((link) => until(link, () => numbersIn(link).at(-1) === last)),
    );

    for (const numbers of heard.slice(0, CLIENTS)) expect(numbers).toEqual(called);
    await hub.stop();
    const again = createHub({ dataDir: centre.dataDir });
    const held = [...again.state.announcements.values()].map(({ number }) => number);
    again.close();
    hub = await startHubProcess(centre.dataDir);
    addToTally(count(ROUNDS, called, held));

    async function takeAndCall(): Promise<string> {
      const issued = await kiosk.execute(plainTicket(birth as NonNullable<typeof birth>));
      if (!issued.ok) throw new Error(issued.refusal.code);
      const answer = await clerk?.execute({
        type: 'call-next',
        counterId: COUNTER,
        finishCurrent: false,
      });
      const visit = answer?.ok
        ? answer.value.find((change) => change.type === 'visit-changed')?.visit
        : undefined;
      if (visit === undefined) throw new Error('No visit was called');
      await clerk?.execute({
        ...{ type: 'act-on-visit', visitId: visit.id, counterId: COUNTER, note: null },
        ...{ action: { type: 'start-service' }, reason: null },
      } as const);
      await clerk?.execute({
        ...{ type: 'act-on-visit', visitId: visit.id, counterId: COUNTER, note: null },
        ...{ action: { type: 'finish' }, reason: null },
      } as const);
      return visit.ticket.number;
    }
  });
});

describe('a hub that hangs behind its open connections', () => {
  it('does not execute a command later that its clerk saw fail', async () => {
    const centre = await writeCentreData();
    const hub = await startHubProcess(centre.dataDir);
    const cookie = centre.cookies[0] ?? '';
    const clerk = connectToHub({ url: hub.url, role: 'counter', deviceToken: null, cookie });
    try {
      await live(clerk);
      hub.child.kill('SIGSTOP');
      const wish = { type: 'open-counter', counterId: COUNTER, training: false } as const;
      expect(await clerk.execute(wish)).toMatchObject({ refusal: { code: 'hub-unavailable' } });
      hub.child.kill('SIGCONT');
      await live(clerk);
      expect(clerk.getState().mirror?.counters.get(COUNTER)?.state ?? 'closed').toBe('closed');
      expect(await clerk.execute(wish)).toMatchObject({ ok: true });
    } finally {
      clerk.close();
      hub.child.kill('SIGCONT');
      await hub.stop();
      centre.remove();
    }
  });
});

const live = (link: HubConnection) => until(link, () => link.getState().connection === 'live');

function numbersIn(link: HubConnection): readonly string[] {
  return (link.getState().mirror?.announcements ?? []).map(({ number }) => number);
}

/** Records each call when it is first seen; one that reappears is recorded again. */
function follow(link: HubConnection): readonly string[] {
  const heard: string[] = [];
  let before: readonly string[] = [];
  link.subscribe(() => {
    const now = numbersIn(link);
    heard.push(...now.filter((number) => !before.includes(number)));
    before = now;
  });
  return heard;
}
