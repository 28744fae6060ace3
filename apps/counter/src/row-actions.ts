import type { VisitActionType } from '@motcua/domain';
import type { VisitRow } from './counter-view.ts';

/** What the menu of a line offers, the likeliest first; `call` only where the counter is free for it. */
export function rowActions(row: VisitRow, canCall: boolean): readonly VisitActionType[] {
  return ORDER.filter((type) => row.actions.includes(type) && (type !== 'call' || canCall));
}

/** The one action that gets a button of its own; everything else is in the menu. */
export function mainAction(row: VisitRow): VisitActionType | null {
  if (row.needsReason) return null;
  if (row.visit.state === 'parked') return 'call';
  return row.visit.state === 'closed' ? 'reinstate' : null;
}

const ORDER = [
  'call',
  'recall',
  'start-service',
  'finish',
  'reinstate',
  'transfer',
  'park',
  'send-back',
  'mark-no-show',
  'cancel',
] as const satisfies readonly VisitActionType[];
