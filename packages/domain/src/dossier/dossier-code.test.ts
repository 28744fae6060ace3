import { describe, expect, it } from 'vitest';
import { parseDossierCode, procedureKey } from './dossier-code.ts';

describe('a dossier code', () => {
  it.each([
    ['000.00.01.H44-250715-0007', '000.00.01.H44-250715-0007', '000.00.01.H44', '2025-07-15'],
    [' h44.10.02-260701-00123 ', 'H44.10.02-260701-00123', 'H44.10.02', '2026-07-01'],
    [']C1000.00.01.H44-250715-0007\r', '000.00.01.H44-250715-0007', '000.00.01.H44', '2025-07-15'],
    ['H44–250715–0007', 'H44-250715-0007', 'H44', '2025-07-15'],
    ['H44 - 250715 - 0007\u200b', 'H44-250715-0007', 'H44', '2025-07-15'],
    ['H44-251399-0007', 'H44-251399-0007', 'H44', null],
  ])('is read from %j', (written, text, unit, receivedOn) => {
    expect(parseDossierCode(written)).toEqual({ text, unit, receivedOn });
  });

  it.each([
    '',
    'H021',
    '001090123456',
    'H44-250715',
    'H44-250715-7',
    '=H44-250715-0007',
    'HỒ-250715-0007',
  ])('is not read from %j', (written) => {
    expect(parseDossierCode(written)).toBeNull();
  });
});

describe('a procedure code', () => {
  it.each([
    ['1.008377.000.00.00.H13', '1.008377'],
    ['1.000894', '1.000894'],
    [' 2.002516.h44 ', '2.002516'],
  ])('%j is the procedure %s', (code, key) => {
    expect(procedureKey(code)).toBe(key);
  });
});
