import { readBookingCode } from '@motcua/domain';

/** What a scanner read: a booking's code, or a slip. */
export type Scan =
  | { readonly type: 'show-code'; readonly code: string }
  | { readonly type: 'ask-place'; readonly number: string };

/**
 * A code is six letters where bookings are taken; whatever else it is, the hub knows it or says that it does not. A slip
 * that says more than its number says it in lines of their own.
 */
export function readScan(text: string, bookings: boolean): Scan {
  const [line = ''] = text.trim().split(/\s*[\r\n]/);
  const last = /[^/?#=\s]+$/.exec(line)?.[0] ?? '';
  const code = bookings ? readBookingCode(last) : null;
  return code === null ? { type: 'ask-place', number: line } : { type: 'show-code', code };
}
