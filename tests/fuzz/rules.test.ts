import { describe, expect, it } from 'vitest';
import {
  chooseNext,
  type CommandId,
  type DeviceId,
  type Instant,
  type LocalDate,
  type PersonId,
  type Settings,
  UNKNOWN_CONDITION,
  type Visit,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF, verifyDatabase } from '@motcua/hub';
import type { CommandInput } from '@motcua/client';
import { aroundTheClock, kimBoi, type SeededRandom, setUpCentre } from '@motcua/testing';
import { loadLiveState } from '../../apps/hub/src/engine/load-live-state.ts';
import { callerAt } from '../../apps/hub/src/use-cases/visits/call-next.ts';
import { commandOf, type Sender } from './commands.ts';
import { knownTo } from './known-to.ts';
import { seededFor, printSeed } from './seed.ts';

const COMMANDS = 8_000;
/** Often enough to find a fault near its cause; rebuilding from the journal costs more than the command. */
const REBUILD_EVERY = 250;

const KIOSK: Identity = {
  deviceId: 'kiosk-1' as DeviceId,
  deviceRole: 'kiosk',
  personId: null,
  personRole: null,
};
const person = (id: string, role: NonNullable<Identity['personRole']>): Identity => ({
  deviceId: null,
  deviceRole: null,
  personId: id as PersonId,
  personRole: role,
});
const ACTORS: readonly (readonly [Sender, Identity])[] = [
  ['kiosk', KIOSK],
  ['clerk', person('lan', 'clerk')],
  ['clerk', person('hoa', 'clerk')],
  ['clerk', person('minh', 'clerk')],
  ['guide', person('hanh', 'guide')],
  ['head', person('dung', 'head')],
];

/** Offices with different basic settings; all other settings change during the day. */
const OFFICES: readonly { readonly name: string; readonly settings: Settings }[] = [
  { name: 'takes turns and lets people stay overnight', settings: office({ dayEnd: 'roll-over' }) },
  {
    name: 'puts priority first and closes every visit at night',
    settings: office({
      dayEnd: 'close',
      rule: { mode: { type: 'strict' }, maxWaitMinutes: 20 },
      bookings: { ...kimBoi.site.bookings, offered: true },
    }),
  },
  {
    name: 'counts priority as age, at its own hours, with quotas, short services and an order of queues',
    settings: {
      ...office({
        hours: kimBoi.site.hours,
        lastTicketMinutes: 15,
        dayEnd: 'roll-over',
        rule: { mode: { type: 'ageing', bonusMinutes: 20 }, maxWaitMinutes: 45 },
        bookings: { ...kimBoi.site.bookings, offered: true },
      }),
      queues: kimBoi.queues.map((queue) => ({ ...queue, dailyQuota: 60 })),
      services: kimBoi.services.map((service, n) => ({ ...service, quick: n % 3 === 0 })),
      counters: kimBoi.counters.map((counter, n) => ({
        ...counter,
        ordered: n % 2 === 0,
        quick: n === 1 ? 'only' : n === 2 ? 'first' : 'no',
      })),
    },
  },
];

function office(site: Partial<Settings['site']>): Settings {
  const open = aroundTheClock(kimBoi);
  return { ...open, site: { ...open.site, ...site } };
}

/** How often each command, and each action, was accepted in all of them. */
const accepted = new Map<string, number>();

