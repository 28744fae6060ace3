import {
  type ClosedDay,
  type Counter,
  type CounterId,
  type LocalDate,
  type LocalText,
  type LocalTime,
  type OpenSpan,
  type Queue,
  type QueueId,
  type Settings,
  type Site,
  type SiteId,
  USUAL_RULES,
  USUAL_BACKUP_SETTINGS,
} from '@motcua/domain';
import { CATALOGUE } from '@motcua/domain/setup';

const { serviceGroups, services, priorityGroups } = CATALOGUE;
const queueId = (group: string) => group.toLowerCase() as QueueId;

/** One queue a group, with the letters that this centre chose. */
const PREFIXES: Readonly<Record<string, string>> = {
  ...{ guide: 'A', result: 'T', civil: 'H', cert: 'S', social: 'M' },
  ...{ land: 'L', business: 'K', resid: 'N', other: 'X' },
};
const queues = serviceGroups.map(({ id, name }): Queue => ({
  ...{ id: queueId(id), name, active: true, dailyQuota: null },
  series: { prefix: PREFIXES[id] ?? '', from: 1, to: 999 },
}));

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
