import type { ServiceGroupId, ServiceId } from '@motcua/domain';
import { aService, aServiceGroup, CERT, T0, TODAY } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import type { KioskService, KioskView } from '../../bridge.ts';
import { startFlow, type Flow } from './kiosk-flow.ts';
import { typingCode } from './place-flow.ts';
import { NO_REQUEST } from './screen.ts';
import {
  mayReprint,
  hasDetails,
  offeredGroups,
  otherWays,
  paperNotice,
  papersOf,
  sharedWaiting,
  visibleScreen,
} from './visible-screen.ts';

const service = (overrides: Partial<KioskService> = {}): KioskService => ({
  ...aService(),
  waiting: 3,
  estimate: null,
  counters: [2],
  noNumbers: null,
  ...overrides,
});
const view: KioskView = {
  connection: 'live',
  issuesOffline: false,
  pairingCode: null,
  pairingRefused: false,
  centre: { vi: 'Trung tâm' },
  authority: { vi: 'UBND xã' },
  serviceGroups: [aServiceGroup(), aServiceGroup({ id: 'empty' as ServiceGroupId })],
  services: [service()],
  usual: [],
  issuing: { open: true },
  locked: false,
  training: false,
  priorityGroups: [],
  bookings: true,
  holdMinutes: 10,
  prefixes: ['H'],
  numbersOut: false,
  printer: 'ready',
  printProof: 'proved',
  unresolved: null,
  at: T0,
  today: TODAY,
  zone: 'Asia/Ho_Chi_Minh',
};
const at = (screen: Flow['screen']): Flow => ({ ...startFlow(T0), screen });
const welcome = startFlow(T0);
const closedAs = (why: 'closed' | 'break' | 'numbers-ended') =>
  ({ open: false, why, opensAt: null, opensOn: null, reason: null }) as const;
const shown = (part: Partial<KioskView>, flow = welcome) =>
  visibleScreen(flow, { ...view, ...part }, true).name;

describe('The printer notice before a choice', () => {
  it.each([
    ['out-of-paper', 'no-paper'],
    ['cover-open', 'trouble'],
    ['cannot-connect', 'trouble'],
    ['ready', null],
    ['near-end', null],
    ['reachable', null],
    ['busy', null],
    ['unknown', null],
  ] as const)('for a printer that is %s is %s', (printer, notice) => {
    expect(paperNotice({ printer })).toBe(notice);
    // No retry is offered where it is known to fail.
    if (notice !== null) expect(mayReprint(printer)).toBe(false);
  });

  it('stays until the printer has recovered', () => {
    const well = (['ready', 'near-end', 'reachable', 'unknown'] as const).map(mayReprint);
    expect(well).toEqual([true, true, true, false]);
  });
});

