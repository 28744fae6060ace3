import { ok, type Settings } from '@motcua/domain';
import { someSettings } from '@motcua/domain/builders';
import { CATALOGUE, forOtherOffice, NEW_SETTINGS, setUp } from '@motcua/domain/setup';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSetupFile, writeSetupFile } from './setup-file.ts';

const madeUp = setUp(NEW_SETTINGS, { type: 'made-up' });
const settings: Settings = madeUp.ok ? madeUp.value : NEW_SETTINGS;
const text = writeSetupFile(settings);
const codeOf = (file: string) => {
  const read = parseSetupFile(file);
  return read.ok ? 'ok' : read.refusal.code;
};

describe('a set-up file', () => {
  it('is read as it was written, also with a byte order mark', () => {
    const read = parseSetupFile(`\uFEFF${text}`);
    expect(read.ok && read.value.services).toHaveLength(CATALOGUE.services.length);
    expect(read).toEqual(ok(expect.objectContaining({ site: forOtherOffice(settings).site })));
    if (read.ok) expect(parseSetupFile(writeSetupFile(read.value))).toEqual(read);
  });

  it('holds neither people nor devices nor addresses of computers', () => {
    const { site, safekeeping } = someSettings();
    const file = writeSetupFile({
      ...settings,
      site: { ...site, followAddress: 'http://10.1.2.3/' },
      safekeeping: { ...safekeeping, standbyAddress: 'http://10.1.2.4' },
    });
    expect(file).not.toContain('10.1.2');
    expect(new Set(file.match(/"kind": "[a-z-]+"/g))).toEqual(
      new Set(
        [
          'site',
          'service-group',
          'service',
          'queue',
          'counter',
          'priority-group',
          'safekeeping',
        ].map((kind) => `"kind": "${kind}"`),
      ),
    );
  });

  it('that is cut anywhere is refused whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.trimEnd().length - 1 }), (length) => {
        expect(codeOf(text.slice(0, length))).toBe(
          length < '{\n  "format": "motcua-setup"'.length
            ? 'setup-file-other'
            : 'setup-file-incomplete',
        );
      }),
    );
  });

  it.each([
    ['another kind of file', '{"format":"other","version":1}', 'setup-file-other'],
    ['a table', 'Mã;Tên\n1;Khai sinh\n', 'setup-file-other'],
    ['a later version', text.replace('"version": 1', '"version": 2'), 'setup-file-version'],
    ['a field too many', text.replace('"place"', '"token": "x", "place"'), 'setup-file-wrong'],
    ['a counter without number', text.replace('"number": 2', '"number": -2'), 'setup-file-wrong'],
    ['a counter twice', text.replace('"counter-2"', '"counter-1"'), 'setup-file-wrong'],
  ])('refuses %s', (_what, file, code) => {
    expect(codeOf(file)).toBe(code);
  });

  it('says which setting and field is wrong', () => {
    expect(parseSetupFile(text.replace('"number": 2', '"number": -2'))).toMatchObject({
      refusal: { detail: { at: 'counter counter-2: number' } },
    });
  });
});
