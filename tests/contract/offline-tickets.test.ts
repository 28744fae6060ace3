import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ONE_PERSON } from '@motcua/domain';
import { type Changes, plainTicket } from '@motcua/protocol';
import { NOW, TODAY, WiredHub } from './wired-hub.ts';

describe('a report of offline tickets', () => {
  let wired: WiredHub;

  beforeEach(async () => {
    wired = await WiredHub.start();
  });
  afterEach(() => wired.close());

  const settle = (more: object = {}) => ({
    type: 'settle-ticket',
    ticket: {
      ...{ visitId: 'paper-1', printJobId: 'slip-1', number: 'HR01', day: TODAY },
      ...{ arrivedAt: NOW, serviceIds: ['1.001193'], language: 'vi', priorityGroupId: null },
      ...{ needs: [], party: ONE_PERSON, bookedFor: null, ...more },
    },
    ...{ print: { state: 'printed', proof: 'proved' }, resolution: null, instead: null },
  });

  it('is sent to counters like any ticket, and to no other device', async () => {
    const [kiosk, counter, display] = [
      await wired.greet('kiosk', 'kiosk'),
      await wired.greet('counter', 'lan'),
      await wired.greet('display', 'display'),
    ];
    const heard: Changes[] = [];
    display.on('changes', (changes: Changes) => heard.push(changes));
    const news = once(counter as never, 'changes') as Promise<[Changes]>;
    expect(await wired.command(kiosk, settle(), 'touch')).toMatchObject({ ok: true });
    const [{ changes }] = await news;
    expect(changes).toMatchObject([
      { type: 'ticket-issued', peopleAhead: null, visit: { ticket: { number: 'HR01' } } },
    ]);
    expect(heard.flatMap((each) => each.changes)).toEqual([]);
  });

  it('and the touch it belongs to give one ticket, in either order', async () => {
    const kiosk = await wired.greet('kiosk', 'kiosk');
    const touch = plainTicket('1.001193' as never);
    const [first, second] = await Promise.all([
      wired.command(kiosk, settle(), 'touch-1'),
      wired.command(kiosk, touch, 'touch-1'),
    ]);
    expect(second).toEqual(first);
    const given = await wired.command(kiosk, touch, 'touch-2');
    const other = settle({ visitId: 'paper-2', printJobId: 'slip-2', number: 'HR02' });
    expect(await wired.command(kiosk, other, 'touch-2')).toEqual(given);
    expect([...wired.hub.state.visits.values()].map(({ ticket }) => ticket.number)).toEqual([
      'HR01',
      'H001',
    ]);
  });

  it.each([
    ['a counter', 'counter', 'lan'],
    ['a display', 'display', 'display'],
  ] as const)('is not accepted from %s', async (_who, role, token) => {
    const socket = await wired.greet(role, token);
    expect(await wired.command(socket, settle())).toMatchObject({ ok: false });
    expect(wired.hub.state.visits.size).toBe(0);
  });

  it.each([
    { number: 'HR01; DROP' },
    { number: '' },
    { day: 'today' },
    { arrivedAt: -1 },
    { serviceIds: [] },
    { priority: 'priority' },
  ])('is refused when it is malformed: %j', async (more) => {
    const kiosk = await wired.greet('kiosk', 'kiosk');
    expect(await wired.command(kiosk, settle(more))).toMatchObject({
      refusal: { code: 'malformed' },
    });
  });
});
