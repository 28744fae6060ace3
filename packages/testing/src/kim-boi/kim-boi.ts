import type {
  ClosedDay,
  Counter,
  CounterId,
  LocalDate,
  LocalText,
  LocalTime,
  OpenSpan,
  PriorityGroup,
  PriorityGroupId,
  Queue,
  QueueId,
  Service,
  ServiceGroup,
  ServiceGroupId,
  ServiceIcon,
  ServiceId,
  Settings,
  Site,
  SiteId,
} from '@motcua/domain';
import { PRIORITY_ICONS, SERVICE_ICONS, USUAL_RULES, USUAL_BACKUP_SETTINGS } from '@motcua/domain';
import { PAPERS } from './papers.ts';
import groupSource from './priority-groups.json' with { type: 'json' };
import source from './services.json' with { type: 'json' };

/** Services without a procedure code, by their Vietnamese name. */
const SLUGS: Readonly<Record<string, string>> = {
  'Hỗ trợ nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia': 'online-filing',
  'Hỗ trợ kích hoạt, lấy lại mật khẩu tài khoản VNeID': 'vneid',
  'Hướng dẫn thủ tục, mẫu đơn': 'guidance',
  'Phản ánh, kiến nghị': 'feedback',
  'Nhận kết quả giải quyết hồ sơ': 'result',
  'Bổ sung hồ sơ theo yêu cầu': 'supplement',
  'Đăng ký biến động: chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất': 'land-transfer',
  'Cấp giấy phép xây dựng nhà ở riêng lẻ': 'building-permit',
  'Cung cấp thông tin quy hoạch': 'planning',
  'Cấp, đổi, cấp lại thẻ căn cước; định danh điện tử': 'identity-card',
};

/** These are first in their group. */
const FIRST = [
  ...['online-filing', 'vneid', 'result', '1.001193', '1.000894', '2.000635', '1.004873'],
  ...['1.000656', '2.000815', '2.000884', '1.014027', '1.001776', '1.001612', '1.004222'],
  ...['1.004194', '1.010041', 'identity-card', 'land-transfer', 'building-permit'],
];

/** The most frequent services, two touches away from the number; from general knowledge, for the centre to decide. */
const USUAL: ReadonlySet<string> = new Set([
  ...['online-filing', 'result', '1.001193', '2.000815', '1.004873', '1.010041'],
]);

/** Done within minutes, so that an express counter can take them. */
const QUICK = new Set(['guidance', 'result', 'feedback', 'supplement']);

const names = ({ vi, en, de }: { vi: string; en: string; de: string }): LocalText => ({
  vi: vi.normalize('NFC'),
  en,
  de,
});
const queueId = (group: string) => group.toLowerCase() as QueueId;
const slugOf = (code: string | null, vi: string): string =>
  code ?? SLUGS[vi.normalize('NFC')] ?? vi;
const iconOf = (name: string): ServiceIcon => SERVICE_ICONS.find((icon) => icon === name) ?? 'dots';

const serviceGroups = source.service_groups.map((group, index): ServiceGroup => {
  return {
    id: group.id.toLowerCase() as ServiceGroupId,
    name: names(group),
    icon: iconOf(group.icon),
    order: index + 1,
  };
});

const queues = source.service_groups.map((group): Queue => {
  return {
    id: queueId(group.id),
    name: names(group),
    series: { prefix: group.prefix, from: 1, to: 999 },
    active: true,
    dailyQuota: null,
  };
});

const services = source.services.map((service, index): Service => {
  const slug = slugOf(service.code, service.vi);
  const place = FIRST.indexOf(slug);
  return {
    id: slug as ServiceId,
    groupId: service.group.toLowerCase() as ServiceGroupId,
    queueId: queueId(service.group),
    name: names(service),
    code: service.code,
    papers: PAPERS[slug] ?? [],
    order: place >= 0 ? place + 1 : 100 + index,
    usual: USUAL.has(slug),
    active: true,
    quick: QUICK.has(slug),
  };
});

const priorityGroups = groupSource.priority_groups.map((group, index): PriorityGroup => {
  return {
    id: group.id as PriorityGroupId,
    name: names(group),
    icon: PRIORITY_ICONS.find((icon) => icon === group.icon) ?? 'other',
    sensitive: group.sensitive,
    atKiosk: group.at_kiosk,
    active: group.default_on,
    order: index + 1,
  };
});

