// @vitest-environment happy-dom
import { ok, type PrintJobId, refuse, type ServiceId } from '@motcua/domain';
import { aService, aServiceGroup, T0, TODAY } from '@motcua/domain/builders';
import { render, type Rendered } from '@motcua/ui/rendered';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IssuedTicket, KioskService, KioskView, TicketView } from '../../bridge.ts';
import type { ServiceLink, ServiceState } from '../connect-to-service.ts';
import { Kiosk } from './kiosk.tsx';

const MARRIAGE = aService();
const service: KioskService = {
  ...MARRIAGE,
  ...{ waiting: 3, estimate: null, counters: [2], noNumbers: null },
};
const VIEW: KioskView = {
  ...{ connection: 'live', issuesOffline: false, pairingCode: null, pairingRefused: false },
  ...{ centre: { vi: 'Trung tâm' }, authority: { vi: 'UBND xã' } },
  ...{ serviceGroups: [aServiceGroup()], services: [service], usual: [MARRIAGE.id] },
  ...{ priorityGroups: [], prefixes: ['H'], issuing: { open: true }, locked: false },
  ...{ training: false, bookings: true, holdMinutes: 10, numbersOut: true, printer: 'ready' },
  ...{ printProof: 'proved', unresolved: null, at: T0, today: TODAY, zone: 'Asia/Ho_Chi_Minh' },
};
const TICKET: IssuedTicket = {
  ...{ printJobId: 'print-1' as PrintJobId, number: 'H021', serviceIds: [MARRIAGE.id] },
  ...{ priority: false, training: false, booking: null, bookedFor: null, peopleAhead: 3 },
  ...{ estimate: null, counters: [2], arrivedAt: T0, slipWithinMs: 10_000 },
};
const PLACE: TicketView = {
  ...{ number: 'H021', serviceId: MARRIAGE.id, next: ['copy' as ServiceId], state: 'waiting' },
  ...{ peopleAhead: 3, counterNumber: null, heldUntil: null, may: ['hold'] },
};

describe('the page of a kiosk', () => {
  let shown: Rendered;
  let asked: readonly (readonly [string, unknown])[];
  let show: (part: Partial<KioskView>) => Promise<void>;
  let estimate: IssuedTicket['estimate'];

  beforeEach(async () => {
    asked = [];
    estimate = null;
    let state: ServiceState = { view: VIEW, linked: true, clockOffsetMs: 0 };
    const listeners = new Set<() => void>();
    const answer =
      <R, V>(name: string, value: () => V) =>
      async (request: R) => {
        asked = [...asked, [name, request]];
        return ok(value());
      };
    const booking = { code: 'K7M4XP', serviceId: MARRIAGE.id, startsAt: T0, worth: 'in-time' };
    const link: ServiceLink = {
      getState: () => state,
      subscribe(onChange) {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
      onSlip: () => () => undefined,
      issueTicket: answer('issueTicket', () => ({ ...TICKET, estimate })),
      checkIn: answer('checkIn', () => TICKET),
      askPlace: answer('askPlace', () => PLACE),
      askBooking: answer('askBooking', () => booking as never),
      stepOut: answer('stepOut', () => ({ ...PLACE, heldUntil: T0 })),
      ...{ confirmSlip: async () => refuse('hub-unavailable') },
      ...{ reprintSlip: async () => refuse('hub-unavailable') },
      ...{ resolveSlip: async () => refuse('hub-unavailable') },
    };
    // This DOM has no fonts that load.
    Object.assign(document, { fonts: new EventTarget() });
    shown = await render(<Kiosk link={link} />);
    show = (part) =>
      shown.after(() => {
        state = { ...state, view: { ...VIEW, ...part } };
        for (const listener of listeners) listener();
      });
  });
  afterEach(() => shown.unmount());

  const screen = () => shown.find('main')?.dataset['screen'];
  const touch = (id: string) => shown.after(() => shown.find(`[data-id="${id}"]`)?.click());
  /** As fast as a scanner types. */
  const scan = (text: string) =>
    shown.after(() => {
      for (const key of [...text, 'Enter']) {
        const code = /^\d$/.test(key) ? `Digit${key}` : key === ' ' ? 'Space' : `Key${key}`;
        const shiftKey = /^[A-Z]$/.test(key);
        const event = { key, code: key === 'Enter' ? key : code, shiftKey, bubbles: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', event));
      }
    });

  it('gives a number after two touches, with the number of people ahead', async () => {
    await touch(`usual-${MARRIAGE.id}`);
    expect(shown.text('[data-part="facts"]')).toContain('3 người');
    await touch('take-number');
    expect(asked).toMatchObject([['issueTicket', { serviceIds: [MARRIAGE.id], language: 'vi' }]]);
    expect([screen(), shown.text('[data-part="number"]')]).toEqual(['ticket', 'H021']);
    expect(shown.text('[data-part="facts"]')).toContain('3 người đang chờ trước Ông/Bà');
  });

  it('shows the waiting time instead where the hub estimates it, before and after', async () => {
    estimate = { fromMinutes: 25, toMinutes: 40 };
    await show({ services: [{ ...service, estimate }] });
    await touch(`usual-${MARRIAGE.id}`);
    expect(shown.text('[data-part="facts"]')).toContain('Chờ khoảng 25–40 phút');
    await touch('take-number');
    expect(shown.text('[data-part="facts"]')).toContain('Chờ khoảng 25–40 phút');
  });

  it('offers no service whose numbers are used up, and says so', async () => {
    await show({ services: [{ ...service, noNumbers: 'quota-reached' }], usual: [] });
    await touch('group-civil');
    const tile = shown.find(`[data-id="service-${MARRIAGE.id}"]`);
    expect(tile?.textContent).toContain('Hôm nay đã hết số');
    expect(tile?.hasAttribute('disabled')).toBe(true);
  });

  it('shows the place of a scanned slip, and holds it', async () => {
    await scan('H021 3G8H0');
    expect(asked).toMatchObject([['askPlace', { number: 'H021 3G8H0' }]]);
    expect(screen()).toBe('place');
    await touch('step-out-hold');
    expect(asked.at(-1)).toMatchObject(['stepOut', { slip: 'H021 3G8H0', wish: 'hold' }]);
    expect(screen()).toBe('place-settled');
  });

  it('shows a scanned booking, and checks in with it', async () => {
    await scan('K7M4XP');
    expect(screen()).toBe('booked');
    await touch('check-in');
    expect(asked.at(-1)).toMatchObject(['checkIn', { code: 'K7M4XP' }]);
    expect(shown.text('[data-part="number"]')).toBe('H021');
  });

  it('is locked and opened by staff', async () => {
    await show({ locked: true });
    expect(screen()).toBe('locked');
    await show({});
    expect(screen()).toBe('welcome');
  });
});
