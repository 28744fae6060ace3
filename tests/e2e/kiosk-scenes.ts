import {
  ONE_PERSON,
  type Instant,
  type LocalDate,
  type PrintJobId,
  type ServiceGroupId,
  type ServiceId,
} from '@motcua/domain';
import { kimBoi } from '@motcua/testing';
import type {
  IssuedTicket,
  KioskView,
  TicketView,
  TicketRequest,
} from '../../apps/kiosk/src/bridge.ts';
import type { Screen, ScreenOf } from '../../apps/kiosk/src/page/flow/screen.ts';

/** 29 July, half past ten in Kim Bôi. */
const AT = Date.UTC(2026, 6, 29, 3, 30) as Instant;
const MINUTE_MS = 60_000;
const after = (minutes: number): Instant => (AT + minutes * MINUTE_MS) as Instant;

const services = kimBoi.services.map((service) => ({
  ...service,
  waiting: 17,
  estimate: service.usual ? { fromMinutes: 25, toMinutes: 40 } : null,
  counters: [2, 3],
  noNumbers: null,
}));

/** Kim Bôi on a busy morning, with all optional features. */
export const BUSY: KioskView = {
  connection: 'live',
  issuesOffline: false,
  pairingCode: null,
  pairingRefused: false,
  centre: kimBoi.site.name,
  authority: kimBoi.site.authority,
  serviceGroups: kimBoi.serviceGroups,
  services,
  usual: services.flatMap(({ usual, id }) => (usual ? [id] : [])).slice(0, 6),
  issuing: { open: true },
  locked: false,
  training: false,
  priorityGroups: kimBoi.priorityGroups.filter(({ active, atKiosk }) => active && atKiosk),
  bookings: true,
  holdMinutes: 20,
  prefixes: kimBoi.queues.map(({ series }) => series.prefix),
  numbersOut: true,
  printer: 'ready',
  printProof: 'proved',
  unresolved: null,
  at: AT,
  today: '2026-07-29' as LocalDate,
  zone: 'Asia/Ho_Chi_Minh',
};

const byPapers = services.toSorted((a, b) => b.papers.length - a.papers.length);
const byName = services.toSorted((a, b) => b.name.vi.length - a.name.vi.length);
const MAX_PAPERS = byPapers[0]?.id ?? ('none' as ServiceId);
const NO_PAPERS = byPapers.at(-1)?.id ?? ('none' as ServiceId);
const LONGEST = byName.slice(0, 5).map(({ id }) => id);
const sizeOf = (groupId: ServiceGroupId) =>
  services.filter((service) => service.groupId === groupId).length;
const LARGEST_GROUP =
  kimBoi.serviceGroups.toSorted((a, b) => sizeOf(b.id) - sizeOf(a.id))[0]?.id ??
  ('none' as ServiceGroupId);

const request = (...serviceIds: readonly ServiceId[]): TicketRequest => ({
  serviceIds,
  priorityGroupId: null,
  needs: [],
  party: ONE_PERSON,
});
const SAID: TicketRequest = {
  serviceIds: LONGEST,
  priorityGroupId: BUSY.priorityGroups[0]?.id ?? null,
  needs: ['deaf', 'wheelchair'],
  party: { people: 12, files: 3, proxy: true },
};
const ticket = (part: Partial<IssuedTicket> = {}): IssuedTicket => ({
  printJobId: 'print-1' as PrintJobId,
  number: 'H021',
  serviceIds: [MAX_PAPERS],
  priority: false,
  training: false,
  booking: null,
  bookedFor: null,
  peopleAhead: 17,
  estimate: { fromMinutes: 25, toMinutes: 40 },
  counters: [2, 3],
  arrivedAt: AT,
  slipWithinMs: 10_000,
  ...part,
});
const FULL = ticket({ serviceIds: LONGEST, priority: true, booking: 'late', number: '#H021' });
const place = (part: Partial<TicketView>): TicketView => ({
  number: 'H021',
  serviceId: MAX_PAPERS,
  next: [],
  state: 'waiting',
  peopleAhead: 17,
  counterNumber: null,
  heldUntil: null,
  may: [],
  ...part,
});
const groupId = LARGEST_GROUP;
const code = 'CFHJ37';
const booking = {
  code,
  serviceId: LONGEST[0] ?? MAX_PAPERS,
  startsAt: after(30),
  worth: 'late',
} as const;
const refusal = (name: 'hub-unavailable' | 'booking-not-found' | 'ticket-not-found') => ({
  code: name,
  detail: name === 'ticket-not-found' ? { number: 'H999' } : {},
});
const issue = { type: 'issue', request: request(MAX_PAPERS) } as const;
const checkIn = { type: 'check-in', code, request: request() } as const;

const shows = (
  part: Partial<IssuedTicket>,
  slip: ScreenOf<'ticket'>['slip'],
): ScreenOf<'ticket'> => ({
  name: 'ticket',
  ticket: ticket(part),
  slip,
  copy: false,
});

export interface NamedScene {
  readonly name: string;
  readonly screen: Screen;
  readonly view: KioskView | null;
  readonly linked: boolean;
  readonly warning: boolean;
}

const at = (name: string, screen: Screen, part: Partial<KioskView> = {}): NamedScene => ({
  name,
  screen,
  view: { ...BUSY, ...part },
  linked: true,
  warning: false,
});
const home = (name: string, part: Partial<KioskView>): NamedScene =>
  at(name, { name: 'welcome' }, part);
