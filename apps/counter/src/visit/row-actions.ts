import type { Refusal } from '@motcua/domain';
import type { RowAction, RowRequest, VisitRow } from './visit-row.ts';

/** The menu of a line, most likely actions first; `call` only where the counter is free for it. */
export function rowActions(row: VisitRow, canCall: boolean): readonly RowAction[] {
  return ORDER.filter((type) => row.actions.includes(type))
    .filter((type) => type !== 'call' || canCall)
    .filter((type) => !type.startsWith('park') || mayPark(row, type));
}

/** The one action with a button of its own; all others are in the menu. */
export function mainAction(row: VisitRow): RowAction | null {
  if (row.heldElsewhere) return null;
  if (row.visit.state === 'parked') return 'call';
  return row.visit.state === 'closed' ? 'reinstate' : null;
}

/** A parked visit can only be opened for all counters. */
function mayPark({ visit }: VisitRow, type: RowAction): boolean {
  return visit.state !== 'parked' || (type === 'park-shared' && !visit.shared);
}

const ORDER = [
  'call',
  'recall',
  'start-service',
  'finish',
  'reinstate',
  'return',
  'transfer',
  'reserve',
  'postpone',
  'park',
  'park-shared',
  'send-back',
  'add-service',
  'drop-service',
  'set-priority',
  'set-party',
  'care',
  'print-again',
  'mark-no-show',
  'cancel',
] as const satisfies readonly RowAction[];

/** Actions that need a question first. */
export const ASKED = [
  'transfer',
  'cancel',
  'postpone',
  'reserve',
  'add-service',
  'drop-service',
  'set-priority',
  'set-party',
  'care',
  'print-again',
] as const satisfies readonly RowAction[];
export type AskedAction = (typeof ASKED)[number];

/** The action as sent to the hub; null for those that need a question first. */
export function plainAction(type: RowAction): RowRequest | null {
  switch (type) {
    case 'park':
      return { type, shared: false };
    case 'park-shared':
      return { type: 'park', shared: true };
    case 'call':
    case 'recall':
    case 'start-service':
    case 'finish':
    case 'go-on':
    case 'reinstate':
    case 'return':
    case 'send-back':
    case 'mark-no-show':
      return { type };
    default:
      return null;
  }
}

export function isAsked(type: string): type is AskedAction {
  return ASKED.some((each) => each === type);
}

/** Only the hub knows how many numbers a queue has left today, and it takes one more with a reason. */
export function isOverruledByReason({ code }: Refusal): boolean {
  return code === 'quota-reached' || code === 'reason-needed';
}
