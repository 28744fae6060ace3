import { plainTicket } from '@motcua/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { CERT, KIOSK_1, aQueue, aSite } from '@motcua/domain/builders';
import { KIOSK, HEAD, openRoom, type Room } from '../../../test/room.ts';

describe('issuing a ticket', () => {
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
});
