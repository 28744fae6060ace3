import type { CounterCommand } from '../page/page-command.ts';

/** The data of a keyboard event, without the event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** A key that is held down. */
  readonly repeat: boolean;
  /** An input method (Telex, VNI) is composing a letter. */
  readonly isComposing: boolean;
  /** Where the focus is: a text field takes every key, a button its own Enter and Space. */
  readonly focus: 'page' | 'control' | 'text';
}

export type Intent =
  | { readonly type: 'do'; readonly command: CounterCommand }
  | { readonly type: 'not-now'; readonly command: CounterCommand }
  /** A line of the open list; the first is 1. */
  | { readonly type: 'row'; readonly place: number }
  | { readonly type: 'nothing' };

/**
 * The keys as the buttons show them, keypad first. The keypad is like that of Vietnamese calling keypads: Enter + - * /
 * 0; 8 and 9 are for functions these lack, and 1 to 7 are the lines of the list.
 */
export const SHOWN_KEYS: Readonly<Record<CounterCommand, readonly string[]>> = {
  'call-next': ['Enter', 'Space'],
  'finish-and-next': ['9', 'Shift + Enter'],
  'start-service': ['S', '8'],
  'finish': ['F', '0'],
  'recall': ['R', '+'],
  'mark-no-show': ['V', '−'],
  'go-on': ['T'],
  'park': ['P'],
  'park-shared': ['Shift + P'],
  'transfer': ['C', '*'],
  'postpone': ['H'],
  'send-back': ['B'],
  'cancel': ['Delete'],
  'more': ['M', '..'],
  'add-service': ['A'],
  'drop-service': ['D'],
  'set-priority': ['U'],
  'set-party': ['E'],
  'care': ['I'],
  'rejoin': ['J'],
  'undo': ['Z', 'Backspace'],
  'pause': ['N', '/'],
  'resume': ['N', '/'],
  'help': ['?', 'F1'],
  'tab-waiting': ['Q'],
  'tab-parked': ['G'],
  'tab-missed': ['L'],
  'tab-elsewhere': ['K'],
  'room': ['Y'],
  'dossier-code': ['W'],
  'skip-result': ['Escape'],
  'change-counter': ['Shift + O'],
  'hand-over': ['Shift + C'],
  'sign-out': ['Shift + X'],
};

const BY_KEY: Readonly<Record<string, CounterCommand>> = {
  'enter': 'call-next',
  ' ': 'call-next',
  'r': 'recall',
  '+': 'recall',
  's': 'start-service',
  '8': 'start-service',
  '9': 'finish-and-next',
  'f': 'finish',
  '0': 'finish',
  '-': 'mark-no-show',
  'v': 'mark-no-show',
  'p': 'park',
  '*': 'transfer',
  'c': 'transfer',
  'b': 'send-back',
  't': 'go-on',
  'h': 'postpone',
  'delete': 'cancel',
  'm': 'more',
  '..': 'more',
  'a': 'add-service',
  'd': 'drop-service',
  'u': 'set-priority',
  'e': 'set-party',
  'i': 'care',
  'j': 'rejoin',
  'z': 'undo',
  'backspace': 'undo',
  '/': 'pause',
  'n': 'pause',
  '?': 'help',
  'f1': 'help',
  'q': 'tab-waiting',
  'g': 'tab-parked',
  'l': 'tab-missed',
  'k': 'tab-elsewhere',
  'y': 'room',
  'w': 'dossier-code',
  'escape': 'skip-result',
};

/**
 * With Num Lock off these digits arrive as Insert, arrow and page keys, and with Windows'
 * Vietnamese layout as letters and tone marks (`đ` for 0).
 */
const BY_PLACE: Readonly<Record<string, CounterCommand>> = {
  Numpad0: 'finish',
  Numpad8: 'start-service',
  Numpad9: 'finish-and-next',
  Digit0: 'finish',
  Digit8: 'start-service',
  Digit9: 'finish-and-next',
};

/** Leaving needs two keys, to avoid accidents. */
const BY_SHIFTED_KEY: Readonly<Record<string, CounterCommand>> = {
  p: 'park-shared',
  o: 'change-counter',
  c: 'hand-over',
  x: 'sign-out',
};

const NOTHING = { type: 'nothing' } as const;

/** What a key means now, where so many lines have a key. Held keys, letters being composed and keys typed into a field mean nothing. */
export function intentOf(
  press: KeyPress,
  allowed: ReadonlySet<CounterCommand>,
  rowKeys = 0,
): Intent {
  const place = placeOf(press);
  if (place > 0 && place <= rowKeys) return { type: 'row', place };
  const command = commandOf(press);
  if (command === null) return NOTHING;
  // Escape is pressed for many reasons, and means nothing where there is nothing to put aside.
  if (command === 'skip-result' && !allowed.has(command)) return NOTHING;
  // The pause key toggles, as on a calling keypad.
  const meant = command === 'pause' && allowed.has('resume') ? 'resume' : command;
  return { type: allowed.has(meant) ? 'do' : 'not-now', command: meant };
}

/** A digit from 1 to 7 by itself, else 0. */
function placeOf(press: KeyPress): number {
  const { repeat, isComposing, focus, ctrlKey, altKey, metaKey } = press;
  if (repeat || isComposing || focus === 'text' || ctrlKey || altKey || metaKey) return 0;
  const digit = digitOf(press);
  return digit !== null && digit >= 1 && digit <= 7 ? digit : 0;
}

type Digit = Pick<KeyPress, 'key' | 'code' | 'shiftKey'>;

/** The digit of a key, also where the layout produces a character without a meaning here; null: none. */
export function digitOf(press: Digit): number | null {
  const digit = isOtherwise(press) ? /^Digit(\d)$/.exec(press.code)?.[1] : press.key;
  return digit !== undefined && /^\d$/.test(digit) ? Number(digit) : null;
}

/** A digit key whose layout produces a character without a meaning here. */
const isOtherwise = ({ key, shiftKey }: Digit): boolean =>
  !shiftKey && !/^\d$/.test(key) && BY_KEY[key.toLowerCase()] === undefined;

function commandOf(press: KeyPress): CounterCommand | null {
  if (press.repeat || press.isComposing || press.focus === 'text') return null;
  const key = press.key.toLowerCase();
  const presses = key === 'enter' || key === ' ';
  if (press.focus === 'control' && presses) return null;
  if (press.altKey || press.metaKey) return null;
  if (press.ctrlKey) return key === 'z' && !press.shiftKey ? 'undo' : null;
  if (presses && press.shiftKey) return key === 'enter' ? 'finish-and-next' : null;
  const shifted = BY_SHIFTED_KEY[key];
  if (press.shiftKey && shifted !== undefined) return shifted;
  const isPlace = press.code.startsWith('Numpad') || isOtherwise(press);
  return (isPlace ? BY_PLACE[press.code] : undefined) ?? BY_KEY[key] ?? null;
}
