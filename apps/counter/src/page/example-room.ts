import {
  type Announcement,
  type Booking,
  CallHistory,
  type VisitorNotes,
  type AnnouncementId,
  type CounterId,
  type DeviceId,
  type Instant,
  type PersonId,
  type PrintJob,
  type PrintJobId,
  type PriorityClass,
  type QueueId,
  type ServiceId,
  type Site,
  type Visit,
  type VisitId,
  refuse,
  USUAL_BACKUP_SETTINGS,
} from '@motcua/domain';
import {
  aCounter,
  anAnnouncement,
  aPriorityGroup,
  aPrintJob,
  aQueue,
  aService,
  aSite,
  aWaitingVisit,
  CERT,
  CIVIL,
  COUNTER_2,
  COUNTER_3,
  HOA,
  KIOSK_1,
  LAN,
  minutesAfterT0,
  T0,
  TODAY,
} from '@motcua/domain/builders';
import type { HubState, Mirror } from '@motcua/client';

/** A room for tests: one morning in Kim Bôi, an hour after T0. Not part of the page. */
export const NOW = minutesAfterT0(60);
export const CHIEF = 'chief' as PersonId;
export const COUNTER_5 = 'counter-5' as CounterId;
export const LAND = 'land' as QueueId;
export const DISPLAY_1 = 'display-1' as DeviceId;
export const idOf = (number: string): VisitId => `visit-${number}` as VisitId;
export const minutesAgo = (minutes: number): Instant => (NOW - minutes * 60_000) as Instant;

const services = [
  ['marriage', CIVIL, 'Đăng ký kết hôn', 'Marriage registration', 'Eheschließung anmelden'],
  ['birth', CIVIL, 'Đăng ký khai sinh', 'Birth registration', 'Geburtsanmeldung'],
  ['copies', CERT, 'Chứng thực bản sao từ bản chính', 'Certified copies', 'Beglaubigte Kopien'],
  [
    'land',
    LAND,
    'Đăng ký biến động quyền sử dụng đất',
    'Change of land-use rights',
    'Änderung von Bodennutzungsrechten',
  ],
] as const;

/** A visit that has waited `waitedMinutes`; the number's letter chooses queue and service. */
export function someoneWaiting(
  number: string,
  waitedMinutes: number,
  priority: PriorityClass = 'normal',
) {
  const [queueId, serviceId] = number.startsWith('H')
    ? ([CIVIL, 'birth'] as const)
    : number.startsWith('S')
      ? ([CERT, 'copies'] as const)
      : ([LAND, 'land'] as const);
  return aWaitingVisit({
    id: idOf(number),
    ticket: { number, seq: Number(number.slice(1)), language: 'vi' },
    queueId,
    serviceId: serviceId as ServiceId,
    arrivedAt: minutesAgo(waitedMinutes),
    waitingSince: minutesAgo(waitedMinutes),
    priority,
  });
}

/** Twelve wait for counter 2, one of them beyond 30 minutes, two with priority; one waits elsewhere. */
export const TWELVE_WAITING: readonly Visit[] = [
  someoneWaiting('H021', 41),
  someoneWaiting('S014', 27),
  someoneWaiting('H022', 25),
  someoneWaiting('H023', 22, 'priority'),
  someoneWaiting('S015', 20),
  someoneWaiting('H024', 18),
  someoneWaiting('S016', 14),
  someoneWaiting('H025', 12),
  someoneWaiting('S017', 9, 'priority'),
  someoneWaiting('H026', 6),
  someoneWaiting('S018', 3),
  someoneWaiting('H027', 0),
  someoneWaiting('L008', 15),
];

export function anAnnouncementOf(visit: Visit, overrides: Partial<Announcement>): Announcement {
  return anAnnouncement({
    id: `announcement-${visit.ticket.number}` as AnnouncementId,
    visitId: visit.id,
    number: visit.ticket.number,
    calledAt: minutesAgo(1),
    stateSince: minutesAgo(1),
    ...overrides,
  });
}

export function aFailedSlip(number: string, resolution: PrintJob['resolution']) {
  return aPrintJob({
    id: `print-${number}` as PrintJobId,
    visitId: idOf(number),
    number,
    state: 'failed',
    fault: 'out-of-paper',
    resolution,
  });
}

interface Room {
  readonly visits?: readonly Visit[];
  readonly personId?: PersonId;
  readonly seats?: Mirror['counters'];
  readonly announcements?: readonly Announcement[];
  readonly printJobs?: readonly ReturnType<typeof aPrintJob>[];
  readonly devices?: Mirror['devices'];
  readonly site?: Partial<Site>;
  readonly care?: ReadonlyMap<VisitId, VisitorNotes>;
  readonly bookings?: readonly Booking[];
  readonly calls?: CallHistory;
  /** Of Lan; null: all queues. */
  readonly skills?: readonly QueueId[] | null;
}

