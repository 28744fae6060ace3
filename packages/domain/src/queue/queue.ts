import type { LocalText, QueueId } from '../ids.ts';
import type { NumberSeries } from './ticket-number.ts';

/** The letters that a queue's numbers may begin with: those that every voice pack names, and every scanner and keyboard of the country has. */
export const PREFIX_LETTERS = 'AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ';

export const PREFIX_PATTERN = new RegExp(`^[${PREFIX_LETTERS}]{0,2}$`, 'u');

/** The ordered line of waiting visits of one or more services; owns the prefix and the number series. */
export interface Queue {
  readonly id: QueueId;
  readonly name: LocalText;
  readonly series: NumberSeries;
  /** A closed queue issues no tickets; visits that wait in it are still called. */
  readonly active: boolean;
  /** Tickets it gives on one day; null: as many as its series has. */
  readonly dailyQuota: number | null;
}
