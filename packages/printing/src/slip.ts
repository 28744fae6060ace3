import type { Instant, LocalText } from '@motcua/domain';
import type { Language } from '@motcua/i18n';

/** The content of a slip. It has nothing about the person, and no reason for a priority. */
export interface Slip {
  /** The visitor's language; the number's label and the service are printed in Vietnamese too. */
  readonly language: Language;
  readonly authority: LocalText;
  readonly centre: LocalText;
  /** `H021`. */
  readonly number: string;
  readonly priority: boolean;
  /** A training slip, marked so that it cannot be confused with a real one. */
  readonly training: boolean;
  /** The number was printed before, or should have been. */
  readonly copy: boolean;
  /** The booked time; null: without a booking, or too late for it. */
  readonly bookedFor: Instant | null;
  /** The first service. */
  readonly serviceName: LocalText;
  /** The further services of the same number, in order. */
  readonly laterServices: readonly LocalText[];
  /** Numbers of the expected counters; empty leaves the line out. */
  readonly counters: readonly number[];
  /** `unknown` is printed as such; null leaves the line out. */
  readonly peopleAhead: number | 'unknown' | null;
  /** In the visitor's language: "khoảng 20 phút"; null leaves the line out. */
  readonly estimate: string | null;
  readonly issuedAt: Instant;
  /** IANA zone in which `issuedAt` is printed. */
  readonly zone: string;
  readonly papers: readonly LocalText[];
  /** `long`: with the papers to bring. */
  readonly length: 'short' | 'long';
  /** Identifies this slip to a kiosk; null: an example. */
  readonly code: string | null;
  /** The address in the QR code; null: the code contains the number itself. */
  readonly followUrl: string | null;
}
