import type { ServiceIcon } from '@motcua/domain';
import {
  CircleQuestionMark,
  HandHeart,
  House,
  LayoutGrid,
  type LucideIcon,
  MailOpen,
  MapPinned,
  Stamp,
  Store,
  UsersRound,
} from 'lucide-react';

/** The same pictures as on the kiosk. */
const PICTURES = {
  help: CircleQuestionMark,
  envelope: MailOpen,
  family: UsersRound,
  stamp: Stamp,
  hands: HandHeart,
  map: MapPinned,
  shop: Store,
  home: House,
  dots: LayoutGrid,
} as const satisfies Record<ServiceIcon, LucideIcon>;

export interface GroupIconProps {
  readonly name: ServiceIcon;
}

export function GroupIcon({ name }: GroupIconProps) {
  const Picture = PICTURES[name];
  return <Picture aria-hidden="true" size={28} strokeWidth={1.75} />;
}
