import { describe, expect, it } from 'vitest';
import { createScanReader, MAX_GAP_MS, type ScannedKey } from './scanner-keys.ts';

type Press = readonly [code: string, key: string];

/** What the reader makes of keys typed at the speed of a scanner. */
function read(presses: readonly Press[], gapMs = 8): string | null {
  const reader = createScanReader();
  let text: string | null = null;
  for (const [index, [code, key]] of presses.entries()) {
    // A scanner holds the shift key for a capital.
    const shiftKey = /^[A-Z]$/.test(key);
    const pressed: ScannedKey = {
      code,
      key,
      shiftKey,
      ctrlKey: false,
      altKey: false,
      at: 1_000 + index * gapMs,
    };
    text ??= reader.push(pressed).text;
  }
  return text ?? reader.flush();
}

const ENTER: Press = ['Enter', 'Enter'];
const capital = (letter: string): Press => [`Key${letter}`, letter];
const digit = (sign: string): Press => [`Digit${sign}`, sign];

describe('Keys typed by a scanner', () => {
  it('are read with an English layout', () => {
    expect(read([capital('H'), digit('0'), digit('0'), digit('9'), ENTER])).toBe('H009');
  });

  it('are read by key position with Windows’ Vietnamese layout', () => {
    const zero: Press = ['Digit0', 'đ'];
    const nine: Press = ['Digit9', '\u0323'];
    expect(read([capital('H'), zero, zero, nine, ENTER])).toBe('H009');
    expect(
      read([capital('H'), ['Digit1', 'ă'], ['Digit5', 'Dead'], ['Digit8', 'Dead'], ENTER]),
    ).toBe('H158');
  });

  it('are read while an input method composes', () => {
    expect(
      read([
        ['KeyH', 'Process'],
        ['Digit0', 'Process'],
        ['Digit2', 'Process'],
        ['Digit1', 'Process'],
        ENTER,
      ]),
    ).toBe('h021');
  });

  it('are decomposed where UniKey joined them by Telex', () => {
    // UniKey swallows the W, deletes the A and inserts the joined letter.
    const joined: readonly Press[] = [capital('A'), ['Backspace', 'Backspace'], ['', 'Ă']];
    expect(read([...joined, digit('3'), capital('A'), digit('7'), capital('E'), ENTER])).toBe(
      'AW3A7E',
    );
    const barred: readonly Press[] = [capital('D'), ['Backspace', 'Backspace'], ['', 'Đ']];
    expect(read([...barred, digit('3'), digit('4'), digit('7'), digit('9'), ENTER])).toBe('DD3479');
    const tone: readonly Press[] = [capital('A'), ['Backspace', 'Backspace'], ['', 'Á']];
    expect(read([...tone, digit('3'), digit('4'), ENTER])).toBe('AS34');
  });

  it('are read without the scanner’s prefixes and suffixes', () => {
    const number = [capital('H'), digit('0'), digit('2'), digit('1')];
    const kind: readonly Press[] = [['BracketRight', ']'], capital('Q'), digit('1')];
    expect(read([...kind, ...number, ENTER])).toBe('H021');
    expect(read([['', '\u0002'], ...number, ['', '\u0003'], ['Tab', 'Tab']])).toBe('H021');
    expect(read([...number, ['NumpadEnter', 'Enter']])).toBe('H021');
  });

  it('are read without an end key, once they stop', () => {
    expect(read([...'H021BC'].map((each) => (/\d/.test(each) ? digit(each) : capital(each))))).toBe(
      'H021BC',
    );
    expect(read([capital('H'), digit('0'), digit('2'), digit('1')])).toBeNull();
  });

  it('are not confused with a person typing', () => {
    expect(
      read([capital('H'), digit('0'), digit('2'), digit('1'), ENTER], MAX_GAP_MS + 1),
    ).toBeNull();
  });

  it('are read up to the first line end, and no later key presses anything', () => {
    const reader = createScanReader();
    const press = (code: string, key: string, at: number) =>
      reader.push({ code, key, shiftKey: false, ctrlKey: false, altKey: false, at });
    for (const [index, sign] of [...'h021'].entries())
      press(/\d/.test(sign) ? `Digit${sign}` : 'KeyH', sign, 1_000 + index);
    expect(press('Enter', 'Enter', 1_010)).toEqual({ taken: true, text: 'h021' });
    expect(press('Digit0', '0', 1_020)).toEqual({ taken: true, text: null });
    expect(press('Enter', 'Enter', 1_030)).toEqual({ taken: true, text: null });
  });

  it('do not include an Enter that follows no scan', () => {
    const reader = createScanReader();
    const enter = {
      code: 'Enter',
      key: 'Enter',
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      at: 5_000,
    };
    expect(reader.push(enter)).toEqual({ taken: false, text: null });
  });
});
