import { type Language, texts } from '@motcua/i18n';

/**
 * React Aria has no Vietnamese for its screen reader texts and would fall back to English. It reads one dictionary for
 * the whole page from where `LocalizedStringProvider` leaves it; ours answers in the page's current language. A
 * component whose texts are missing here throws as soon as it is used, so that none stays English.
 */
let spoken: Language = 'vi';

/** Sets the language of React Aria's texts. */
export function speakAria(language: Language): void {
  spoken = language;
  if (typeof window === 'undefined') return;
  const known = { [Symbol.for('react-aria.i18n.locale')]: 'vi', [STRINGS]: WORDS };
  if (!(STRINGS in window)) Object.assign(window, known);
}

const STRINGS = Symbol.for('react-aria.i18n.strings');

const say = (...said: Parameters<ReturnType<typeof texts>>) => texts(spoken)(...said);

/** Its label, where the page shows none beside it. */
type Field = { readonly fieldLabel: string };

const WORDS = {
  '@react-aria/overlays': {
    get dismiss() {
      return say('common.close');
    },
  },
  '@react-aria/numberfield': {
    decrease: ({ fieldLabel }: Field) => `${say('common.decrease')} ${fieldLabel}`.trim(),
    increase: ({ fieldLabel }: Field) => `${say('common.increase')} ${fieldLabel}`.trim(),
    get numberField() {
      return say('common.number-field');
    },
  },
  '@react-aria/spinbutton': {
    get Empty() {
      return say('common.empty');
    },
  },
  '@react-aria/menu': {
    get longPressMessage() {
      return say('common.menu-by-long-press');
    },
  },
};