describe.each(OFFICES)('an office that $name', ({ name, settings }) => {
  it('loses no visit, calls none twice, moves no arrival, and leaves a complete journal', async () => {
    let at = T0;
    const hub = createHub({ dataDir: ':memory:', now: () => at });
    await setUpCentre(hub, settings);
    const device = {
      id: KIOSK.deviceId as DeviceId,
      name: 'Ki-ốt',
      role: 'kiosk',
      pairedAt: at,
      revoked: false,
      condition: UNKNOWN_CONDITION,
      locked: false,
      training: false,
    } as const;
    await give(hub, { type: 'put-device', device }, THE_HUB_ITSELF, 'device');

    printSeed('rules');
    const random = seededFor(`rules of an office that ${name}`);
    const watch = new Watch(hub);
    const count = (wish: CommandInput) => {
      const what = wish.type === 'act-on-visit' ? wish.action.type : wish.type;
      accepted.set(what, (accepted.get(what) ?? 0) + 1);
    };
    for (let n = 0; n < COMMANDS; n += 1) {
      at = (at + random.pick([0, 1_000, 5_000, 20_000, 60_000])) as Instant;
      if (random.next() < 0.002) at = (at + 9 * 3_600_000) as Instant;
      const [sender, identity] = random.pick(ACTORS);
      const wish = commandOf(sender, random, knownTo(hub, identity, at));
      if (CHANGES_THE_OFFICE.has(wish.type) && random.next() < 0.8) continue;
      const before = dayOf(hub);
      const answer = await give(hub, wish, identity, `c-${n}`);
      if (answer.ok) count(wish);
      // A command without changes cannot be undone: undo would mean the one before it.
      const changed = answer.ok && answer.value.length > 0;
      if (changed && 'counterId' in wish && wish.counterId !== null && random.next() < 0.15) {
        const undo = { type: 'undo', counterId: wish.counterId } as const;
        if ((await give(hub, undo, identity, `u-${n}`)).ok) {
          count(undo);
          expect([wish, dayOf(hub)]).toEqual([wish, before]);
        }
      }
      if (random.next() < 0.1) await give(hub, { type: 'mark-missed' }, THE_HUB_ITSELF, `m-${n}`);
      if (random.next() < 0.01) await learnSomething(hub, random, `p-${n}`);
      watch.look(at);
      if (n % REBUILD_EVERY === 0) watch.rebuild();
    }
    watch.rebuild();
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    hub.close();
  });
});

describe('all offices together', () => {
  it('accepted every command and action many times', () => {
    if (process.env['FUZZ_TELL'] !== undefined) console.log(Object.fromEntries(accepted));
    expect(OFTEN.filter((what) => (accepted.get(what) ?? 0) < 8)).toEqual([]);
  });
});

const CHANGES_THE_OFFICE: ReadonlySet<string> = new Set(['put-setting', 'remove-setting']);
/** What must have occurred, or the test proves nothing about it. */
const OFTEN: readonly string[] = [
  ...['issue-ticket', 'call-next', 'undo', 'step-out', 'set-care', 'put-setting'],
  ...['call', 'recall', 'start-service', 'park', 'transfer', 'postpone', 'add-service'],
  ...['set-priority', 'set-party', 'reserve', 'send-back', 'mark-no-show', 'finish', 'cancel'],
  ...['reinstate'],
];

/** Changes the skills of a random clerk. */
async function learnSomething(hub: Hub, random: SeededRandom, id: string): Promise<void> {
  const clerks = [...hub.state.people.values()].filter(({ role }) => role === 'clerk');
  const queues = hub.state.settings.all().queues.map((queue) => queue.id);
  const skills = random.next() < 0.4 ? null : queues.filter(() => random.next() < 0.6);
  await give(
    hub,
    { type: 'put-person', person: { ...random.pick(clerks), skills } },
    THE_HUB_ITSELF,
    id,
  );
}

/** The state that undo must restore. */
function dayOf({ state }: Hub) {
  const counters = [...state.counters].filter(([, { state: now }]) => now !== 'closed');
  return {
    visits: new Map(state.visits),
    counters: new Map(counters),
    care: new Map(state.care),
    bookings: new Map(state.bookings),
  };
}

async function give(hub: Hub, wish: object, identity: Identity, id: string) {
  return hub.execute({ ...wish, commandId: id as CommandId } as never, identity);
}

/** Invariants that must hold after every command. */
class Watch {
  readonly #hub: Hub;
  readonly #arrivals = new Map<string, Instant>();
  #today: string;
  /** The open visits at the last check. */
  #open: readonly Visit[] = [];

  constructor(hub: Hub) {
    this.#hub = hub;
    this.#today = hub.state.today;
  }