const place_ = (name: string, part: Partial<TicketView>, failed = false): NamedScene =>
  at(name, {
    name: 'place',
    place: place(part),
    slip: 'H021 3g8h0',
    asked: null,
    refusal: failed ? refusal('hub-unavailable') : null,
  });

/** Every screen, with maximum and minimum content. */
export const SCENES: readonly NamedScene[] = [
  { ...home('starting', {}), view: null },
  { ...home('offline', {}), linked: false },
  home('unpaired', { connection: 'unpaired', pairingCode: '482913' }),
  home('locked', { locked: true }),
  home('nothing', { services: [], usual: [] }),
  home('closed', {
    issuing: {
      ...{ open: false, why: 'closed', opensAt: after(24 * 60), opensOn: 'tomorrow' },
      reason: { vi: 'Nghỉ lễ Quốc khánh', en: 'National Day', de: 'Nationalfeiertag' },
    },
  }),
  home('ended', {
    issuing: {
      ...{ open: false, why: 'numbers-ended', opensAt: after(150), opensOn: 'today', reason: null },
    },
  }),
  home('welcome', {}),
  home('welcome-few', {
    usual: [],
    bookings: false,
    serviceGroups: BUSY.serviceGroups.slice(0, 3),
  }),
  home('welcome-no-paper', { printer: 'out-of-paper' }),
  home('welcome-training', { training: true }),
  {
    ...home('warning', {}),
    screen: { name: 'services', request: request(), groupId },
    warning: true,
  },
  at('services', { name: 'services', request: request(), groupId }),
  at('services-said', { name: 'services', request: { ...SAID, serviceIds: [] }, groupId }),
  at('more-groups', { name: 'more-groups', request: request(MAX_PAPERS), groupId, booking: null }),
  at('more-services', {
    name: 'more-services',
    request: request(MAX_PAPERS),
    groupId,
    from: groupId,
  }),
  at('confirm', { name: 'confirm', request: request(MAX_PAPERS), groupId }),
  at('confirm-plain', { name: 'confirm', request: request(NO_PAPERS), groupId: null }),
  at(
    'confirm-no-paper',
    { name: 'confirm', request: request(MAX_PAPERS), groupId },
    { printer: 'cover-open' },
  ),
  at('confirm-several', { name: 'confirm', request: SAID, groupId }),
  at('priority', { name: 'priority', request: request(MAX_PAPERS), groupId, booking: null }),
  at('priority-said', { name: 'priority', request: SAID, groupId, booking: null }),
  at('options', { name: 'options', request: request(), groupId, booking: null }),
  at('needs', { name: 'needs', request: SAID, groupId, booking: null }),
  at('party', { name: 'party', request: SAID, groupId, booking: null }),
  at('asking', { name: 'asking', order: issue, requestId: 'r' }),
  at('refused', {
    name: 'refused',
    order: issue,
    requestId: 'r',
    refusal: refusal('hub-unavailable'),
  }),
  at('refused-booking', {
    name: 'refused',
    order: checkIn,
    requestId: 'r',
    refusal: refusal('booking-not-found'),
  }),
  at('printing', shows({}, 'printing')),
  at('slow', shows({}, 'slow')),
  at('accepted', shows({}, 'accepted')),
  at('printed', shows({}, 'printed')),
  at('printed-full', shows(FULL, 'printed'), { training: true }),
  at('accepted-full', shows(FULL, 'accepted'), { training: true }),
  at('give-back', {
    ...shows({}, 'printed'),
    name: 'give-back',
    fault: null,
    asked: false,
    refused: true,
  }),
  at('slip-failed', {
    name: 'slip-failed',
    ticket: ticket(),
    fault: 'out-of-paper',
    choice: null,
    refused: false,
  }),
  at(
    'slip-failed-full',
    { name: 'slip-failed', ticket: FULL, fault: 'no-answer', choice: null, refused: true },
    { printer: 'no-answer' },
  ),
  at('noted', { name: 'slip-settled', ticket: FULL, resolution: 'noted' }),
  at('given-back', { name: 'slip-settled', ticket: ticket(), resolution: 'given-back' }),
  at('number', { name: 'number', typed: '', asked: null, refusal: null }),
  at('number-refused', {
    name: 'number',
    typed: 'H999',
    asked: null,
    refusal: refusal('ticket-not-found'),
  }),
  place_('place', { may: ['hold'] }),
  place_(
    'place-missed',
    {
      state: 'closed',
      may: ['rejoin'],
      next: LONGEST.filter((id) => id !== MAX_PAPERS).slice(0, 4),
    },
    true,
  ),
  place_('place-typed', { serviceId: null }),
  place_('place-called', { state: 'called', counterNumber: 3 }),
  at('held', { name: 'place-settled', place: place({ heldUntil: after(20) }), request: 'hold' }),
  at('returned', { name: 'place-settled', place: place({}), request: 'return' }),
  at('booking', {
    name: 'booking',
    typed: 'CFHJ37',
    request: request(),
    asked: null,
    refusal: null,
  }),
  at('booking-refused', {
    name: 'booking',
    typed: 'CFHJ37',
    request: request(),
    asked: null,
    refusal: refusal('booking-not-found'),
  }),
  at('booked', { name: 'booked', booking, request: request(), groupId: null }),
  at(
    'booked-no-paper',
    { name: 'booked', booking, request: request(), groupId: null },
    { printer: 'out-of-paper' },
  ),
];
