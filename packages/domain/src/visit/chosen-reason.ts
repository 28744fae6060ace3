/**
 * Why staff made an exception, chosen from a list: it explains a wait months later and reveals nothing about a person. A
 * reason in own words is confidential, because it may contain anything.
 */
export const CHOSEN_REASONS = [
  ...(['help', 'papers', 'mistake', 'balance'] as const),
  ...(['left', 'withdrawn', 'cancelled'] as const),
] as const;
export type ChosenReason = (typeof CHOSEN_REASONS)[number];

/** Whether a reason is one of the list, so that it may be kept as long as the visit. */
export function isChosenReason(reason: string): reason is ChosenReason {
  return CHOSEN_REASONS.some((chosen) => chosen === reason);
}
