import type { Instant, LocalText } from '@motcua/domain';
import type { Language } from '@motcua/i18n';

/** All a slip may say. Nothing about the person has a place here, and no reason for a priority. */
export interface Slip {
  /** The visitor's language; the number's label and the service stay readable in Vietnamese too. */
  readonly language: Language;
  readonly authority: LocalText;
  readonly centre: LocalText;
  /** `H021`. */
  readonly number: string;
  readonly priority: boolean;
  /** For practice: nobody may take it for a real one. */
  readonly training: boolean;
  /** The number was on paper before, or should have been. */
  readonly copy: boolean;
  /** The time of an appointment that was kept; null: without one, or too late for it. */
  readonly bookedFor: Instant | null;
  /** What is done first. */
  readonly serviceName: LocalText;
  /** What is done with the same number afterwards, in order. */
  readonly laterServices: readonly LocalText[];
  /** Numbers of the expected counters; none leaves the line out. */
  readonly counters: readonly number[];
  /** `unknown` is said so; null leaves the line out. */
  readonly peopleAhead: number | 'unknown' | null;
  /** In the visitor's language: "khoảng 20 phút"; null leaves the line out. */
  readonly estimate: string | null;
  readonly issuedAt: Instant;
  /** IANA zone in which `issuedAt` is printed. */
  readonly zone: string;
  readonly papers: readonly LocalText[];
  /** `long`: with the papers to bring. */
  readonly length: 'short' | 'long';
  /** By which a kiosk knows that it is this very slip; null: an example. */
  readonly code: string | null;
  /** The address in the QR code; null: the code says the number itself. */
  readonly followUrl: string | null;
}
