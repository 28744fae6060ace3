import type { LocalText, PriorityGroupId } from '../ids.ts';

/** Names of pictures for groups of people who are asked forward. */
export const PRIORITY_ICONS = [
  'elderly',
  'disabled',
  'pregnant',
  'child',
  'merit',
  'grief',
  'other',
] as const;
export type PriorityIcon = (typeof PRIORITY_ICONS)[number];

/**
 * People whom the centre's own rule asks forward. No statute orders it for a one-stop office, so no text says "by
 * law" (vietnam.md 3.1).
 */
export interface PriorityGroup {
  readonly id: PriorityGroupId;
  /** With the age, where one counts: "Người từ 75 tuổi". */
  readonly name: LocalText;
  readonly icon: PriorityIcon;
  /** Tells of health or of a family's lot: no list or report names it beside a number. */
  readonly sensitive: boolean;
  /** Offered to visitors at the kiosk; else only staff may choose it. */
  readonly atKiosk: boolean;
  readonly active: boolean;
  readonly order: number;
}
