import { readBookingCode } from '@motcua/domain';

/** Scanned text: a booking's code, or a slip. */
export type Scan =
  | { readonly type: 'show-code'; readonly code: string }
  | { readonly type: 'ask-place'; readonly number: string };

/**
 * A code is six letters where bookings are taken; anything else is sent to the hub as a slip. A
 * slip that contains more than its number has it in the first line.
 */
export function readScan(text: string, bookings: boolean): Scan {
  const [line = ''] = text.trim().split(/\s*[\r\n]/);
  const last = /[^/?#=\s]+$/.exec(line)?.[0] ?? '';
  const code = bookings ? readBookingCode(last) : null;
  return code === null ? { type: 'ask-place', number: line } : { type: 'show-code', code };
}
