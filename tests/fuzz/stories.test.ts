import { describe, expect, it } from 'vitest';
import {
  type CommandId,
  type DeviceId,
  type Instant,
  type PersonId,
  UNKNOWN_CONDITION,
  type Visit,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF } from '@motcua/hub';
import type { Change } from '@motcua/protocol';
import type { VisitStory } from '@motcua/protocol/http';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import { storyOf } from '../../apps/hub/src/reads/story-of.ts';
import { commandOf, type Sender } from './commands.ts';
import { knownTo } from './known-to.ts';
import { printSeed, seededFor } from './seed.ts';

const COMMANDS = 1_400;
const person = (id: string, role: NonNullable<Identity['personRole']>): Identity => ({
  ...{ deviceId: null, deviceRole: null, personId: id as PersonId, personRole: role },
});
const KIOSK = 'kiosk-1' as DeviceId;
const ACTORS: readonly (readonly [Sender, Identity])[] = [
  ['kiosk', { deviceId: KIOSK, deviceRole: 'kiosk', personId: null, personRole: null }],
  ['clerk', person('lan', 'clerk')],
  ['clerk', person('hoa', 'clerk')],
  ['clerk', person('minh', 'clerk')],
  ['head', person('dung', 'head')],
];

async function randomDay(): Promise<Hub> {
  let at = T0;
  const hub = createHub({ dataDir: ':memory:', now: () => at });
  const give = (wish: object, identity: Identity, id: string) =>
    hub.execute({ ...wish, commandId: id as CommandId } as never, identity);
  await setUpCentre(hub, aroundTheClock(kimBoi));
  const device = {
    ...{ id: KIOSK, name: 'Ki-ốt', role: 'kiosk', pairedAt: at, revoked: false, locked: false },
    ...{ condition: UNKNOWN_CONDITION, training: false },
  } as const;
  await give({ type: 'put-device', device }, THE_HUB_ITSELF, 'device');
  printSeed('stories');
  const random = seededFor('stories of a day');
  for (let n = 0; n < COMMANDS; n += 1) {
    at = (at + random.pick([0, 1_000, 5_000, 20_000])) as Instant;
    const [sender, identity] = random.pick(ACTORS);
    const wish = commandOf(sender, random, knownTo(hub, identity, at));
    // Which counter could have called is checked below by other code, which knows one set-up.
    if (wish.type === 'put-setting' || wish.type === 'remove-setting') continue;
    const answer = await give(wish, identity, `c-${n}`);
    if (answer.ok && 'counterId' in wish && wish.counterId !== null && random.next() < 0.1)
      await give({ type: 'undo', counterId: wish.counterId }, identity, `u-${n}`);
  }
  return hub;
}

