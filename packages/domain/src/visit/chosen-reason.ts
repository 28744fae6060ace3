/**
 * Why staff made an exception, chosen from a list: what explains a wait months later, and says nothing about anybody. A
 * reason in somebody's own words is told in confidence, for nobody knows what will stand in it.
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
