import type { LocalText, QueueId, ServiceGroupId, ServiceId } from '../ids.ts';

/** Names of pictures the kiosk knows. */
export const SERVICE_ICONS = [
  'help',
  'envelope',
  'family',
  'stamp',
  'hands',
  'map',
  'shop',
  'home',
  'dots',
] as const;
export type ServiceIcon = (typeof SERVICE_ICONS)[number];

/** A field of services, one button on the kiosk's first page: "Hộ tịch". */
export interface ServiceGroup {
  readonly id: ServiceGroupId;
  readonly name: LocalText;
  readonly icon: ServiceIcon;
  /** Place among the groups, smallest first. */
  readonly order: number;
}

/** What a visitor comes for: "Đăng ký kết hôn". */
export interface Service {
  readonly id: ServiceId;
  readonly groupId: ServiceGroupId;
  readonly queueId: QueueId;
  readonly name: LocalText;
  /** National procedure code, `1.000894`; null where none exists. */
  readonly code: string | null;
  readonly papers: readonly LocalText[];
  readonly order: number;
  /** Among the most frequent ones: a large button on the kiosk's first page. */
  readonly usual: boolean;
  readonly active: boolean;
  /** Done in a few minutes, so that a quick counter may take it. */
  readonly quick: boolean;
}