const counter = (number: number, name: LocalText, ...groups: readonly string[]): Counter => ({
  id: `counter-${number}` as CounterId,
  number,
  name,
  queueIds: groups.map(queueId),
  ordered: false,
  quick: 'no',
});

const counters: readonly Counter[] = [
  counter(
    1,
    { vi: 'Hướng dẫn, trả kết quả', en: 'Guidance, results', de: 'Beratung, Ergebnisse' },
    ...['GUIDE', 'RESULT'],
  ),
  counter(
    2,
    {
      vi: 'Hộ tịch, chứng thực',
      en: 'Civil status, certification',
      de: 'Personenstand, Beglaubigung',
    },
    ...['CIVIL', 'CERT'],
  ),
  {
    ...counter(
      3,
      {
        vi: 'Chứng thực, hộ tịch',
        en: 'Certification, civil status',
        de: 'Beglaubigung, Personenstand',
      },
      ...['CERT', 'CIVIL'],
    ),
    ordered: true,
  },
  counter(
    4,
    {
      vi: 'Xã hội, kinh doanh, lĩnh vực khác',
      en: 'Social, business, other',
      de: 'Soziales, Gewerbe, Sonstiges',
    },
    ...['SOCIAL', 'BUSINESS', 'OTHER'],
  ),
  counter(
    5,
    { vi: 'Đất đai, cư trú', en: 'Land, residence', de: 'Grund und Boden, Meldewesen' },
    ...['LAND', 'RESID'],
  ),
];

const span = (from: string, to: string): OpenSpan => ({
  from: from as LocalTime,
  to: to as LocalTime,
});
const WORKING_DAY = [span('07:30', '11:30'), span('13:30', '17:00')];

const holiday = (date: string, vi: string, en: string, de: string): ClosedDay => ({
  date: date as LocalDate,
  reason: { vi, en, de },
});
/** Holidays on a fixed date; the centre adds the lunar ones and bridge days each year. */
const CLOSED_DAYS = [2026, 2027].flatMap((year) => [
  holiday(`${year}-01-01`, 'Tết Dương lịch', 'New Year’s Day', 'Neujahr'),
  holiday(
    `${year}-04-30`,
    'Ngày Giải phóng miền Nam',
    'Reunification Day',
    'Tag der Wiedervereinigung',
  ),
  holiday(`${year}-05-01`, 'Ngày Quốc tế Lao động', 'Labour Day', 'Tag der Arbeit'),
  holiday(`${year}-09-02`, 'Quốc khánh', 'National Day', 'Nationalfeiertag'),
]);

const site: Site = {
  id: 'kim-boi' as SiteId,
  name: {
    vi: 'Trung tâm Phục vụ hành chính công',
    en: 'Public Service Centre',
    de: 'Bürgerservice-Zentrum',
  },
  authority: {
    vi: 'UBND xã Kim Bôi',
    en: 'People’s Committee of Kim Bôi commune',
    de: 'Volkskomitee der Gemeinde Kim Bôi',
  },
  place: 'Kim Bôi',
  zone: 'Asia/Ho_Chi_Minh',
  hours: {
    week: [...Array.from({ length: 5 }, () => WORKING_DAY), [], []],
    closedDays: CLOSED_DAYS,
  },
  rule: { mode: { type: 'interleaved', priority: 1, normal: 2 }, maxWaitMinutes: 30 },
  ...USUAL_RULES,
  bookings: { ...USUAL_RULES.bookings, offered: true },
  announcements: { repeat: 2, chime: true, reading: 'cardinal', inVisitorLanguage: true },
  followAddress: null,
};

/** The example commune: nine queues, five counters, the services of a commune. */
export const kimBoi: Settings = {
  site,
  serviceGroups,
  services,
  queues,
  counters,
  priorityGroups,
  safekeeping: USUAL_BACKUP_SETTINGS,
};

/** The same centre, open day and night, so that demonstrations and tests do not depend on the hour. */
export function aroundTheClock(settings: Settings): Settings {
  const week = Array.from({ length: 7 }, () => [span('00:00', '24:00')]);
  return { ...settings, site: { ...settings.site, hours: { week, closedDays: [] } } };
}
