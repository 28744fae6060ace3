import { callRefusal } from '@motcua/domain';
import type { CounterView } from '../screens/counter-view.ts';
import { mainAction, rowActions } from '../visit/row-actions.ts';
import type { RowAction, VisitRow } from '../visit/visit-row.ts';

export const TABS = ['waiting', 'parked', 'missed', 'elsewhere'] as const;
export type PeopleTab = (typeof TABS)[number];

/** More lines would only slow down the update of every second. */
const MAX_LINES = 60;
/** The digits without 8, 9 and 0, which start and finish. */
export const MAX_ROW_KEYS = 7;

/** The lines of a tab, in their order. */
export function rowsOf(view: CounterView, tab: PeopleTab): readonly VisitRow[] {
  const rows = tab === 'waiting' ? [...view.waiting, ...view.later] : view[tab];
  return rows.slice(0, MAX_LINES);
}

/** A visit can be called only while the counter is free and open. */
export function canCall({ current, state }: CounterView): boolean {
  return callRefusal(state, current?.visit ?? null) === null;
}

export type RowPress =
  | { readonly type: 'act'; readonly action: RowAction }
  /** Calling out of order needs a choice and a reason. */
  | { readonly type: 'menu' }
  | { readonly type: 'not-now' };

/** What the key of a line does: its main action, where it has one, else its menu. */
export function pressOf(row: VisitRow, mayCall: boolean): RowPress {
  const main = mainAction(row);
  const actions = rowActions(row, mayCall);
  if (main !== null)
    return actions.includes(main) ? { type: 'act', action: main } : { type: 'not-now' };
  return actions.length > 0 ? { type: 'menu' } : { type: 'not-now' };
}
