import type { Announcement } from './announcement/announcement.ts';
import type { Booking } from './site/booking.ts';
import type { Counter } from './site/counter.ts';
import type {
  AnnouncementId,
  BookingId,
  CounterId,
  DeviceId,
  Instant,
  LocalDate,
  PersonId,
  PriorityGroupId,
  PrintJobId,
  QueueId,
  ServiceGroupId,
  ServiceId,
  SiteId,
  VisitId,
} from './ids.ts';
import type { PrintJob } from './printing/print-job.ts';
import type { PriorityGroup } from './site/priority-group.ts';
import type { Queue } from './queue/queue.ts';
import { USUAL_BACKUP_SETTINGS } from './site/backup-settings.ts';
import type { Service, ServiceGroup } from './queue/service.ts';
import type { Settings } from './site/settings.ts';
import { type Site, USUAL_RULES } from './site/site.ts';
import { coreOf, newVisit, type NextStep, type VisitCore, type VisitIn } from './visit/visit.ts';

/** Every test starts on this Monday, 08:00 in Việt Nam. */
export const T0 = Date.UTC(2026, 10, 23, 1, 0) as Instant;
export const TODAY = '2026-11-23' as LocalDate;
export const minutesAfterT0 = (minutes: number): Instant => (T0 + minutes * 60_000) as Instant;

export const CIVIL = 'civil' as QueueId;
export const CERT = 'cert' as QueueId;
export const COUNTER_2 = 'counter-2' as CounterId;
export const COUNTER_3 = 'counter-3' as CounterId;
export const LAN = 'lan' as PersonId;
export const HOA = 'hoa' as PersonId;
export const KIOSK_1 = 'kiosk-1' as DeviceId;

const core: VisitCore = coreOf(
  newVisit({
    id: 'visit-1' as VisitId,
    day: TODAY,
    ticket: { number: 'H021', seq: 21, language: 'vi' },
    serviceId: 'marriage' as ServiceId,
    queueId: CIVIL,
    quick: false,
    arrivedAt: T0,
    priority: 'normal',
  }),
);

export const aWaitingVisit = (overrides: Partial<VisitIn<'waiting'>> = {}): VisitIn<'waiting'> => ({
  ...core,
  state: 'waiting',
  waitingSince: T0,
  ...overrides,
});

export const aCalledVisit = (overrides: Partial<VisitIn<'called'>> = {}): VisitIn<'called'> => ({
  ...core,
  callCount: 1,
  state: 'called',
  counterId: COUNTER_2,
  clerkId: LAN,
  calledAt: minutesAfterT0(5),
  ...overrides,
});

export const aServingVisit = (overrides: Partial<VisitIn<'serving'>> = {}): VisitIn<'serving'> => ({
  ...core,
  callCount: 1,
  state: 'serving',
  counterId: COUNTER_2,
  clerkId: LAN,
  servingSince: minutesAfterT0(6),
  ...overrides,
});

export const aParkedVisit = (overrides: Partial<VisitIn<'parked'>> = {}): VisitIn<'parked'> => ({
  ...core,
  callCount: 1,
  state: 'parked',
  counterId: COUNTER_2,
  clerkId: LAN,
  parkedAt: minutesAfterT0(8),
  shared: false,
  ...overrides,
});

export const aClosedVisit = (overrides: Partial<VisitIn<'closed'>> = {}): VisitIn<'closed'> => ({
  ...core,
  callCount: 1,
  state: 'closed',
  closedAt: minutesAfterT0(20),
  outcome: 'served',
  ...overrides,
});

export const aNextStep = (overrides: Partial<NextStep> = {}): NextStep => ({
  serviceId: 'copy' as ServiceId,
  queueId: CERT,
  quick: false,
  reservedFor: null,
  ...overrides,
});

