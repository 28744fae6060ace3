import type { CounterView } from '../screens/counter-view.ts';
import type { PadCommand } from '../pad/pad-command.ts';
import type { JustServed } from '../room/use-result.ts';
import { TABS } from '../room/people-tabs.ts';

/** Keys that concern the page, not a visit. */
export const PAGE_COMMANDS = [
  'tab-waiting',
  'tab-parked',
  'tab-missed',
  'tab-elsewhere',
  'room',
  'dossier-code',
  'skip-result',
  'change-counter',
  'hand-over',
  'sign-out',
] as const;
export type PageCommand = (typeof PAGE_COMMANDS)[number];
export type CounterCommand = PadCommand | PageCommand;

/** The commands allowed on the page now; viewing always is, leaving only while the hub is connected. */
export function allowedOnPage(
  view: Pick<CounterView, 'isHead' | 'room'>,
  usable: boolean,
  served: Pick<JustServed, 'recorded'> | null = null,
): ReadonlySet<PageCommand> {
  const tabs = TABS.filter((tab) => tab !== 'elsewhere' || view.isHead);
  return new Set<PageCommand>([
    ...tabs.map((tab) => `tab-${tab}` as const),
    ...(view.room.alerts.length > 0 ? (['room'] as const) : []),
    ...(served === null ? [] : (['skip-result'] as const)),
    ...(served === null || served.recorded === null ? [] : (['dossier-code'] as const)),
    ...(usable ? (['change-counter', 'hand-over'] as const) : []),
    'sign-out',
  ]);
}
