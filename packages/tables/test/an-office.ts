import {
  type BookingId,
  createZoneClock,
  type LocalDate,
  type LocalTime,
  type Person,
  type PersonId,
  type QueueId,
  type ServiceGroupId,
  type ServiceId,
} from '@motcua/domain';
import {
  aBooking,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  CERT,
  CIVIL,
  LAN,
  minutesAfterT0,
  someSettings,
  TODAY,
} from '@motcua/domain/builders';
import type { ImportCurrent } from '../src/index.ts';

const span = (from: string, to: string) => ({ from: from as LocalTime, to: to as LocalTime });

const PEOPLE: readonly Person[] = [
  { id: LAN, name: 'Lò Thị Lan', login: 'lan', role: 'clerk', active: true, skills: [CIVIL] },
  {
    id: 'an' as PersonId,
    name: 'Bùi Văn An',
    login: 'an',
    role: 'administrator',
    active: true,
    skills: null,
  },
];

/** A small office on Monday, 23 November 2026. */
export function anOffice(overrides: Partial<ImportCurrent> = {}): ImportCurrent {
  let made = 0;
  const settings = someSettings({
    site: aSite({
      hours: {
        week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [span('07:30', '11:30')] : [])),
        closedDays: [{ date: '2027-01-01' as LocalDate, reason: { vi: 'Tết Dương lịch' } }],
        specialDays: [
          {
            date: '2027-01-02' as LocalDate,
            reason: { vi: 'Làm bù', en: 'Worked in lieu' },
            spans: [span('08:00', '10:00'), span('13:00', '24:00')],
          },
        ],
      },
    }),
    serviceGroups: [
      aServiceGroup(),
      aServiceGroup({ id: 'cert-group' as ServiceGroupId, name: { vi: 'Chứng thực' }, order: 2 }),
    ],
    queues: [
      aQueue(),
      aQueue({ id: CERT, name: { vi: 'Chứng thực' }, series: { prefix: 'S', from: 1, to: 999 } }),
      // The same name again: only its id tells it.
      aQueue({
        id: 'cert-2' as QueueId,
        name: { vi: 'Chứng thực' },
        series: { prefix: '', from: 1, to: 999 },
      }),
    ],
    services: [
      aService({ papers: [{ vi: 'Căn cước; hộ chiếu', en: 'Passport' }, { vi: '- Tờ khai' }] }),
      aService({
        id: 'copy' as ServiceId,
        groupId: 'cert-group' as ServiceGroupId,
        queueId: 'cert-2' as QueueId,
        name: { vi: '=Sao y, "bản chính"' },
        code: '2.000020',
        order: 2,
        usual: true,
      }),
      aService({ id: 'no-code' as ServiceId, name: { vi: 'Hỏi' }, code: null, active: false }),
    ],
  });
  const bookings = [
    aBooking(),
    aBooking({ id: 'booking-2' as BookingId, code: 'K7M4XQ' }),
    aBooking({
      id: 'booking-3' as BookingId,
      code: 'K7M4XR',
      state: 'cancelled',
      startsAt: minutesAfterT0(90),
    }),
  ];
  return {
    pastBookings: [],
    use: {
      settings,
      visits: new Map(),
      bookings: new Map(bookings.map((each) => [each.id, each])),
      counters: new Map(),
      care: new Map(),
    },
    people: PEOPLE,
    dossiers: [
      {
        code: 'H44.01-250701-0001',
        procedure: 'Đăng ký kết hôn',
        procedureCode: '1.000894',
        field: 'Hộ tịch',
        channel: 'online',
        received: { day: '2025-07-01' as LocalDate, time: '09:15' as LocalTime },
        due: { day: '2025-07-04' as LocalDate, time: null },
        resolved: null,
      },
    ],
    clock: createZoneClock('Asia/Ho_Chi_Minh'),
    today: TODAY,
    newId: () => `new-${(made += 1)}`,
    newBookingCode: () => `CCCCC${'CFHJKMNPQRTX3479'[made % 16]}`,
    ...overrides,
  };
}