export const aSite = (overrides: Partial<Site> = {}): Site => ({
  id: 'kim-boi' as SiteId,
  name: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public Service Centre' },
  authority: { vi: 'UBND xã Kim Bôi' },
  place: 'Kim Bôi',
  zone: 'Asia/Ho_Chi_Minh',
  hours: { week: Array.from({ length: 7 }, () => []), closedDays: [] },
  rule: { mode: { type: 'interleaved', priority: 1, normal: 2 }, maxWaitMinutes: 30 },
  ...USUAL_RULES,
  bookings: { ...USUAL_RULES.bookings, offered: true },
  announcements: { repeat: 2, chime: true, reading: 'cardinal', inVisitorLanguage: true },
  followAddress: null,
  ...overrides,
});

/** A site without settings. */
export const someSettings = (overrides: Partial<Settings> = {}): Settings => ({
  site: aSite(),
  serviceGroups: [],
  services: [],
  queues: [],
  counters: [],
  priorityGroups: [],
  safekeeping: USUAL_BACKUP_SETTINGS,
  ...overrides,
});

export const aQueue = (overrides: Partial<Queue> = {}): Queue => ({
  id: CIVIL,
  name: { vi: 'Hộ tịch', en: 'Civil status', de: 'Personenstandswesen' },
  series: { prefix: 'H', from: 1, to: 999 },
  active: true,
  dailyQuota: null,
  ...overrides,
});

export const aCounter = (overrides: Partial<Counter> = {}): Counter => ({
  id: COUNTER_2,
  number: 2,
  name: { vi: 'Hộ tịch, chứng thực' },
  queueIds: [CIVIL, CERT],
  ordered: false,
  quick: 'no',
  ...overrides,
});

export const aServiceGroup = (overrides: Partial<ServiceGroup> = {}): ServiceGroup => ({
  id: 'civil' as ServiceGroupId,
  name: { vi: 'Hộ tịch', en: 'Civil status', de: 'Personenstandswesen' },
  icon: 'family',
  order: 1,
  ...overrides,
});

export const aService = (overrides: Partial<Service> = {}): Service => ({
  id: 'marriage' as ServiceId,
  groupId: 'civil' as ServiceGroupId,
  queueId: CIVIL,
  name: { vi: 'Đăng ký kết hôn', en: 'Marriage registration', de: 'Eheschließung anmelden' },
  code: '1.000894',
  papers: [],
  order: 1,
  usual: false,
  active: true,
  quick: false,
  ...overrides,
});

export const aPriorityGroup = (overrides: Partial<PriorityGroup> = {}): PriorityGroup => ({
  id: 'elderly' as PriorityGroupId,
  name: { vi: 'Người từ 75 tuổi', en: 'People of 75 and older', de: 'Menschen ab 75' },
  icon: 'elderly',
  sensitive: false,
  atKiosk: true,
  active: true,
  order: 1,
  ...overrides,
});

export const aBooking = (overrides: Partial<Booking> = {}): Booking => ({
  id: 'booking-1' as BookingId,
  code: 'K7M4XP',
  serviceId: 'marriage' as ServiceId,
  queueId: CIVIL,
  day: TODAY,
  startsAt: minutesAfterT0(60),
  state: 'booked',
  visitId: null,
  ...overrides,
});

export const aPrintJob = (overrides: Partial<PrintJob> = {}): PrintJob => ({
  id: 'print-1' as PrintJobId,
  visitId: core.id,
  number: core.ticket.number,
  kioskId: KIOSK_1,
  askedAt: T0,
  state: 'asked',
  settledAt: null,
  proof: overrides.state === 'printed' ? 'proved' : null,
  fault: null,
  resolution: null,
  copy: false,
  ...overrides,
});

export const anAnnouncement = (overrides: Partial<Announcement> = {}): Announcement => ({
  id: 'announcement-1' as AnnouncementId,
  visitId: core.id,
  number: core.ticket.number,
  counterId: COUNTER_2,
  counterNumber: 2,
  kind: 'call',
  utterances: [
    { language: 'vi', caption: 'Mời công dân có số H021, đến quầy số 2.', clips: ['call-1'] },
  ],
  calledAt: minutesAfterT0(5),
  state: 'queued',
  stateSince: minutesAfterT0(5),
  failure: null,
  ...overrides,
});
