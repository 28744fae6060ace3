import type { ServiceIcon as IconName } from '@motcua/domain';
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
} as const satisfies Record<IconName, LucideIcon>;

export interface ServiceIconProps {
  readonly name: IconName;
}

export function ServiceIcon({ name }: ServiceIconProps) {
  const Picture = PICTURES[name];
  return <Picture className="picture" strokeWidth={1.75} aria-hidden="true" />;
}
