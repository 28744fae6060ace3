import type { CounterView } from '../screens/counter-view.ts';
import type { PadCommand } from '../pad/pad-command.ts';
import { TABS } from '../room/people-tabs.ts';

/** What has a key but concerns the page, not a visit. */
export const PAGE_COMMANDS = [
  'tab-waiting',
  'tab-parked',
  'tab-missed',
  'tab-elsewhere',
  'room',
  'change-counter',
  'hand-over',
  'sign-out',
] as const;
export type PageCommand = (typeof PAGE_COMMANDS)[number];
export type CounterCommand = PadCommand | PageCommand;

/** What the page offers now; looking is always allowed, leaving when the hub hears of it. */
export function allowedOnPage(
  view: Pick<CounterView, 'isHead' | 'room'>,
  usable: boolean,
): ReadonlySet<PageCommand> {
  const tabs = TABS.filter((tab) => tab !== 'elsewhere' || view.isHead);
  return new Set<PageCommand>([
    ...tabs.map((tab) => `tab-${tab}` as const),
    ...(view.room.alerts.length > 0 ? (['room'] as const) : []),
    ...(usable ? (['change-counter', 'hand-over'] as const) : []),
    'sign-out',
  ]);
}
