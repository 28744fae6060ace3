import { describe, expect, it } from 'vitest';
import {
  chooseNext,
  type CommandId,
  type DeviceId,
  type Instant,
  type PersonId,
  UNKNOWN_CONDITION,
  type Visit,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF, verifyDatabase } from '@motcua/hub';
import { toMirror } from '@motcua/client';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import { loadLiveState } from '../../apps/hub/src/load-live-state.ts';
import { snapshotFor } from '../../apps/hub/src/transport/audience.ts';
import { callerAt } from '../../apps/hub/src/use-cases/call-next.ts';
import { commandOf, type Known, type Sender } from './commands.ts';
import { diceFor, tellSeed } from './seed.ts';

const COMMANDS = 4_000;
/** Often enough to meet a fault near its cause; reading the journal again costs more than the command. */
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

describe('all rules of an office at once', () => {
  it('lose nobody, call nobody twice, move no arrival, and leave a journal that tells it all', async () => {
    let at = T0;
    const hub = createHub({ dataDir: ':memory:', now: () => at });
    const { site, ...settings } = aroundTheClock(kimBoi);
    await setUpCentre(hub, { ...settings, site: { ...site, dayEnd: 'roll-over' } });
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

    tellSeed('rules');
    const dice = diceFor('rules');
    const watch = new Watch(hub);
    const accepted = new Map<string, number>();
    for (let n = 0; n < COMMANDS; n += 1) {
      at = (at + dice.pick([0, 1_000, 5_000, 20_000, 90_000])) as Instant;
      if (dice.next() < 0.002) at = (at + 9 * 3_600_000) as Instant;
      const [sender, identity] = dice.pick(ACTORS);
      const wish = commandOf(sender, dice, knownTo(hub, identity, at));
      // Settings that close the centre would only make the day empty.
      if (wish.type === 'put-setting' || wish.type === 'remove-setting') continue;
      const answer = await give(hub, wish, identity, `c-${n}`);
      if (answer.ok) accepted.set(wish.type, (accepted.get(wish.type) ?? 0) + 1);
      if (answer.ok && 'counterId' in wish && dice.next() < 0.15) {
        const undo = { type: 'undo', counterId: wish.counterId };
        const undone = await give(hub, undo, identity, `u-${n}`);
        if (undone.ok) accepted.set('undo', (accepted.get('undo') ?? 0) + 1);
      }
      if (dice.next() < 0.1) await give(hub, { type: 'mark-missed' }, THE_HUB_ITSELF, `m-${n}`);
      watch.look(at);
      if (n % REBUILD_EVERY === 0) watch.rebuild();
    }
    watch.rebuild();
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    for (const type of [
      'issue-ticket',
      'call-next',
      'act-on-visit',
      'undo',
      'step-out',
      'set-care',
    ])
      expect([type, (accepted.get(type) ?? 0) > 20]).toEqual([type, true]);
    hub.close();
  });
});

async function give(hub: Hub, wish: object, identity: Identity, id: string) {
  return hub.execute({ ...wish, commandId: id as CommandId } as never, identity);
}

function knownTo(hub: Hub, { personId, deviceId }: Identity, at: Instant): Known {
  const { state } = hub;
  const mirror = toMirror({
    type: 'snapshot',
    seq: state.seq,
    at,
    today: state.today,
    deviceId,
    personId,
    loads: {},
    missed: [],
    snapshot: snapshotFor('admin', state, deviceId),
  });
  return { mirror, personId };
}

/** What must hold after every command, whatever it was. */
class Watch {
  readonly #hub: Hub;
  readonly #arrivals = new Map<string, Instant>();
  #today: string;

  constructor(hub: Hub) {
    this.#hub = hub;
    this.#today = hub.state.today;
  }

  look(at: Instant): void {
    const { state } = this.#hub;
    const visits = [...state.visits.values()];
    if (state.today !== this.#today) {
      this.#today = state.today;
      this.#arrivals.clear();
    }
    const moved = visits.filter(
      ({ id, arrivedAt }) => (this.#arrivals.get(id) ?? arrivedAt) !== arrivedAt,
    );
    expect(moved).toEqual([]);
    for (const { id, arrivedAt } of visits) this.#arrivals.set(id, arrivedAt);
    expect(visits.length).toBe(this.#arrivals.size);
    expect(new Set(visits.map(({ ticket }) => ticket.number)).size).toBe(visits.length);
    expect(state.room.size).toBe(visits.filter((visit) => visit.state === 'waiting').length);
    this.#countersHoldOneEach(visits);
    this.#nobodyIsOverlooked(visits, at);
  }

  #countersHoldOneEach(visits: readonly Visit[]): void {
    const standing = visits.flatMap((visit) =>
      visit.state === 'called' || visit.state === 'serving' ? [visit.counterId] : [],
    );
    expect(new Set(standing).size).toBe(standing.length);
  }

  /** Whoever may be called at an open counter is found by the room that the calls go by. */
  #nobodyIsOverlooked(visits: readonly Visit[], at: Instant): void {
    const { state } = this.#hub;
    const { rule } = state.settings.site;
    const waiting = visits.filter((visit) => visit.state === 'waiting');
    for (const now of state.counters.values()) {
      const counter = state.settings.counter(now.counterId);
      if (now.state !== 'open' || counter === null) continue;
      const caller = callerAt(state, { counter, now, clerkId: now.clerkId });
      expect(chooseNext(state.room.candidates(caller, at, rule), caller, at, rule)).toEqual(
        chooseNext(waiting, caller, at, rule),
      );
    }
  }

  /** The journal alone makes the same day. */
  rebuild(): void {
    const { state, store } = this.#hub;
    const again = loadLiveState(store, state.today);
    for (const part of ['visits', 'counters', 'care', 'bookings', 'printJobs', 'people'] as const)
      expect([part, toObject(again[part])]).toEqual([part, toObject(state[part])]);
    expect(again.calls.toRecord()).toEqual(state.calls.toRecord());
    expect(again.kioskNumbers.all()).toEqual(state.kioskNumbers.all());
    expect(again.seq).toBe(state.seq);
    expect(again.room.size).toBe(state.room.size);
  }
}

function toObject(map: ReadonlyMap<string, unknown>): object {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
