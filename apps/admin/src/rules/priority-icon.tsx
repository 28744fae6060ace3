import type { PriorityIcon as PriorityIconName } from '@motcua/domain';
import {
  Accessibility,
  Baby,
  Flower2,
  Glasses,
  HandHeart,
  HeartPulse,
  type LucideIcon,
  Medal,
} from 'lucide-react';

const PICTURES = {
  elderly: Glasses,
  disabled: Accessibility,
  pregnant: HeartPulse,
  child: Baby,
  merit: Medal,
  grief: Flower2,
  other: HandHeart,
} as const satisfies Record<PriorityIconName, LucideIcon>;

export interface PriorityIconProps {
  readonly icon: PriorityIconName;
}

export function PriorityIcon({ icon }: PriorityIconProps) {
  const Picture = PICTURES[icon];
  return <Picture aria-hidden="true" size={28} strokeWidth={1.75} />;
}
