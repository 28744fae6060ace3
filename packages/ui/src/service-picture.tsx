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

/** Pictures of service groups, for visitors who cannot read. */
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

export interface ServicePictureProps {
  readonly name: ServiceIcon;
}

export function ServicePicture({ name }: ServicePictureProps) {
  const Picture = PICTURES[name];
  return <Picture data-picture strokeWidth={1.75} aria-hidden="true" />;
}