/** Lan at counter 2 (civil status, certification), Hoa at 3, counter 5 (land) not open. */
export function aMirror(room: Room = {}): Mirror {
  const { visits = [], announcements = [], printJobs = [], bookings = [] } = room;
  const people = [
    {
      id: LAN,
      name: 'Nguyễn Thị Lan',
      login: '',
      role: 'clerk',
      active: true,
      skills: room.skills ?? null,
    },
    { id: HOA, name: 'Bùi Thị Hoà', login: '', role: 'clerk', active: true, skills: null },
    { id: CHIEF, name: 'Đinh Công Chiến', login: '', role: 'head', active: true, skills: null },
  ] as const;
  return {
    seq: 1,
    today: TODAY,
    deviceId: null,
    personId: room.personId ?? LAN,
    loads: {},
    settings: {
      site: aSite(room.site),
      serviceGroups: [],
      services: services.map(([id, queueId, vi, en, de]) =>
        aService({ id: id as ServiceId, queueId, name: { vi, en, de } }),
      ),
      queues: [
        aQueue(),
        aQueue({
          id: CERT,
          name: { vi: 'Chứng thực, sao y', en: 'Certification', de: 'Beglaubigung' },
          series: { prefix: 'S', from: 1, to: 999 },
        }),
        aQueue({
          id: LAND,
          name: { vi: 'Đất đai, xây dựng', en: 'Land, construction', de: 'Boden, Bauen' },
          series: { prefix: 'L', from: 1, to: 999 },
        }),
      ],
      counters: [
        aCounter(),
        aCounter({ id: COUNTER_3, number: 3, name: { vi: 'Chứng thực' }, queueIds: [CERT] }),
        aCounter({ id: COUNTER_5, number: 5, name: { vi: 'Đất đai' }, queueIds: [LAND] }),
      ],
      priorityGroups: [aPriorityGroup()],
      safekeeping: USUAL_BACKUP_SETTINGS,
    },
    visits: new Map(visits.map((visit) => [visit.id, visit])),
    counters:
      room.seats ??
      new Map([
        [
          COUNTER_2,
          { counterId: COUNTER_2, state: 'open', clerkId: LAN, since: T0, training: false },
        ],
        [
          COUNTER_3,
          { counterId: COUNTER_3, state: 'open', clerkId: HOA, since: T0, training: false },
        ],
      ]),
    announcements,
    printJobs: new Map(printJobs.map((job) => [job.id, job])),
    devices: room.devices ?? new Map(),
    people: new Map(people.map((person) => [person.id, person])),
    care: room.care ?? new Map(),
    bookings: new Map(bookings.map((booking) => [booking.id, booking])),
    calls: room.calls ?? CallHistory.empty,
    missed: [],
    historyLost: null,
    refusedTickets: [],
  };
}

export const aHubState = (overrides: Partial<HubState> = {}): HubState => ({
  connection: 'live',
  turnedAway: null,
  mirror: aMirror(),
  clockOffsetMs: 0,
  history: null,
  lastMessageAt: NOW,
  ...overrides,
});

/** A kiosk without paper and a display that may not make a sound. */
export const AILING_DEVICES: Mirror['devices'] = new Map([
  [
    KIOSK_1,
    {
      id: KIOSK_1,
      name: 'Kiosk cửa chính',
      role: 'kiosk',
      pairedAt: T0,
      revoked: false,
      locked: false,
      training: false,
      condition: { printer: 'out-of-paper', sound: null },
    },
  ],
  [
    DISPLAY_1,
    {
      id: DISPLAY_1,
      name: 'Màn hình phòng chờ',
      role: 'display',
      pairedAt: T0,
      revoked: false,
      locked: false,
      training: false,
      condition: { printer: null, sound: 'blocked' },
    },
  ],
]);

/** The same devices without faults. */
export const WELL_DEVICES: Mirror['devices'] = new Map(
  [...AILING_DEVICES].map(([id, device]) => [
    id,
    {
      ...device,
      condition:
        device.role === 'kiosk'
          ? ({ printer: 'ready', sound: null } as const)
          : ({ printer: null, sound: 'on' } as const),
    },
  ]),
);

/** Counter 3 taken by Hoa; no other counter is open. */
export const HOA_ONLY: Mirror['counters'] = new Map([
  [COUNTER_3, { counterId: COUNTER_3, state: 'open', clerkId: HOA, since: T0, training: false }],
]);

/** An account that answers nothing, and the controls of a page, for tests of single screens. */
export const QUIET_ACCOUNT = {
  signIn: async () => null,
  signInByLink: async () => null,
  signInByPin: async () => null,
  pinPeople: async () => [],
  signOut: async () => null,
  signOutEverywhere: async () => null,
  own: async () => refuse('sign-in-first'),
  setPassword: async () => null,
  setPin: async () => null,
};
const nothing = () => undefined;
export const QUIET_CONTROLS = {
  language: 'vi',
  onLanguage: nothing,
  onSignOut: nothing,
  onAccount: nothing,
} as const;
