import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSingleLine } from './single-line.ts';

describe('a single line', () => {
  it('is what was typed, in NFC and without space around it', () => {
    expect(toSingleLine('  Ki-ốt số 1 – sảnh “A” ')).toBe('Ki-ốt số 1 – sảnh “A”');
    expect(toSingleLine('Lan'.normalize('NFD'))).toBe('Lan');
  });

  it('moves no cursor, begins no line and reads in no other direction than it shows', () => {
    expect(toSingleLine('a\u001B[2Jb\r\nkiosk-1\tKi-ốt\u0000')).toBe('a [2Jb kiosk-1 Ki-ốt');
    expect(toSingleLine('gnp.\u202Eexe\u2066.\u2028x')).toBe('gnp.exe. x');
  });

  it.each([
    ['061C', '200E', '200F', '202A', '202E', '2066', '2069'], // directions
    ['200B', '200C', '200D', '2060', 'FEFF', '00AD', '034F', '3164', 'FE0F', 'E0041'], // no width
    ['D800', 'DFFF', 'E000', 'F8FF', '10FFFD', '0378', 'FFFF'], // halves, private, unassigned
  ])('has nothing in it that shows nothing: U+%s and its kind', (...codes) => {
    for (const code of codes) {
      const unseen = String.fromCodePoint(Number.parseInt(code, 16));
      expect(toSingleLine(`La${unseen}n`), code).toBe('Lan');
      expect(toSingleLine(unseen), code).toBe('');
    }
  });

  it('is the same for all who type what looks the same', () => {
    expect(toSingleLine('Bùi\u00A0\u2003 Thị  Lan')).toBe('Bùi Thị Lan');
    expect(toSingleLine('Lo\u0302\u200B\u0323')).toBe('Lộ');
    expect(toSingleLine(`Z${'\u0310'.repeat(50)}o`)).toBe('Z\u0310\u0310\u0310o');
  });

  it('does not change when it is cleaned again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const line = toSingleLine(typed);
        expect(toSingleLine(line)).toBe(line);
        expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
