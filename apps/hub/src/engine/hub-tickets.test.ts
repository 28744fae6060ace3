import { type Change, plainTicket } from '@motcua/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, DeviceId } from '@motcua/domain';
import {
  CERT,
  COUNTER_2,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  aQueue,
  aSite,
} from '@motcua/domain/builders';
import { clerk, KIOSK, HEAD, openRoom, type Room } from '../../test/room.ts';
import type { HubCommand } from './hub-command.ts';

describe('the tickets of the hub', () => {
  let room: Room;

  beforeEach(async () => {
    room = await openRoom();
    return () => room.close();
  });

  it('gives the numbers of a queue in order and counts the people ahead', async () => {
    const first = await room.issue();
    const second = await room.issue();

    expect(first.visit.ticket.number).toBe('H001');
    expect(second.visit.ticket.number).toBe('H002');
    expect(second.peopleAhead).toBe(1);
    expect(second.printJob).toMatchObject({ state: 'asked', kioskId: KIOSK_1 });
  });

  it('answers a repeated command alike and does nothing', async () => {
    const wish = plainTicket('marriage' as never) as never;
    const first = await room.give(wish, KIOSK, 'again');
    const second = await room.give(wish, KIOSK, 'again');

    expect(second).toEqual(first);
    expect(room.hub.state.visits.size).toBe(1);
    expect(
      await room.give(wish, { ...KIOSK, deviceId: 'kiosk-2' as DeviceId }, 'again'),
    ).toMatchObject({
      refusal: { code: 'role-not-allowed' },
    });
  });

  it('answers after replication, and before the changes are sent only what is urgent', async () => {
    const order: string[] = [];
    const { hub } = room;
    hub.onStored(() => void order.push('stored'));
    hub.onCommitted((changes) => order.push(...changes.map(({ type }) => type)));
    const send = (name: string, urgency: (written: readonly Change[]) => boolean) =>
      new Promise<void>((done) => {
        const commandId = crypto.randomUUID() as CommandId;
        const command = { ...plainTicket('marriage' as never), commandId } as HubCommand;
        hub.submit(command, KIOSK, null, () => done(void order.push(name)), urgency);
      });
    await Promise.all([
      send('in its turn', () => false),
      send('urgent', (written) => written.length === 2),
    ]);
    expect(order).toEqual(['stored', 'urgent', 'ticket-issued', 'ticket-issued', 'in its turn']);
  });

  it('never gives a number twice when many ask in one turn', async () => {
    const results = await Promise.all(Array.from({ length: 64 }, () => room.issue()));

    expect(new Set(results.map(({ visit }) => visit.ticket.number)).size).toBe(64);
  });

  it.each([
    { services: ['copy', 'marriage', 'marriage'], given: ['H001', 'H002'] },
    { services: ['marriage', 'copy', 'marriage'], given: ['H001', 'H002'] },
    { services: ['marriage', 'marriage', 'copy'], given: ['H001', 'H002'] },
    { services: ['copy', 'copy', 'marriage'], given: ['H001'] },
    { services: ['copy'], given: [] },
  ])('takes back what fails half-way, and nothing of others: $services', async (at) => {
    const { db, journal } = room.hub.store;
    const before = journal.lastSeq();
    const faults: unknown[] = [];
    room.onFault = (cause) => void faults.push(cause);
    db.exec(`CREATE TEMP TRIGGER breaks BEFORE INSERT ON visit WHEN NEW.number LIKE 'S%'
      BEGIN SELECT RAISE(ABORT, 'broken'); END`);

    const wishes = at.services.map((service) => room.give(plainTicket(service as never), KIOSK));
    const results = await Promise.all(wishes);
    const codes = results.flatMap((result) => (result.ok ? [] : [result.refusal.code]));
    expect(codes).toEqual(faults.map(() => 'hub-unavailable'));
    expect(faults.length + at.given.length).toBe(at.services.length);
    expect([...room.hub.state.visits.values()].map(({ ticket }) => ticket.number)).toEqual(
      at.given,
    );
    expect(journal.lastSeq()).toBe(before + at.given.length);

    db.exec('DROP TRIGGER breaks');
    expect((await room.issue('copy')).visit.ticket.number).toBe('S001');
    expect([...journal.brokenLinks()]).toEqual([]);
  });

  it('refuses a ticket when the range is used up, and goes on with other queues', async () => {
    for (let i = 0; i < 3; i += 1) await room.issue('copy');

    expect(await room.give(plainTicket('copy' as never), KIOSK)).toMatchObject({
      refusal: { code: 'numbers-used-up' },
    });
    expect((await room.issue()).visit.ticket.number).toBe('H001');
  });

  it('skips a number that another queue gave under the same prefix before a change', async () => {
    await room.issue();
    await room.must(
      {
        type: 'put-setting',
        setting: { kind: 'queue', value: aQueue({ series: { prefix: 'B', from: 1, to: 9 } }) },
      },
      HEAD,
    );
    await room.must(
      {
        type: 'put-setting',
        setting: {
          kind: 'queue',
          value: aQueue({ id: CERT, series: { prefix: 'H', from: 1, to: 9 } }),
        },
      },
      HEAD,
    );

    expect((await room.issue('copy')).visit.ticket.number).toBe('H002');
  });

  it('refuses tickets outside opening hours', async () => {
    const never = aSite({ hours: { week: Array.from({ length: 7 }, () => []), closedDays: [] } });
    await room.must({ type: 'put-setting', setting: { kind: 'site', value: never } }, HEAD);

    expect(await room.give(plainTicket('marriage' as never), KIOSK)).toMatchObject({
      refusal: { code: 'outside-opening-hours' },
    });
  });

  it('closes a visit as withdrawn when its failed slip is given back', async () => {
    const { printJob, visit } = await room.issue();
    const printJobId = printJob?.id as never;
    await room.must(
      {
        type: 'report-print',
        printJobId,
        report: { state: 'failed', fault: 'out-of-paper' },
      },
      KIOSK,
    );
    await room.must({ type: 'resolve-print', printJobId, resolution: 'given-back' }, KIOSK);

    expect(room.hub.state.visits.get(visit.id)).toMatchObject({
      state: 'closed',
      outcome: 'withdrawn',
    });
    expect(
      await room.give({ type: 'resolve-print', printJobId, resolution: 'noted' }, KIOSK),
    ).toMatchObject({ value: [] });
  });

  it('accepts from the staff that a visitor without a slip was helped, and from no other', async () => {
    const { printJob, visit } = await room.issue();
    const printJobId = printJob?.id as never;
    const helped = { type: 'resolve-print', printJobId, resolution: 'helped' } as const;
    const jobNow = () => room.hub.state.printJobs.get(printJobId)?.resolution;
    expect(await room.give(helped, clerk(LAN))).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    const report = { state: 'failed', fault: 'out-of-paper' } as const;
    await room.must({ type: 'report-print', printJobId, report }, KIOSK);
    expect(await room.give(helped, KIOSK)).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    const noted = { type: 'resolve-print', printJobId, resolution: 'noted' } as const;
    expect(await room.give(noted, clerk(LAN))).toMatchObject({
      refusal: { code: 'action-not-allowed' },
    });
    await room.must(noted, KIOSK);
    await room.must(helped, clerk(LAN));
    expect(jobNow()).toBe('helped');
    await room.must({ type: 'resolve-print', printJobId, resolution: 'given-back' }, KIOSK);
    expect(jobNow()).toBe('given-back');
    expect(room.hub.state.visits.get(visit.id)).toMatchObject({ outcome: 'withdrawn' });
  });

  it('lets a visitor who was thought to have left still choose, but not the other way round', async () => {
    const { printJob } = await room.issue();
    const printJobId = printJob?.id as never;
    const report = { state: 'failed', fault: 'out-of-paper' } as const;
    await room.must({ type: 'report-print', printJobId, report }, KIOSK);
    const resolve = (resolution: 'left' | 'noted') =>
      room.must({ type: 'resolve-print', printJobId, resolution }, KIOSK);

    expect(await resolve('left')).toMatchObject([{ printJob: { resolution: 'left' } }]);
    expect(await resolve('left')).toEqual([]);
    expect(await resolve('noted')).toMatchObject([{ printJob: { resolution: 'noted' } }]);
    expect(await resolve('left')).toEqual([]);
  });

  it('starts numbers again at local midnight and names the visits left over', async () => {
    await room.issue();
    await room.issue();
    await room.open(LAN);
    await room.callNext(LAN);
    room.at = minutesAfterT0(16 * 60); // 00:00 in Việt Nam
    const next = await room.issue();

    expect(next.visit).toMatchObject({ day: '2026-11-24', ticket: { number: 'H001' } });
    expect(room.hub.state.visits.size).toBe(1);
    expect(room.hub.state.counters.get(COUNTER_2)).toMatchObject({ state: 'closed' });
    const day = room.hub.store.journal.ofDay('2026-11-23' as never);
    expect(day.at(-1)).toMatchObject({ type: 'day-closed', leftOver: ['H001', 'H002'] });
  });

  it('answers a command that is repeated after midnight as it did before', async () => {
    const wish = plainTicket('marriage' as never);
    const first = await room.give(wish, KIOSK, 'late');
    room.at = minutesAfterT0(16 * 60);
    await room.issue();

    expect(await room.give(wish, KIOSK, 'late')).toEqual(first);
    expect(room.hub.state.visits.size).toBe(1);
  });

  it('answers a command that changed nothing the same, whatever happened since', async () => {
    await room.open(LAN);
    const again = { type: 'open-counter', counterId: COUNTER_2, training: false } as const;
    const first = await room.give(again, clerk(LAN), 'again');
    await room.must({ type: 'close-counter', counterId: COUNTER_2 }, clerk(LAN));

    expect(first).toMatchObject({ value: [] });
    expect(await room.give(again, clerk(LAN), 'again')).toEqual(first);
    expect(room.hub.state.counters.get(COUNTER_2)).toMatchObject({ state: 'closed' });
  });

  it('does not go back a day when the clock does', async () => {
    room.at = minutesAfterT0(16 * 60);
    await room.issue();
    room.at = T0;

    expect((await room.issue()).visit).toMatchObject({
      day: '2026-11-24',
      ticket: { number: 'H002' },
    });
  });
});
