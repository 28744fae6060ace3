import { describe, expect, it } from 'vitest';
import { toSingleLine } from './single-line.ts';

describe('a single line', () => {
  it('is what was typed, in NFC and without space around it', () => {
    expect(toSingleLine('  Ki-ốt số 1 – sảnh “A” ')).toBe('Ki-ốt số 1 – sảnh “A”');
    expect(toSingleLine('Lan'.normalize('NFD'))).toBe('Lan');
  });

  it('moves no cursor, begins no line and reads in no other direction than it shows', () => {
    expect(toSingleLine('a\u001B[2Jb\r\nkiosk-1\tKi-ốt\u0000')).toBe('a [2Jb kiosk-1 Ki-ốt');
    expect(toSingleLine('gnp.\u202Eexe\u2066.\u2028x')).toBe('gnp. exe . x');
  });
});
