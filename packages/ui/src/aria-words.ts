import { type Language, texts } from '@motcua/i18n';

/**
 * React Aria has no Vietnamese for what it says to screen readers and would fall back to English. It takes one dictionary
 * for the whole page where `LocalizedStringProvider` leaves it; ours answers in the language that the page speaks now.
 * A part of the library whose words are missing here throws as soon as it is used, so that none stays English.
 */
let spoken: Language = 'vi';

/** The language of what React Aria says from now on. */
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
