import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '@motcua/domain';
import type { IssuedTicket } from '@motcua/kiosk/bridge';
import {
  createMorningClock,
  createSeededRandom,
  type KioskPage,
  kimBoi,
  startTestSite,
  type TestSite,
} from '@motcua/testing';
import { count, addToTally } from './tally.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? 1);

describe('a kiosk whose hub is unreachable', () => {
  let site: TestSite;
  let kiosk: KioskPage;

  beforeEach(async () => {
    site = await startTestSite({ now: createMorningClock(), kioskTimeoutMs: 1_000 });
    kiosk = await site.touchKiosk();
    await kiosk.live();
    await site.kioskHasNumbers();
  });
  afterEach(async () => {
    kiosk.close();
    await site.close();
  });

  const touches = (howMany: number) =>
    Array.from({ length: howMany }, (_, n) => ({
      requestId: randomUUID(),
      serviceId: kimBoi.services[n % kimBoi.services.length]?.id ?? ('' as never),
    }));
  const ask = (wishes: ReturnType<typeof touches>) =>
    Promise.all(wishes.map(({ serviceId, requestId }) => kiosk.issue(serviceId, 'vi', requestId)));
  const held = () => [...site.started.hub.state.visits.values()].map(({ ticket }) => ticket.number);
  const waiting = () =>
    [...site.started.hub.state.visits.values()].flatMap(({ ticket, state }) =>
      state === 'waiting' ? [ticket.number] : [],
    );

  /** The slips, once all of them were printed. */
  async function allPrinted(howMany: number): Promise<void> {
    const jobs = () => [...site.started.hub.state.printJobs.values()];
    await expect
      .poll(() => jobs().filter(({ state }) => state === 'printed').length, { timeout: 60_000 })
      .toBe(howMany);
    expect(site.printer.slips().filter(({ cut }) => cut)).toHaveLength(howMany);
  }

  it('issues its own numbers at once when the network is cut, and the same ones after a repetition', async () => {
    site.kioskCable.unplug();
    await kiosk.shows(({ issuesOffline }) => issuesOffline);
    const wishes = touches(5);
    const shown = numbersIn(await ask(wishes));
    expect(shown).toHaveLength(5);
    expect(held()).toEqual([]);
    site.kioskCable.plugIn();
    await kiosk.live();
    expect(numbersIn(await ask(wishes))).toEqual(shown);

    await allPrinted(5);
    addToTally(count(1, shown, held()));
  });

  it('withdraws the number of a lost answer: the printed one counts', async () => {
    const wishes = touches(5);
    site.kioskCable.loseAnswers();
    const shown = numbersIn(await ask(wishes));
    // The hub may answer after the kiosk's timeout.
    await expect.poll(held).toHaveLength(5);
    const unheard = held();
    expect(shown.filter((number) => unheard.includes(number))).toEqual([]);
    site.kioskCable.plugIn();
    await kiosk.shows(({ connection }) => connection !== 'live');
    await kiosk.live();
    expect(numbersIn(await ask(wishes))).toEqual(shown);

    await allPrinted(5);
    expect(waiting().toSorted()).toEqual(shown.toSorted());
    addToTally(count(1, shown, waiting()));
  });

  it('issues one number per touch over a connection that breaks again and again', async () => {
    const random = createSeededRandom(SEED);
    const cuts = 8;
    const shown: string[] = [];
    for (let round = 0; round < cuts; round += 1) {
      let open = touches(4);
      const first = ask(open);
      site.kioskCable.cutOne(random);
      let answers = await first;
      for (;;) {
        shown.push(...numbersIn(answers));
        open = open.filter((_, n) => answers[n]?.ok !== true);
        if (open.length === 0) break;
        await kiosk.live();
        answers = await ask(open);
      }
    }
    expect(shown).toHaveLength(cuts * 4);
    await allPrinted(cuts * 4);
    addToTally(count(cuts, shown, held()));
  });

  it('works offline while the hub is unreachable, and reports everything after the reconnect', async () => {
    const before = numbersIn(await ask(touches(3)));
    await site.stopHub();
    const wishes = touches(3);
    const after = numbersIn(await ask(wishes));
    await site.startHubAgain();
    await kiosk.live();
    expect(numbersIn(await ask(wishes))).toEqual(after);

    await allPrinted(6);
    addToTally(count(1, [...before, ...after], held()));
  });
});

function numbersIn(answers: readonly Result<IssuedTicket>[]): readonly string[] {
  return answers.flatMap((answer) => (answer.ok ? [answer.value.number] : []));
}
