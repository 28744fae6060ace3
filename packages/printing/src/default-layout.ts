import type { LocalText } from '@motcua/domain';
import { LANGUAGES, type MessageKey, texts } from '@motcua/i18n';

type Size = { readonly sizeDots: number };

/** A line of the slip from top to bottom; sizes are for 80 mm paper (576 dots) and follow narrower paper. */
export type SlipBlock =
  | { readonly type: 'rule' }
  | ({ readonly type: 'text'; readonly key: 'authority' | 'centre'; readonly bold: boolean } & Size)
  | ({ readonly type: 'text'; readonly key: 'words'; readonly words: LocalText } & Size)
  | { readonly type: 'number'; readonly label: LocalText; readonly capHeightMm: number }
  | ({
      readonly type: 'badge';
      readonly key: 'priority' | 'training';
      readonly words: LocalText;
    } & Size)
  | ({
      readonly type: 'field';
      readonly key: 'counters' | 'ahead' | 'estimate' | 'issued-at';
      readonly label: LocalText;
    } & Size)
  | ({
      readonly type: 'services';
      readonly label: LocalText;
      /** Where there are several. */
      readonly labelMany: LocalText;
    } & Size)
  | ({
      readonly type: 'list';
      readonly key: 'papers';
      readonly label: LocalText;
      readonly maxLines: number;
      /** Stands after the last line when there was more. */
      readonly more: LocalText;
    } & Size)
  | {
      readonly type: 'qr';
      /** Beside an address to follow the number at. */
      readonly words: LocalText;
      /** Beside the number itself, where there is no such address. */
      readonly wordsToKeep: LocalText;
      readonly moduleDots: number;
    }
  | { readonly type: 'cut' };

export type SlipLayout = readonly SlipBlock[];

function inAllLanguages(key: MessageKey): LocalText {
  const others = LANGUAGES.map((language) => [language, texts(language)(key)] as const);
  return { ...Object.fromEntries(others), vi: texts('vi')(key) };
}

/** In all languages at once: whoever finds such a slip must know. */
const TRAINING_WORDS = LANGUAGES.map((language) => texts(language)('slip.training')).join(' · ');
const TRAINING = {
  type: 'badge',
  key: 'training',
  words: { vi: TRAINING_WORDS },
  sizeDots: 26,
} as const;

/** The usual slip of a centre, from the authority's name to the cut. */
export const DEFAULT_LAYOUT: SlipLayout = [
  TRAINING,
  { type: 'text', key: 'authority', sizeDots: 28, bold: false },
  { type: 'text', key: 'centre', sizeDots: 30, bold: true },
  { type: 'rule' },
  { type: 'number', label: inAllLanguages('slip.number'), capHeightMm: 25 },
  { type: 'badge', key: 'priority', words: inAllLanguages('slip.priority'), sizeDots: 32 },
  TRAINING,
  { type: 'rule' },
  {
    type: 'services',
    label: inAllLanguages('slip.service'),
    labelMany: inAllLanguages('slip.services'),
    sizeDots: 30,
  },
  { type: 'field', key: 'counters', label: inAllLanguages('slip.counters'), sizeDots: 28 },
  { type: 'field', key: 'ahead', label: inAllLanguages('slip.ahead'), sizeDots: 26 },
  { type: 'field', key: 'estimate', label: inAllLanguages('slip.estimate'), sizeDots: 26 },
  { type: 'field', key: 'issued-at', label: inAllLanguages('slip.issued-at'), sizeDots: 24 },
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
