import type { LocalText, SiteId } from './ids.ts';
import type { OpeningHours } from './opening-hours.ts';

/** How a number is read aloud: `H021` as "hát hai mươi mốt" or as "hát không hai một". */
export type NumberReading = 'cardinal' | 'digits';

export type PriorityMode =
  | { readonly type: 'strict' }
  | { readonly type: 'interleaved'; readonly priority: number; readonly normal: number }
  | { readonly type: 'ageing'; readonly bonusMinutes: number };

/** What decides who is next (house 5). Whoever waited longer than `maxWaitMinutes` goes first in every mode. */
export interface QueueRule {
  readonly mode: PriorityMode;
  readonly maxWaitMinutes: number;
}

export interface AnnouncementSettings {
  /** How often one call is spoken, 1 to 3. */
  readonly repeat: number;
  readonly chime: boolean;
  readonly reading: NumberReading;
  /** Also speak in the language chosen at the kiosk, after the Vietnamese. */
  readonly inVisitorLanguage: boolean;
}

/** One centre with its own hub and numbers. */
export interface Site {
  readonly id: SiteId;
  /** The centre: "Trung tâm Phục vụ hành chính công". */
  readonly name: LocalText;
  /** The authority above it: "UBND xã Kim Bôi". */
  readonly authority: LocalText;
  /** Where reports are signed: "Kim Bôi". */
  readonly place: string;
  /** IANA zone; decides the local day. */
  readonly zone: string;
  readonly hours: OpeningHours;
  readonly rule: QueueRule;
  readonly announcements: AnnouncementSettings;
  /** Address in the slip's QR code, completed with the visit's id; null prints no QR code. */
  readonly followAddress: string | null;
}