describe('The visible screen', () => {
  it('is the screen of the flow', () => {
    const groupId = 'civil' as ServiceGroupId;
    expect(shown({})).toBe('welcome');
    expect(
      visibleScreen(at({ name: 'services', groupId, request: NO_REQUEST }), view, true),
    ).toMatchObject({
      name: 'services',
      services: [{ id: 'marriage' }],
    });
  });

  it('is the reason why no number can be taken', () => {
    expect(visibleScreen(welcome, null, false).name).toBe('starting');
    expect(visibleScreen(welcome, view, false).name).toBe('offline');
    expect(shown({ connection: 'offline' })).toBe('offline');
    expect(shown({ connection: 'offline', issuesOffline: true })).toBe('welcome');
    expect(shown({ connection: 'unpaired' })).toBe('unpaired');
    expect(shown({ issuing: closedAs('closed') })).toBe('closed');
    expect(shown({ services: [] })).toBe('nothing-offered');
  });

  it('is a notice while staff have locked the kiosk', () => {
    expect(shown({ locked: true })).toBe('locked');
    expect(shown({ locked: true }, at(typingCode('', NO_REQUEST)))).toBe('locked');
  });

  it('says that numbers have ended, and still serves those who have one', () => {
    const ended = { issuing: closedAs('numbers-ended') };
    expect(shown(ended)).toBe('ended');
    const typing = at({ name: 'number', typed: 'H', asked: null, refusal: null });
    expect(shown(ended, typing)).toBe('number');
    expect(shown(ended, at(typingCode('', NO_REQUEST)))).toBe('booking');
    const known = { serviceId: 'marriage' as ServiceId, startsAt: T0, worth: 'in-time' } as const;
    const booking = { code: 'ACDEFH', ...known };
    const booked = { booking, request: NO_REQUEST, groupId: null } as const;
    expect(shown(ended, at({ name: 'booked', ...booked }))).toBe('booked');
    expect(shown(ended, at({ name: 'needs', ...booked }))).toBe('needs');
    expect(shown(ended, at({ name: 'needs', ...booked, booking: null }))).toBe('ended');
  });

  it('lets a kiosk in practice be used at any hour', () => {
    for (const why of ['closed', 'break', 'numbers-ended'] as const)
      expect(shown({ training: true, issuing: closedAs(why) })).toBe('welcome');
  });

  it('offers as a further service only what was not chosen', () => {
    const request = { ...NO_REQUEST, serviceIds: ['marriage' as ServiceId] };
    const from = 'civil' as ServiceGroupId;
    const services = [service(), service({ id: 'birth' as ServiceId })];
    const more = at({ name: 'more-services', request, groupId: null, from });
    expect(visibleScreen(more, { ...view, services }, true)).toMatchObject({
      services: [{ id: 'birth' }],
    });
  });

  it('keeps the number visible whatever changes around it', () => {
    const asking = at({
      name: 'asking',
      order: { type: 'check-in', code: 'ACDEFH', request: NO_REQUEST },
      requestId: 'request-1',
    });
    expect(shown({ connection: 'offline' }, asking)).toBe('asking');
    expect(visibleScreen(asking, null, false).name).toBe('asking');
  });

  it('is the welcome screen when the shown service was removed', () => {
    const gone = { ...NO_REQUEST, serviceIds: ['gone' as ServiceId] };
    expect(shown({}, at({ name: 'confirm', request: gone, groupId: null }))).toBe('welcome');
    const empty = 'empty' as ServiceGroupId;
    expect(shown({}, at({ name: 'services', groupId: empty, request: NO_REQUEST }))).toBe(
      'welcome',
    );
  });
});

it('allows looking up a number while the centre is closed, once numbers were issued', () => {
  const issuing = closedAs('break');
  const closed = visibleScreen(welcome, { ...view, issuing }, true);
  expect(closed.name).toBe('closed');
  expect(otherWays(closed, { bookings: true, numbersOut: true })).toEqual({ bookings: false });
  expect(otherWays(closed, { bookings: true, numbersOut: false })).toBeNull();
  expect(otherWays({ name: 'welcome' }, view)).toEqual({ bookings: true });
  expect(otherWays({ name: 'locked' }, { bookings: true, numbersOut: true })).toBeNull();
  const typing = at({ name: 'number', typed: '', asked: null, refusal: null });
  expect(shown({ issuing }, typing)).toBe('number');
});

it('offers no empty group', () => {
  expect(offeredGroups(view).map(({ id }) => id)).toEqual(['civil']);
});

it('shows how many wait once where one queue serves all', () => {
  expect(sharedWaiting([service(), service()])).toBe(3);
  expect(sharedWaiting([service(), service({ queueId: CERT })])).toBeNull();
});

it('shows the required papers before a number is taken', () => {
  expect(hasDetails(service())).toBe(false);
  expect(hasDetails(service({ papers: [{ vi: 'Tờ khai' }] }))).toBe(true);
});

it('names each paper once for several services', () => {
  const card = { vi: 'Căn cước' };
  const services = [service({ papers: [card] }), service({ papers: [{ vi: 'Tờ khai' }, card] })];
  expect(papersOf(services).map(({ vi }) => vi)).toEqual(['Căn cước', 'Tờ khai']);
});
