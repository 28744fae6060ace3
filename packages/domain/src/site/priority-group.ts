import type { LocalText, PriorityGroupId } from '../ids.ts';

/** Names of icons for groups that have priority. */
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
 * Groups that the centre's own rule gives priority. No statute orders it for a one-stop office, so no text says "by
 * law".
 */
export interface PriorityGroup {
  readonly id: PriorityGroupId;
  /** With the age, where one counts: "Người từ 75 tuổi". */
  readonly name: LocalText;
  readonly icon: PriorityIcon;
  /** Reveals health or a family's circumstances: no list or report names it beside a number. */
  readonly sensitive: boolean;
  /** Offered to visitors at the kiosk; else only staff may choose it. */
  readonly atKiosk: boolean;
  readonly active: boolean;
  readonly order: number;
}