describe('the stories of a random day', () => {
  it('agree with the journal for every visit', async () => {
    const hub = await randomDay();
    const { today } = hub.state;
    const changes = hub.store.journal.ofDay(today);
    const issued = changes.filter((change) => change.type === 'ticket-issued');
    const seen = { others: 0, byRule: 0, undone: 0, slips: 0, counters: 0 };
    for (const { visit } of issued) {
      const story = storyOf(hub, today, visit.ticket.number);
      if (story === null) return expect.fail(`${visit.ticket.number} has no story`);
      expect(story.lines.filter(({ type }) => type === 'arrived')).toMatchObject([
        { at: visit.arrivedAt, priority: visit.priority },
      ]);
      expect(actionsIn(story)).toEqual(actionsOf(visit, changes));
      expect(othersIn(story)).toEqual(expect.arrayContaining([...othersOf(visit, changes)]));
      for (const line of story.lines) {
        if (line.type === 'other-called') {
          seen.others += 1;
          const call = changes.find(
            (change) =>
              change.type === 'visit-changed' &&
              change.action === 'call' &&
              change.at === line.at &&
              change.visit.ticket.number === line.number,
          );
          expect(call).toMatchObject({ counterId: line.counterId, because: line.because });
          expect(stateAt(visit, changes, call?.seq ?? 0)).toBe('waiting');
          // A clerk may choose by hand what the rule would have chosen too.
          if (line.because !== 'by-hand') {
            expect([line.number, line.rule]).toEqual([line.number, line.because]);
            seen.byRule += 1;
          }
        }
        if (line.type === 'action' && line.undone) seen.undone += 1;
        if (line.type === 'slip') seen.slips += 1;
        if (line.type === 'counter') seen.counters += 1;
      }
      expect(story.lines.filter(({ type }) => type === 'slip')).toHaveLength(
        new Set(
          changes.flatMap((change) =>
            'printJob' in change && change.printJob?.visitId === visit.id ? change.printJob.id : [],
          ),
        ).size,
      );
      expect(story.series).toMatchObject(seriesOf(visit, changes));
      expect(story.lines.map(({ at }) => at)).toEqual(
        story.lines.map(({ at }) => at).toSorted((a, b) => a - b),
      );
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
    hub.close();
  });
});

const actionsIn = ({ lines }: VisitStory) =>
  lines.flatMap((line) => (line.type === 'action' ? [`${line.at} ${line.action}`] : []));

const actionsOf = (visit: Visit, changes: readonly Change[]) =>
  changes.flatMap((change) =>
    change.type === 'visit-changed' && change.visit.id === visit.id
      ? [`${change.at} ${change.action}`]
      : [],
  );

const othersIn = ({ lines }: VisitStory) =>
  lines.flatMap((line) => (line.type === 'other-called' ? [`${line.at} ${line.number}`] : []));

function visitIn(change: Change | undefined): Visit | undefined {
  return change !== undefined && 'visit' in change ? change.visit : undefined;
}

/** Calls from the queue in which the visit could be called as well, as the journal has them and not undone. */
function othersOf(visit: Visit, changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change, place) => {
    if (change.type !== 'visit-changed' || change.action !== 'call') return [];
    if (change.visit.id === visit.id || change.visit.training !== visit.training) return [];
    const own = changes
      .slice(0, place)
      .findLast((each) => 'visit' in each && each.visit?.id === visit.id);
    if (own === undefined || !('visit' in own) || own.visit?.state !== 'waiting') return [];
    const { queueId, notBefore, reservedFor } = own.visit;
    if (queueId !== change.visit.queueId || notBefore !== null || reservedFor !== null) return [];
    if (own.at === change.at) return [];
    const before = visitIn(
      changes.slice(0, place).findLast((each) => visitIn(each)?.id === change.visit.id),
    );
    const isUndone = changes
      .slice(place + 1)
      .some(
        (each) =>
          each.type === 'visit-changed' &&
          each.action === 'undo' &&
          JSON.stringify(each.visit) === JSON.stringify(before),
      );
    return isUndone ? [] : [`${change.at} ${change.visit.ticket.number}`];
  });
}

function stateAt(visit: Visit, changes: readonly Change[], seq: number): string | undefined {
  const last = changes.findLast(
    (change) => change.seq < seq && 'visit' in change && change.visit?.id === visit.id,
  );
  return last !== undefined && 'visit' in last ? last.visit?.state : undefined;
}

/** By the numbers that the journal has, whatever order they came in. */
function seriesOf({ ticket }: Visit, changes: readonly Change[]) {
  const prefix = ticket.number.replace(/\d+$/, '');
  const value = Number(ticket.number.slice(prefix.length));
  const lower = changes
    .filter((change) => change.type === 'ticket-issued')
    .map(({ visit }) => visit)
    .filter(({ ticket: { number } }) => number.replace(/\d+$/, '') === prefix)
    .filter(({ ticket: { number } }) => Number(number.slice(prefix.length)) < value);
  const withdrawn = lower.filter(({ id }) => {
    const last = changes.findLast((change) => 'visit' in change && change.visit?.id === id);
    return last !== undefined && 'visit' in last && last.visit?.state === 'closed'
      ? last.visit.outcome === 'withdrawn'
      : false;
  });
  return { prefix, value, given: lower.length, takenBack: withdrawn.length };
}
