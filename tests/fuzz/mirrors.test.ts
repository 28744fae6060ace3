import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HubConnection, type Mirror, toMirror, type CommandInput } from '@motcua/client';
import type { CommandId, Result } from '@motcua/domain';
import type { Change, Role } from '@motcua/protocol';
import { layNetworkCable, type NetworkCable, until } from '@motcua/testing';
import {
  loadsOf,
  missedOf,
  snapshotFor,
  GETS_LOADS,
  GETS_MISSED,
} from '../../apps/hub/src/transport/sockets/audience.ts';
import { commandOf, type Sender } from './commands.ts';
import type { Known } from './picks.ts';
import { type FuzzHub, startFuzzHub } from './fuzz-hub.ts';
import { seededFor, printSeed } from './seed.ts';

/** How often a single connection is cut, and how often all of them at once. */
const CUT_ONE_EVERY = 100;
const CUT_ALL_EVERY = 2_000;
/** All commands together pass midnight, which is an hour away, about half-way. */
const SECONDS_PER_COMMAND = 1.5;

interface Actor {
  readonly sender: Sender;
  readonly name: string;
  readonly commands: number;
  readonly role: Role;
  readonly personId: Known['personId'];
  readonly link: HubConnection;
}

/** How many commands each sender gives. */
const CAST: readonly (readonly [Sender, name: string, commands: number])[] = [
  ['kiosk', 'kiosk 1', 700],
  ['kiosk', 'kiosk 2', 700],
  ['display', 'display 1', 300],
  ['display', 'display 2', 300],
  ['clerk', 'lan', 500],
  ['clerk', 'hoa', 500],
  ['clerk', 'minh', 500],
  ['clerk', 'thu', 500],
  ['clerk', 'son', 500],
  ['guide', 'hanh', 200],
  ['head', 'dung', 300],
];

describe('mirrors of the hub', () => {
  let site: FuzzHub;
  let cable: NetworkCable;

  beforeEach(async () => {
    printSeed('mirrors');
    site = await startFuzzHub();
    cable = await layNetworkCable(Number(new URL(site.started.url).port));
  });
  afterEach(async () => {
    await cable.close();
    await site.close();
  });

  it('all equal the hub’s state, after thousands of commands, cuts and a midnight', async () => {
    const actors = await Promise.all(
      CAST.map(async ([sender, name, commands]): Promise<Actor> => {
        const credentials = await site.credentialsOf(sender, name);
        const { role, personId } = credentials;
        const link = await site.connect(credentials, cable.url);
        return { sender, name, commands, role, personId, link };
      }),
    );
    const staff = actors.find(({ sender }) => sender === 'head');
    if (staff === undefined) throw new Error('No client sees the whole day');
    const network = seededFor('network');
    let given = 0;
    const codes = new Map<string, number>();

    async function play({ sender, name, commands, personId, link }: Actor): Promise<void> {
      const random = seededFor(name);
      for (let own = 0; own < commands; own += 1) {
        given += 1;
        site.clock.advance(random.whole(0, 2 * SECONDS_PER_COMMAND * 1_000));
        if (given % CUT_ONE_EVERY === 0) cable.cutOne(network);
        if (given % CUT_ALL_EVERY === 0) {
          cable.unplug();
          cable.plugIn();
        }
        const wish = commandOf(sender, random, { mirror: mirrorOf(staff?.link ?? link), personId });
        const commandId = `${name.replace(' ', '-')}-${given}` as CommandId;
        const answer = await link.execute(wish, commandId);
        note(wish, answer);
        if (answer.ok && random.next() < 0.05)
          expect(forgetful(await link.execute(wish, commandId))).toEqual(forgetful(answer));
      }
    }
    function note({ type }: CommandInput, answer: Result<readonly Change[]>): void {
      const what = `${type}: ${answer.ok ? 'ok' : answer.refusal.code}`;
      codes.set(what, (codes.get(what) ?? 0) + 1);
    }

    await Promise.all(actors.map(play));
    await settle(staff.link, actors);
    if (process.env['FUZZ_TELL'] !== undefined) console.log(codes);

    for (const { link, role, name } of actors) {
      // Sent a moment after the changes it follows from, but never omitted.
      if (GETS_MISSED.has(role)) await until(link, () => awaitedAt(link) === awaitedNow());
      const mirror = mirrorOf(link);
      const expected = expectedMirror(role, mirror);
      expect({ name, ...comparable(role, mirror) }).toEqual({
        name,
        ...comparable(role, expected),
      });
    }
    expect(site.started.hub.state.today).toBe('2026-11-24');
    // How often depends on which connection is quicker; that each was done at all does not.
    for (const type of ['issue-ticket', 'call-next', 'act-on-visit', 'undo'])
      expect(codes.get(`${type}: ok`) ?? 0, type).toBeGreaterThan(0);
    await site.expectUnharmed();
  });

  const awaitedAt = (link: HubConnection) => mirrorOf(link).missed.join();
  const awaitedNow = () => {
    const { state, now } = site.started.hub;
    return missedOf(state, now()).join();
  };

  /** Gives a command that changes every mirror, until no more changes follow. */
  async function settle(head: HubConnection, actors: readonly Actor[]): Promise<void> {
    const { hub } = site.started;
    let fence: number;
    do {
      const value = hub.state.settings.site;
      const answer = await head.execute({ type: 'put-setting', setting: { kind: 'site', value } });
      if (!answer.ok) throw new Error(answer.refusal.code);
      fence = answer.value[0]?.seq ?? 0;
      const reached = fence;
      await Promise.all(actors.map(({ link }) => until(link, () => mirrorOf(link).seq >= reached)));
    } while (hub.state.seq !== fence);
  }

  function expectedMirror(role: Role, { deviceId, personId }: Mirror): Mirror {
    const { state, now } = site.started.hub;
    return toMirror({
      type: 'snapshot',
      seq: state.seq,
      at: now(),
      today: state.today,
      deviceId,
      personId,
      loads: GETS_LOADS.has(role) ? loadsOf(site.started.hub) : {},
      missed: GETS_MISSED.has(role) ? missedOf(state, now()) : [],
      snapshot: snapshotFor(role, state, deviceId),
    });
  }
});

/** The same answer after midnight, when confidential data is deleted. */
function forgetful(answer: Result<readonly Change[]>): Result<readonly Change[]> {
  if (!answer.ok) return answer;
  return {
    ok: true,
    value: answer.value.map((change) => {
      // Midnight may come between the two answers, and deletes what a person wrote.
      const bare = { ...change, by: { ...change.by, reason: null } };
      return bare.type === 'care-changed' ? { ...bare, care: null } : bare;
    }),
  };
}

/** A kiosk does not receive later states of its slips, because it reports them itself. */
function comparable(role: Role, mirror: Mirror): object {
  const { printJobs, ...rest } = mirror;
  return role === 'kiosk' ? rest : { ...rest, printJobs };
}

function mirrorOf(link: HubConnection): Mirror {
  const { mirror } = link.getState();
  if (mirror === null) throw new Error('Nothing was heard of the hub');
  return mirror;
}