  look(at: Instant): void {
    const { state } = this.#hub;
    const visits = [...state.visits.values()];
    if (state.today !== this.#today) this.#overnight();
    const moved = visits.filter(
      ({ id, arrivedAt }) => (this.#arrivals.get(id) ?? arrivedAt) !== arrivedAt,
    );
    expect(moved).toEqual([]);
    for (const { id, arrivedAt } of visits) this.#arrivals.set(id, arrivedAt);
    this.#open = visits.filter((visit) => visit.state !== 'closed' && !visit.training);
    expect(visits.length).toBe(this.#arrivals.size);
    expect(new Set(visits.map(({ ticket }) => ticket.number)).size).toBe(visits.length);
    expect(state.room.size).toBe(visits.filter((visit) => visit.state === 'waiting').length);
    this.#countersHoldOneEach(visits);
    this.#everyCandidateIsFound(visits, at);
  }

  /** Every open visit is listed at midnight; one that stays is there the next morning with the same arrival. */
  #overnight(): void {
    const { state, store } = this.#hub;
    // The first change of the new day may be an offline ticket of the day that ended.
    const closing = store.journal
      .ofDay(this.#today as LocalDate)
      .findLast((change) => change.type === 'day-closed');
    if (closing === undefined) throw new Error(`${this.#today} did not end`);
    expect(closing.leftOver.toSorted()).toEqual(
      this.#open.map(({ ticket }) => ticket.number).toSorted(),
    );
    const staying = this.#open.filter(({ ticket }) => closing.rolledOver.includes(ticket.number));
    const { dayEnd } = state.settings.site;
    if (dayEnd === 'roll-over')
      expect(staying.length).toBeGreaterThanOrEqual(
        this.#open.filter((visit) => visit.state !== 'serving').length,
      );
    this.#arrivals.clear();
    for (const { id, arrivedAt } of staying) this.#arrivals.set(id, arrivedAt);
    for (const { id } of staying) expect(state.visits.has(id)).toBe(true);
    this.#today = state.today;
  }

  #countersHoldOneEach(visits: readonly Visit[]): void {
    const standing = visits.flatMap((visit) =>
      visit.state === 'called' || visit.state === 'serving' ? [visit.counterId] : [],
    );
    expect(new Set(standing).size).toBe(standing.length);
  }

  /** Every visit that may be called at an open counter is found by the waiting room used for calling. */
  #everyCandidateIsFound(visits: readonly Visit[], at: Instant): void {
    const { state } = this.#hub;
    const { rule } = state.settings.site;
    const waiting = visits.filter((visit) => visit.state === 'waiting');
    for (const now of state.counters.values()) {
      const counter = state.settings.counter(now.counterId);
      if (now.state !== 'open' || counter === null) continue;
      const caller = callerAt(state, counter, now);
      expect(chooseNext(state.room.candidates(caller, at, rule), caller, at, rule)).toEqual(
        chooseNext(waiting, caller, at, rule),
      );
    }
  }

  /** Rebuilding from the journal gives the same day. */
  rebuild(): void {
    const { state, store } = this.#hub;
    const again = loadLiveState(store, state.today);
    for (const part of ['visits', 'counters', 'care', 'bookings', 'printJobs', 'people'] as const)
      expect([part, toObject(again[part])]).toEqual([part, toObject(state[part])]);
    expect(again.calls.toRecord()).toEqual(state.calls.toRecord());
    const queueIds = state.settings.all().queues.map(({ id }) => id);
    const placesIn = ({ placesTaken }: typeof state) => queueIds.map((id) => placesTaken.in(id));
    expect(placesIn(again)).toEqual(placesIn(state));
    expect(again.historyLost).toEqual(state.historyLost);
    expect(again.refusedTickets).toEqual(state.refusedTickets);
    for (const { series } of state.settings.all().queues)
      expect(again.numbersGiven.next(series)).toEqual(state.numbersGiven.next(series));
    expect(again.seq).toBe(state.seq);
    expect(again.room.size).toBe(state.room.size);
  }
}

function toObject(map: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
