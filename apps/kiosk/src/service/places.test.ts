import { ok, refuse, type ServiceId, type VisitId } from '@motcua/domain';
import { KIOSK_1, T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { TicketView } from '../bridge.ts';
import { aMirror, createFakeHub } from './fake-hub.ts';
import { createPlaces, readNumber } from './places.ts';

const view: TicketView = {
  number: 'H021',
  serviceId: 'marriage' as ServiceId,
  state: 'waiting',
  peopleAhead: 3,
  counterNumber: null,
  heldUntil: null,
  may: ['hold'],
};
const numberOf = (visitId: VisitId) => (visitId === 'visit-21' ? 'H021' : null);

describe('A number on a slip', () => {
  it.each([
    ['H021', 'H021'],
    [' h 021 ', 'H021'],
    ['https://kimboi.example/so/visit-21', 'H021'],
  ])('is read from %j', (typed, number) => {
    expect(readNumber(typed, numberOf)).toBe(number);
  });

  it('is nobody’s when the address is not of a slip printed here', () => {
    const read = readNumber('https://kimboi.example/so/%E0%A4%A', numberOf);
    expect(read.length).toBeLessThanOrEqual(12);
    expect(read).not.toBe('H021');
  });
});

describe('A place in line', () => {
  it('is what the hub says it is', async () => {
    const hub = createFakeHub();
    const places = createPlaces({ hub, numberOf });
    expect(await places.ask({ number: 'H021' })).toEqual(refuse('ticket-not-found'));
    hub.view = ok(view);
    expect(await places.ask({ number: 'https://kimboi.example/so/visit-21' })).toEqual(ok(view));
    expect(hub.asked).toEqual([
      { type: 'ticket', number: 'H021' },
      { type: 'ticket', number: 'H021' },
    ]);
  });

  it('is left and taken again in the visitor’s own request, and then looked at anew', async () => {
    const hub = createFakeHub();
    hub.view = ok({ ...view, heldUntil: T0 });
    const wish = { requestId: 'request-1', number: 'H021', wish: 'hold' } as const;
    expect(await createPlaces({ hub, numberOf }).stepOut(wish)).toMatchObject({
      value: { heldUntil: T0 },
    });
    expect(hub.told).toEqual([
      { wish: { type: 'step-out', number: 'H021', wish: 'hold' }, commandId: 'request-1' },
    ]);
  });

  it('stays as it is when the hub refuses', async () => {
    const hub = createFakeHub();
    hub.answerWith = async () => refuse('hold-used');
    const wish = { requestId: 'request-1', number: 'H021', wish: 'hold' } as const;
    expect(await createPlaces({ hub, numberOf }).stepOut(wish)).toEqual(refuse('hold-used'));
    expect(hub.asked).toEqual([]);
  });

  it('of practice only is looked up by a kiosk in practice', async () => {
    const own = aMirror().devices.get(KIOSK_1);
    if (own === undefined) throw new Error('The kiosk does not know itself');
    const hub = createFakeHub(
      aMirror({ devices: new Map([[KIOSK_1, { ...own, training: true }]]) }),
    );
    await createPlaces({ hub, numberOf }).ask({ number: 'H021' });
    expect(hub.asked).toEqual([{ type: 'ticket', number: '#H021' }]);
  });
});
