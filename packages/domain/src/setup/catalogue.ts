import type { LocalText, PriorityGroupId, QueueId, ServiceGroupId, ServiceId } from '../ids.ts';
import {
  type Service,
  type ServiceGroup,
  SERVICE_ICONS,
  type ServiceIcon,
} from '../queue/service.ts';
import { PRIORITY_ICONS, type PriorityGroup } from '../site/priority-group.ts';
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

/** What a commune's centre usually offers, from which a new one chooses; each service in the queue of its group. */
export const CATALOGUE: {
  readonly serviceGroups: readonly ServiceGroup[];
  readonly services: readonly Service[];
  readonly priorityGroups: readonly PriorityGroup[];
} = { serviceGroups, services, priorityGroups };
