import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ONE_PERSON,
  addDays,
  type DeviceId,
  type DeviceRole,
  type Instant,
  UNKNOWN_CONDITION,
  type VisitId,
} from '@motcua/domain';
import {
  aPriorityGroup,
  aSite,
  CIVIL,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import type { PaperTicket } from '@motcua/protocol';
import { settle } from '../../../test/paper.ts';
import { HEAD, KIOSK, openRoom, type Room } from '../../../test/room.ts';
import { makeDayReport } from '../../reads/day-report.ts';
import { THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { loadLiveState } from '../../engine/load-live-state.ts';

const KIOSK_2 = 'kiosk-2' as DeviceId;
const OTHER = { ...KIOSK, deviceId: KIOSK_2 };
const TOMORROW = addDays(TODAY, 1);
const DAY_MS = 24 * 3_600_000;

let room: Room;

async function pair(id: DeviceId, revoked = false, role: DeviceRole = 'kiosk'): Promise<void> {
  const { offlineLetter } = room.hub.state.devices.get(id) ?? {};
  const device = {
    ...{ id, name: id, role, pairedAt: T0, revoked },
    ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
    ...(offlineLetter === undefined ? {} : { offlineLetter }),
  };
  await room.must({ type: 'put-device', device }, THE_HUB_ITSELF);
}

beforeEach(async () => {
  room = await openRoom();
  await pair(KIOSK_2);
});
afterEach(() => room.close());

const visit = (number: string) => room.hub.state.byNumber(number);

describe('A ticket that a kiosk gave without the hub', () => {
  beforeEach(async () => {
    await room.must(
      { type: 'put-setting', setting: { kind: 'priority-group', value: aPriorityGroup() } },
      HEAD,
    );
    room.at = minutesAfterT0(45);
  });

  it('leaves the queue with all of its kiosk, once that was revoked and a head confirms it', async () => {
    const letters = room.hub.state.devices.get(KIOSK_2)?.offlineLetter ?? '';
    await room.must(settle({ number: `H${letters}01` }), OTHER);
    await room.must(settle({ number: `H${letters}02`, arrivedAt: 0 as Instant }), OTHER);
    const other = await room.issue();
    const withdraw = () => room.give({ type: 'withdraw-numbers', deviceId: KIOSK_2 }, HEAD);
    expect(await withdraw()).toMatchObject({ refusal: { code: 'device-not-found' } });
    await pair(KIOSK_2, true);
    expect(await withdraw()).toMatchObject({ ok: true });
    for (const number of ['01', '02'])
      expect(visit(`H${letters}${number}`)).toMatchObject({
        state: 'closed',
        outcome: 'cancelled',
      });
    expect(room.hub.state.visits.get(other.visit.id)).toMatchObject({ state: 'waiting' });
    expect(await withdraw()).toMatchObject({ ok: true, value: [] });
  });

  it('waits with its true arrival, its slip and its needs, before later arrivals', async () => {
    const later = await room.issue();
    const [issued] = await room.must(
      settle({
        serviceIds: ['marriage', 'copy'] as never,
        needs: ['deaf'],
        priorityGroupId: 'elderly' as never,
      }),
      KIOSK,
    );
    expect(issued).toMatchObject({
      type: 'ticket-issued',
      peopleAhead: null,
      promise: null,
      printJob: { state: 'printed', kioskId: KIOSK_1, askedAt: minutesAfterT0(10) },
      visit: {
        arrivedAt: minutesAfterT0(10),
        priority: 'priority',
        ticket: { number: 'HA01', language: 'en' },
        next: [{ serviceId: 'copy' }],
      },
    });
    expect(room.hub.state.care.get('paper-HA01' as VisitId)).toMatchObject({ needs: ['deaf'] });
    await room.open(LAN);
    expect(await room.callNext(LAN)).toMatchObject({
      value: [{ because: 'waited-too-long', visit: { id: 'paper-HA01' } }, {}],
    });
    expect(later.visit.ticket.number).toBe('H001');
  });

  it('is no booking, since only the hub checks bookings in', async () => {
    await room.must(settle({ bookedFor: minutesAfterT0(45) }), KIOSK);
    expect(visit('HA01')).toMatchObject({ state: 'waiting', bookedFor: null });
  });

  it('is accepted once, however often it is reported and under whichever id', async () => {
    const wish = settle({});
    const first = await room.give(wish, KIOSK, 'touch');
    expect(await room.give(wish, KIOSK, 'touch')).toEqual(first);
    expect(await room.give(wish, KIOSK, 'another')).toEqual({ ok: true, value: [] });
    expect([...room.hub.state.visits.values()]).toHaveLength(1);
    expect((await room.issue()).visit.ticket.number).toBe('H001');
  });

  it('counts for its command, and the number that the hub gave without being received is withdrawn', async () => {
    const given = await room.give(
      { ...issueRequest(), serviceIds: ['marriage' as never] },
      KIOSK,
      'touch',
    );
    const answer = await room.give(settle({}), KIOSK, 'touch');
    expect(answer).toEqual(given);
    const unheard = answer.ok && answer.value[0]?.type === 'ticket-issued' ? answer.value[0] : null;
    const instead = unheard?.visit.id ?? null;
    await room.must(settle({}, { instead }), KIOSK);
    expect(visit('H001')).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect(visit('HA01')).toMatchObject({ state: 'waiting' });
    expect(room.hub.state.printJobs.get(unheard?.printJob?.id ?? ('' as never))).toMatchObject({
      resolution: 'given-back',
    });
  });

  it('withdraws no visit with a slip, nor another kiosk’s visitor', async () => {
    const printed = await room.issue();
    await room.must(
      {
        type: 'report-print',
        printJobId: printed.printJob?.id as never,
        report: { state: 'printed', proof: 'proved' },
      },
      KIOSK,
    );
    const foreign = await room.issue();
    await room.must(settle({}, { instead: printed.visit.id }), KIOSK);
    await room.must(settle({ number: 'HM01' }, { instead: foreign.visit.id }), OTHER);
    expect(visit('H001')).toMatchObject({ state: 'waiting' });
    expect(visit('H002')).toMatchObject({ state: 'waiting' });
  });

  it('is withdrawn at once when its visitor gave it back', async () => {
    const failed = { state: 'failed', fault: 'out-of-paper' } as const;
    await room.must(settle({}, { print: failed, resolution: 'given-back' }), KIOSK);
    expect(visit('HA01')).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
    expect([...room.hub.state.printJobs.values()]).toMatchObject([
      { state: 'failed', fault: 'out-of-paper', resolution: 'given-back' },
    ]);
  });

  it.each([
    ['before its kiosk was paired', minutesAfterT0(-30), T0],
    ['in the future', minutesAfterT0(90), minutesAfterT0(45)],
  ])('has not come %s, whatever the kiosk’s clock says', async (_what, said, arrivedAt) => {
    await room.must(settle({ arrivedAt: said }), KIOSK);
    expect(visit('HA01')).toMatchObject({ arrivedAt });
  });

  it('is not lost when its service is gone, its number taken or its hour over', async () => {
    await room.must(settle({ serviceIds: ['gone' as never] }), KIOSK);
    expect(visit('HA01')).toMatchObject({ serviceId: 'marriage', queueId: CIVIL });
    // A kiosk's disk was copied: both hold a slip.
    const copied = { visitId: 'second' as VisitId, printJobId: 'slip-second' as never };
    await room.must(settle(copied), KIOSK);
    expect(visit('HA01B')).toMatchObject({ id: 'second', state: 'waiting' });
    const closed = { ...room.hub.state.settings.site, hours: aSite().hours };
    await room.must({ type: 'put-setting', setting: { kind: 'site', value: closed } }, HEAD);
    await room.must(settle({ number: 'HA02' }), KIOSK);
    expect(visit('HA02')).toMatchObject({ state: 'waiting' });
  });

  it('of yesterday is in yesterday’s report, and does not change today', async () => {
    await room.issue();
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await room.must(settle({}), KIOSK);
    expect(await room.must(settle({}), KIOSK)).toEqual([]);
    expect(room.hub.state.visits.size).toBe(0);
    expect(makeDayReport(room.hub, TODAY).totals).toMatchObject({ issued: 2, slips: 2 });
    expect(makeDayReport(room.hub, TODAY).totals.outcomes).toMatchObject({ left: 1 });
    expect(makeDayReport(room.hub, TOMORROW).totals).toMatchObject({ issued: 0, slips: 0 });
  });

  it('of yesterday goes on today where the site carries visits over', async () => {
    const value = { ...room.hub.state.settings.site, dayEnd: 'roll-over' as const };
    await room.must({ type: 'put-setting', setting: { kind: 'site', value } }, HEAD);
    room.at = (T0 + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await room.must(settle({}), KIOSK);
    expect(visit('HA01')).toMatchObject({
      day: TOMORROW,
      state: 'waiting',
      arrivedAt: minutesAfterT0(10),
    });
    expect(loadLiveState(room.hub.store, TOMORROW).visits.size).toBe(1);
  });

  function issueRequest() {
    return {
      type: 'issue-ticket' as const,
      ...{ language: 'vi', priorityGroupId: null, needs: [], party: ONE_PERSON },
      ...{ reason: null, training: false },
    };
  }
});

describe('A kiosk', () => {
  const letterOf = (id: DeviceId) => room.hub.state.devices.get(id)?.offlineLetter;

  it('gets a letter of its own when it is paired, and keeps it', async () => {
    expect([KIOSK_1, KIOSK_2].map(letterOf)).toEqual(['A', 'M']);
    await room.must({ type: 'set-kiosk', deviceId: KIOSK_2, locked: true, training: false }, HEAD);
    expect(letterOf(KIOSK_2)).toBe('M');
    const display = 'display-1' as DeviceId;
    await pair(display, false, 'display');
    expect(letterOf(display)).toBeUndefined();
  });

  it('that is paired anew reports what it gave under its old name, once that is revoked', async () => {
    room.at = minutesAfterT0(45);
    await pair('kiosk-3' as DeviceId);
    const anew = { ...KIOSK, deviceId: 'kiosk-3' as DeviceId };
    expect(await room.must(settle({}), anew)).toMatchObject([
      { type: 'ticket-refused', code: 'not-your-number' },
    ]);
    await pair(KIOSK_1, true);
    await room.must(settle({}), anew);
    expect(visit('HA01')).toMatchObject({ state: 'waiting' });
  });
});

describe('What a kiosk cannot have given', () => {
  beforeEach(() => {
    room.at = minutesAfterT0(45);
  });
  const expectRefused = async (ticket: Partial<PaperTicket>, code: string) => {
    const before = [...room.hub.state.visits.values()];
    const refused = await room.must(settle(ticket), KIOSK);
    expect(refused).toMatchObject([
      { type: 'ticket-refused', number: ticket.number ?? 'HA01', code },
    ]);
    expect([...room.hub.state.visits.values()]).toEqual(before);
  };

  it.each([
    ['another kiosk’s letter', { number: 'HM01' }, 'not-your-number'],
    ['a number of the hub', { number: 'H021' }, 'not-your-number'],
    ['a number of a hub that lost nothing', { number: 'HU01' }, 'not-your-number'],
    ['a queue that is none', { number: 'XA01' }, 'number-unknown'],
    ['a number beyond the series', { number: 'HA1000' }, 'number-unknown'],
    ['a number that is printed otherwise', { number: 'HA001' }, 'number-unknown'],
    ['a day before it was paired', { day: addDays(TODAY, -1) }, 'not-your-number'],
    ['a day too long ago', { day: addDays(TODAY, -8) }, 'ticket-too-old'],
  ] as const)('is %s', async (_what, ticket, code) => {
    await expectRefused(ticket, code);
  });

  it('has the ids of another visit, of whichever day, or of another slip', async () => {
    const other = await room.issue();
    await expectRefused({ visitId: other.visit.id }, 'id-taken');
    const id = other.printJob?.id ?? ('' as never);
    await expectRefused({ printJobId: id, number: 'HA02' }, 'id-taken');
    expect(room.hub.state.printJobs.get(id)).toEqual(other.printJob);
    room.at = (room.at + DAY_MS) as Instant;
    await room.must({ type: 'close-day' }, THE_HUB_ITSELF);
    await expectRefused({ visitId: other.visit.id, number: 'HA03', day: TOMORROW }, 'id-taken');
    await expectRefused({ visitId: other.visit.id, number: 'HA04' }, 'id-taken');
  });

  it('is reported to the staff once, and not for ever', async () => {
    const wish = settle({ number: 'HM01' });
    await room.must(wish, KIOSK);
    expect(await room.give(wish, KIOSK)).toMatchObject({
      ok: false,
      refusal: { code: 'not-your-number' },
    });
    for (let n = 2; n <= 60; n += 1)
      await room.give(settle({ number: `HM${String(n).padStart(2, '0')}` }), KIOSK);
    expect(room.hub.state.refusedTickets).toHaveLength(50);
    expect(room.hub.state.refusedTickets[0]).toEqual({
      ...{ number: 'HM01', day: TODAY, code: 'not-your-number', kioskId: KIOSK_1 },
      at: minutesAfterT0(45),
    });
    expect(loadLiveState(room.hub.store, TODAY).refusedTickets).toEqual(
      room.hub.state.refusedTickets,
    );
  });

  it('of a day to come counts as of today', async () => {
    await room.must(settle({ day: '2099-01-01' as never }), KIOSK);
    expect(visit('HA01')).toMatchObject({ day: TODAY, state: 'waiting' });
    expect((await room.issue()).visit.ticket.number).toBe('H001');
  });

  it('is accepted from kiosks only', async () => {
    expect(await room.give(settle({}), HEAD)).toMatchObject({ ok: false });
  });
});
