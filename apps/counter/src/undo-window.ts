import type { CounterId, Instant } from '@motcua/domain';
import type { Mirror } from '@motcua/client';
import type { Change, ChangeOf } from '@motcua/protocol';

/** How long the last action of a counter can be taken back (house 4). */
export const UNDO_WINDOW_MS = 10_000;

export interface UndoWindow {
  /** What will be undone, in the order it happened: a finish and a call belong together. */
  readonly steps: readonly {
    readonly action: ChangeOf<'visit-changed'>['action'];
    readonly number: string;
  }[];
  readonly leftMs: number;
}

/**
 * The window that the last accepted command of this counter opened, or null: too late, nothing to take
 * back, or somebody has built on it (the visit is no longer as the command left it).
 */
export function undoWindow(
  accepted: readonly Change[],
  counterId: CounterId,
  mirror: Mirror,
  now: Instant,
): UndoWindow | null {
  const steps = accepted
    .filter((change) => change.type === 'visit-changed')
    .filter((change) => change.counterId === counterId && change.action !== 'undo');
  const last = steps.at(-1);
  if (!last) return null;

  const leftMs = last.at + UNDO_WINDOW_MS - now;
  if (leftMs <= 0 || steps.some((step) => wasBuiltOn(step, mirror))) return null;
  return {
    steps: steps.map(({ action, visit }) => ({ action, number: visit.ticket.number })),
    leftMs: Math.min(leftMs, UNDO_WINDOW_MS),
  };
}

function wasBuiltOn({ visit }: ChangeOf<'visit-changed'>, mirror: Mirror): boolean {
  const now = mirror.visits.get(visit.id);
  return now?.state !== visit.state || now.callCount !== visit.callCount;
}
