/** A key as reported by the browser. */
export interface ScannedKey {
  /** The physical key (`Digit9`); empty where a program inserted text. */
  readonly code: string;
  /** The result of the layout and the input method. */
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  /** In ms of one clock. */
  readonly at: number;
}

export interface ScanReader {
  /** `taken`: the key belongs to a scan and must not press anything; `text` is the scanned text when it ends with this key. */
  readonly push: (key: ScannedKey) => { readonly taken: boolean; readonly text: string | null };
  /** Called after a pause: the text of a scanner that sends no end key; null: none. */
  readonly flush: () => string | null;
}

/** A scanner types faster than a person. */
export const MAX_GAP_MS = 250;
const MIN_SCAN_LENGTH = 3;
/** Without an end key, shorter text may have been typed by hand. */
const MIN_LENGTH_WITHOUT_END = 6;
const ENDS = new Set(['Enter', 'NumpadEnter', 'Tab']);

/**
 * Reads what a scanner types as a keyboard. Scanners press the keys of an English keyboard, which Windows' Vietnamese
 * layout and an input method turn into other letters: the physical keys are read, and letters that an input method
 * joined are decomposed again. Lines after the first are ignored.
 */
export function createScanReader(): ScanReader {
  let text = '';
  let lastAt = 0;
  let done = false;

  function finish(): string {
    const read = cleaned(text);
    text = '';
    done = true;
    return read;
  }

  return {
    push(key) {
      if (key.at - lastAt > MAX_GAP_MS) {
        text = '';
        done = false;
      }
      lastAt = key.at;
      const ends = ENDS.has(key.code) || ENDS.has(key.key);
      if (done) return { taken: true, text: null };
      if (ends && text.length >= MIN_SCAN_LENGTH) return { taken: true, text: finish() };
      if (ends) text = '';
      else if (key.key === 'Backspace' || key.code === 'Backspace') text = text.slice(0, -1);
      else if (!key.ctrlKey && !key.altKey) text += letterOf(key);
      return { taken: false, text: null };
    },
    flush() {
      return !done && text.length >= MIN_LENGTH_WITHOUT_END ? finish() : null;
    },
  };
}

/** The keys of an English keyboard, plain and with the shift key. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  Slash: ['/', '?'],
  Period: ['..', '>'],
  Comma: [',', '<'],
  Semicolon: [';', ':'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Quote: ["'", '"'],
  Space: [' ', ' '],
  NumpadDecimal: ['..', '..'],
  NumpadDivide: ['/', '/'],
  NumpadSubtract: ['-', '-'],
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

function letterOf({ code, key, shiftKey }: ScannedKey): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined)
    return shiftKey && code.startsWith('Digit') ? (SHIFTED_DIGITS[Number(digit)] ?? '') : digit;
  const place = PLACES[code];
  if (place !== undefined) return place[shiftKey ? 1 : 0];
  // Inserted by a program: no physical key, and the letter may contain the one before.
  return [...key].length === 1 ? takenApart(key) : '';
}

/** What was typed for a letter that Telex joined; its tone mark was a letter as well. */
const TELEX: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  đ: 'dd',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
};
/** Grave, acute, hook, tilde, dot below. */
const TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};

function takenApart(letter: string): string {
  const tone = [...letter.normalize('NFD')].find((each) => each in TONES) ?? '';
  const plain = letter.normalize('NFD').replaceAll(/[\u0300\u0301\u0309\u0303\u0323]/g, '');
  const small = plain.normalize('NFC').toLowerCase();
  const typed = (TELEX[small] ?? small) + (TONES[tone] ?? '');
  return letter === letter.toLowerCase() ? typed : typed.toUpperCase();
}

/** Removes what scanners add before and after: the symbology identifier (`]Q1`) and control characters. */
function cleaned(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, '')
    .replace(/^\][A-Za-z]\d/, '')
    .trim();
}
