import type { VisitId } from '@motcua/domain';
import { useState } from 'react';
import type { CounterView } from '../screens/counter-view.ts';
import type { NotNow } from '../pad/not-now.ts';
import { canCall, MAX_ROW_KEYS, type PeopleTab, pressOf, rowsOf } from './people-tabs.ts';
import type { CounterActions } from '../screens/use-counter.ts';

export interface OpenTab {
  readonly tab: PeopleTab;
  readonly show: (tab: PeopleTab) => void;
  /** How many of its lines have a key; none while the digits answer what was done. */
  readonly rowKeys: number;
  /** The visit whose menu is open. */
  readonly menuOf: VisitId | null;
  readonly openMenu: (visitId: VisitId | null) => void;
  /** The key of a line was pressed; the first is 1. */
  readonly pressRow: (place: number) => void;
}

/** The open list, and what the digits do in it. */
export function useOpenTab(
  view: CounterView,
  actions: Pick<CounterActions, 'usable' | 'act' | 'say' | 'result'>,
): OpenTab {
  const [chosen, show] = useState<PeopleTab>('waiting');
  const [menuOf, openMenu] = useState<VisitId | null>(null);
  const tab = chosen === 'elsewhere' && !view.isHead ? 'waiting' : chosen;
  const rows = rowsOf(view, tab);
  return {
    tab,
    show,
    rowKeys: actions.result.takesDigits ? 0 : Math.min(rows.length, MAX_ROW_KEYS),
    menuOf,
    openMenu,
    pressRow: (place) => {
      const row = rows[place - 1];
      if (row === undefined || !actions.usable) return;
      const press = pressOf(row, canCall(view));
      if (press.type === 'act') actions.act(row, press.action);
      else if (press.type === 'menu') openMenu(row.visit.id);
      else actions.say(whyNoRow(view));
    },
  };
}

function whyNoRow({ current }: CounterView): NotNow {
  return current === null
    ? { key: 'counter.not-now-paused', params: {} }
    : { key: 'counter.not-now-current', params: { number: current.visit.ticket.number } };
}
