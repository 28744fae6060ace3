import type { LocalText } from '@motcua/domain';
import { fieldOf, list, localText, number, orNull, text, type Reader } from './read-answer.ts';

/** What a day's report says beside its totals. */
export interface AlsoFigures {
  readonly services: number;
  readonly carriedOver: number;
  readonly missed: number;
  readonly missedByHub: number;
  /** Numbers of those who came back. */
  readonly rejoined: readonly string[];
  readonly held: { readonly visits: number; readonly time: number };
  readonly priority: number;
  readonly groups: readonly { readonly name: LocalText; readonly count: number }[];
  readonly bookings: {
    readonly made: number;
    readonly checkedIn: number;
    readonly late: number;
    readonly cancelled: number;
    readonly notCome: number;
  };
  readonly promises: { readonly known: number; readonly kept: number } | null;
}

export const alsoFigures: Reader<AlsoFigures> = (value) => {
  const of = (part: string, name: string) =>
    fieldOf(value, part, (each) => fieldOf(each, name, number));
  return {
    services: of('totals', 'services'),
    carriedOver: of('totals', 'carriedOver'),
    missed: of('missed', 'visits'),
    missedByHub: of('missed', 'byHub'),
    rejoined: fieldOf(value, 'missed', (missed) =>
      fieldOf(
        missed,
        'rejoined',
        list((visit) => fieldOf(visit, 'number', text)),
      ),
    ),
    held: { visits: of('held', 'visits'), time: of('held', 'time') },
    priority: of('priority', 'visits'),
    groups: fieldOf(value, 'priority', (priority) =>
      fieldOf(
        priority,
        'groups',
        list((group) => ({
          name: fieldOf(group, 'name', localText),
          count: fieldOf(group, 'count', number),
        })),
      ),
    ),
    bookings: {
      made: of('bookings', 'made'),
      checkedIn: of('bookings', 'checkedIn'),
      late: of('bookings', 'late'),
      cancelled: of('bookings', 'cancelled'),
      notCome: of('bookings', 'notCome'),
    },
    promises: fieldOf(
      value,
      'promises',
      orNull((promises) => ({
        known: fieldOf(promises, 'known', number),
        kept: fieldOf(promises, 'kept', number),
      })),
    ),
  };
};
