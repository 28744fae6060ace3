import type { LocalText } from '@motcua/domain';
import { LANGUAGES, type MessageKey, texts } from '@motcua/i18n';
import type { Slip } from './slip.ts';

type Size = { readonly sizeDots: number };

/** A block of the slip, from top to bottom; sizes are for 80 mm paper (576 dots) and are scaled for narrower paper. */
export type SlipBlock =
  | { readonly type: 'rule' }
  | ({ readonly type: 'text'; readonly key: 'authority' | 'centre'; readonly bold: boolean } & Size)
  | ({ readonly type: 'text'; readonly key: 'words'; readonly words: LocalText } & Size)
  | {
      readonly type: 'number';
      /** Null: no label. */
      readonly label: LocalText | null;
      readonly capHeightMm: number;
    }
  | ({
      readonly type: 'badge';
      readonly key: 'priority' | 'training' | 'copy';
      readonly words: LocalText;
    } & Size)
  | SlipField
  | ({
      readonly type: 'services';
      /** Null: no label. */
      readonly label: LocalText | null;
      /** For several services. */
      readonly labelMany: LocalText | null;
    } & Size)
  | ({
      readonly type: 'list';
      readonly key: 'papers';
      readonly label: LocalText;
      readonly maxLines: number;
      /** Appended to the last line when there was more. */
      readonly more: LocalText;
    } & Size)
  | {
      readonly type: 'qr';
      /** Beside the QR code of an address to follow the number. */
      readonly words: LocalText;
      /** Beside the QR code of the number itself, where there is no such address. */
      readonly wordsToKeep: LocalText;
      readonly moduleDots: number;
    }
  | ({
      /** The QR code at the right with the fields beside it; on narrow paper below them, with its words beside it. */
      readonly type: 'fields-and-qr';
      readonly fields: readonly SlipField[];
      readonly words: LocalText;
      readonly wordsToKeep: LocalText;
      readonly moduleDots: number;
    } & Size)
  | { readonly type: 'cut' };

export type SlipField = {
  readonly type: 'field';
  readonly key: 'appointment' | 'counters' | 'ahead' | 'estimate' | 'issued-at';
  readonly label: LocalText;
} & Size;

export type SlipLayout = readonly SlipBlock[];

function inAllLanguages(key: MessageKey): LocalText {
  const others = LANGUAGES.map((language) => [language, texts(language)(key)] as const);
  return { ...Object.fromEntries(others), vi: texts('vi')(key) };
}

/** In all languages, so that any finder of such a slip understands it. */
const TRAINING_WORDS = LANGUAGES.map((language) => texts(language)('slip.training')).join(' · ');
const TRAINING = {
  type: 'badge',
  key: 'training',
  words: { vi: TRAINING_WORDS },
  sizeDots: 26,
} as const;

/** So that of two slips with one number the second can be recognized. */
const COPY = {
  type: 'badge',
  key: 'copy',
  words: inAllLanguages('slip.copy'),
  sizeDots: 26,
} as const;
const PRIORITY = {
  type: 'badge',
  key: 'priority',
  words: inAllLanguages('slip.priority'),
  sizeDots: 32,
} as const;

function field(key: SlipField['key'], label: MessageKey, sizeDots: number): SlipField {
  return { type: 'field', key, label: inAllLanguages(label), sizeDots };
}

/** The default slip, from the authority's name to the cut: about 9 cm of paper including the feed to the blade. */
export const DEFAULT_LAYOUT: SlipLayout = [
  TRAINING,
  { type: 'text', key: 'authority', sizeDots: 22, bold: false },
  { type: 'text', key: 'centre', sizeDots: 24, bold: true },
  { type: 'rule' },
  COPY,
  { type: 'number', label: null, capHeightMm: 25 },
  PRIORITY,
  TRAINING,
  { type: 'rule' },
  { type: 'services', label: null, labelMany: null, sizeDots: 28 },
  {
    type: 'fields-and-qr',
    fields: [
      field('appointment', 'slip.appointment', 26),
      field('counters', 'slip.counters', 26),
      field('ahead', 'slip.ahead', 24),
      field('estimate', 'slip.estimate', 24),
      field('issued-at', 'slip.issued-at', 22),
    ],
    words: inAllLanguages('slip.follow'),
    wordsToKeep: inAllLanguages('slip.keep'),
    moduleDots: 4,
    sizeDots: 22,
  },
  { type: 'text', key: 'words', words: inAllLanguages('slip.hint'), sizeDots: 22 },
  { type: 'cut' },
];

/** For a centre that wants the required papers on the slip: about 16 cm. */
export const LONG_LAYOUT: SlipLayout = [
  TRAINING,
  { type: 'text', key: 'authority', sizeDots: 28, bold: false },
  { type: 'text', key: 'centre', sizeDots: 30, bold: true },
  { type: 'rule' },
  COPY,
  { type: 'number', label: inAllLanguages('slip.number'), capHeightMm: 25 },
  PRIORITY,
  TRAINING,
  { type: 'rule' },
  {
    type: 'services',
    label: inAllLanguages('slip.service'),
    labelMany: inAllLanguages('slip.services'),
    sizeDots: 30,
  },
  field('appointment', 'slip.appointment', 28),
  field('counters', 'slip.counters', 28),
  field('ahead', 'slip.ahead', 26),
  field('estimate', 'slip.estimate', 26),
  field('issued-at', 'slip.issued-at', 24),
  { type: 'rule' },
  {
    type: 'list',
    key: 'papers',
    label: inAllLanguages('slip.papers'),
    more: inAllLanguages('slip.papers.more'),
    maxLines: 4,
    sizeDots: 24,
  },
  {
    type: 'qr',
    words: inAllLanguages('slip.follow'),
    wordsToKeep: inAllLanguages('slip.keep'),
    moduleDots: 6,
  },
  { type: 'text', key: 'words', words: inAllLanguages('slip.hint'), sizeDots: 24 },
  { type: 'text', key: 'words', words: inAllLanguages('slip.thanks'), sizeDots: 26 },
  { type: 'cut' },
];

/** The layout that the centre has chosen. */
export function layoutOf({ length }: Pick<Slip, 'length'>): SlipLayout {
  return length === 'long' ? LONG_LAYOUT : DEFAULT_LAYOUT;
}
