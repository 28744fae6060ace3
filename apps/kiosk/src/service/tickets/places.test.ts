import { ok, refuse, type ServiceId } from '@motcua/domain';
import { KIOSK_1, T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { TicketView } from '../../bridge.ts';
import { aMirror, createFakeHub } from '../link/fake-hub.ts';
import { createPlaces, readSlip } from './places.ts';

const view: TicketView = {
  number: 'H021',
  next: [],
  serviceId: 'marriage' as ServiceId,
  state: 'waiting',
  peopleAhead: 3,
  counterNumber: null,
  heldUntil: null,
  may: ['hold'],
};
const SLIP = 'https://kimboi.example/so/visit-21';
const CODE = '3fb0c11bf2h0m4j7k9l1n3c5';
const TEXT = `H021 ${CODE}\n08:41 23/11/2026`;

describe('A slip', () => {
  it.each([
    ['H021', { type: 'ticket', number: 'H021' }],
    [' h 021 ', { type: 'ticket', number: 'H021' }],
    [SLIP, { type: 'slip', visitId: 'visit-21' }],
    ['https://kimboi.example/so/%E0%A4%A', { type: 'slip', visitId: '%E0%A4%A' }],
    ['H021\nĐăng ký kết hôn\n08:41 · 23/11/2026\nTrung tâm', { type: 'ticket', number: 'H021' }],
    ['\r\n#H021\r\nEheschließung', { type: 'ticket', number: '#H021' }],
    [TEXT, { type: 'slip', visitId: CODE }],
    // Numbers without a letter, with a letter that no barcode carries, and with one that VNI joined with its digits.
    [`021 ${CODE}\n08:41 23/11/2026`, { type: 'slip', visitId: CODE }],
    [`#1021 ${CODE}`, { type: 'slip', visitId: CODE }],
    [`${CODE.toUpperCase()}\n08:41 23/11/2026`, { type: 'slip', visitId: CODE }],
    [`Ả ${CODE}`, { type: 'slip', visitId: CODE }],
    ['012345678901|Bùi Thị Lan|01011950', { type: 'ticket', number: '012345678901' }],
    ['x'.repeat(50), { type: 'ticket', number: 'X'.repeat(12) }],
  ])('is read from %j', (typed, question) => {
    expect(readSlip(typed)).toEqual(question);
  });
});

describe('A place in the queue', () => {
  it('is what the hub answers', async () => {
    const hub = createFakeHub();
    const places = createPlaces({ hub });
    expect(await places.ask({ number: 'H021' })).toEqual(refuse('ticket-not-found'));
    hub.view = ok(view);
    expect(await places.ask({ number: SLIP })).toEqual(ok(view));
    expect(hub.asked).toEqual([
      { type: 'ticket', number: 'H021' },
      { type: 'slip', visitId: 'visit-21' },
    ]);
  });

  it('is held and returned to at the visitor’s own request, and then asked for again', async () => {
    const hub = createFakeHub();
    hub.view = ok({ ...view, heldUntil: T0 });
    const request = { requestId: 'request-1', slip: SLIP, wish: 'hold' } as const;
    expect(await createPlaces({ hub }).stepOut(request)).toMatchObject({
      value: { heldUntil: T0 },
    });
    expect(hub.sent).toEqual([
      { input: { type: 'step-out', visitId: 'visit-21', wish: 'hold' }, commandId: 'request-1' },
    ]);
  });

  it('is held with the code in the slip’s text too, where there is no address', async () => {
    const hub = createFakeHub();
    hub.view = ok(view);
    const request = { requestId: 'request-1', slip: TEXT, wish: 'hold' } as const;
    expect(await createPlaces({ hub }).stepOut(request)).toEqual(ok(view));
    expect(hub.sent).toMatchObject([{ input: { type: 'step-out', visitId: CODE } }]);
  });

  it('is unchanged when the hub refuses', async () => {
    const hub = createFakeHub();
    hub.answerWith = async () => refuse('hold-used');
    const request = { requestId: 'request-1', slip: SLIP, wish: 'hold' } as const;
    expect(await createPlaces({ hub }).stepOut(request)).toEqual(refuse('hold-used'));
    expect(hub.asked).toEqual([]);
  });

  it('cannot be held by typing the number only', async () => {
    const hub = createFakeHub();
    hub.view = ok(view);
    const request = { requestId: 'request-1', slip: 'H021', wish: 'hold' } as const;
    expect(await createPlaces({ hub }).stepOut(request)).toEqual(refuse('slip-not-found'));
    expect(hub.sent).toEqual([]);
  });

  it('of training is looked up only by a kiosk in training', async () => {
    const own = aMirror().devices.get(KIOSK_1);
    if (own === undefined) throw new Error('The kiosk does not know itself');
    const hub = createFakeHub(
      aMirror({ devices: new Map([[KIOSK_1, { ...own, training: true }]]) }),
    );
    await createPlaces({ hub }).ask({ number: 'H021' });
    expect(hub.asked).toEqual([{ type: 'ticket', number: '#H021' }]);
  });
});
