import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWorkbook, aZip } from '../../test/a-workbook.ts';
import { LANGUAGES, texts } from '@motcua/i18n';
import { FILE_LIMITS, FILE_REFUSALS, fileRefusalWords, refuseFile } from '../table.ts';
import { readTableFile } from './read-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const rowsOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await readTableFile(bytes);
  if (!read.ok) return read.code;
  return read.sheets.map(({ rows }) => rows.map(({ number, cells }) => [number, ...cells]));
};

describe('a CSV file', () => {
  const expected = [
    [
      [1, 'Mã', 'Tên dịch vụ'],
      [3, '1.000894', 'Đăng ký kết hôn, ly hôn'],
      [4, '', 'a\nb'],
    ],
  ];

  it.each([';', ',', '\t'])('is read with its separator %j', async (separator) => {
    const text = [
      ['Mã', 'Tên dịch vụ'],
      ['', ''],
      ['1.000894', '"Đăng ký kết hôn, ly hôn"'],
      ['', '"a\r\n b "'],
    ].map((row) => row.join(separator));
    expect(await rowsOf(utf8(text.join('\r\n')))).toEqual(expected);
    expect(await rowsOf(utf8(text.join('\n')))).toEqual(expected);
  });

  it('is read with a byte order mark in UTF-8 and UTF-16, and brought from NFD to NFC', async () => {
    const text = 'Mã;Tên dịch vụ\n;\n1.000894;Đăng ký kết hôn, ly hôn\n;"a\nb"\n'.normalize('NFD');
    const littleEndian = utf16(`\uFEFF${text}`);
    const bigEndian = new Uint8Array(Buffer.from(littleEndian).swap16());
    for (const bytes of [utf8(`\uFEFF${text}`), littleEndian, bigEndian])
      expect(await rowsOf(bytes)).toEqual(expected);
  });

  it('keeps its row numbers below the line that names the separator for Excel', async () => {
    expect(await rowsOf(utf8('sep=;\r\na;b\r\n'))).toEqual([[[2, 'a', 'b']]]);
  });

  it('loses the mark by which a formula was kept from being computed', async () => {
    expect(await rowsOf(utf8("a;'=1+1\n"))).toEqual([[[1, 'a', '=1+1']]]);
  });

  it.each([
    ['in an old code page', Buffer.from('Đăng ký;k\xfd', 'latin1'), 'file-encoding'],
    ['cut within quotes', 'a;b\n1;"Đăng ký kết', 'file-cut'],
    ['cut within a letter', utf8('a;ế').slice(0, -1), 'file-encoding'],
    ['with text behind a quote', 'a;b\n"1"x;2', 'file-damaged'],
    ['of nothing but blank rows', ';;\n;;\n', 'file-empty'],
    ['of no byte', '', 'file-empty'],
    ['that is a PDF', '%PDF-1.7\n\x01\x02', 'file-unknown'],
    ['that is an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-old-excel'],
    ['of too many rows', 'a\n'.repeat(FILE_LIMITS.rows + 1), 'file-too-many-rows'],
    ['of too many bytes', new Uint8Array(FILE_LIMITS.bytes + 1), 'file-too-large'],
  ])('%s is refused', async (_, content, code) => {
    const bytes = typeof content === 'string' ? utf8(content) : new Uint8Array(content);
    expect(await rowsOf(bytes)).toBe(code);
  });
});

describe('a workbook', () => {
  const text = (address: string, value: string) =>
    `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

  it('gives text, numbers, days, times and what formulas came to', async () => {
    const rows = [
      `<row r="2">${text('A2', 'Tên'.normalize('NFD'))}${text('C2', '007')}</row>`,
      '<row r="4"><c r="A4" s="1"><v>45843</v></c><c r="B4" s="1"><v>45843.34375</v></c><c r="C4" s="2"><v>0.3125</v></c></row>',
      '<row r="5"><c r="A5"><f>6*7</f><v>42</v></c><c r="B5" t="str"><f>"a"</f><v>a</v></c><c r="C5" t="b"><v>1</v></c></row>',
      '<row r="6"><c r="A6" t="e"><v>#N/A</v></c></row>',
    ];
    expect(await rowsOf(aZip(aWorkbook({ One: rows, Empty: [], Two: [rows[0] ?? ''] })))).toEqual([
      [
        [2, 'Tên', '', '007'],
        [4, '2025-07-05', '2025-07-05 08:15', '07:30'],
        [5, '42', 'a', 'true'],
      ],
      [[2, 'Tên', '', '007']],
    ]);
  });

  const whole = aZip(aWorkbook({ One: [`<row r="1">${text('A1', 'a')}</row>`] }));

  it('that is cut or changed anywhere is refused, and never thrown about', async () => {
    for (const length of [5, 40, whole.length - 30, whole.length - 1])
      expect(await rowsOf(whole.slice(0, length))).toBe('file-damaged');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        await expect(readTableFile(changed)).resolves.toHaveProperty('ok');
      }),
    );
  });

  it('that grows beyond what it declares, or declares too much, is refused', async () => {
    const bomb = { ...aWorkbook({ One: [] }), 'xl/media/a.xml': new Uint8Array(30_000_000) };
    const bytes = aZip(bomb, (name, size) => (name.endsWith('a.xml') ? 1000 : size));
    expect(bytes.length).toBeLessThan(100_000);
    expect(await rowsOf(bytes)).toBe('file-damaged');
    const large = aZip(aWorkbook({ One: [] }), () => FILE_LIMITS.unpackedBytes);
    expect(await rowsOf(large)).toBe('file-too-large');
  });

  it.each([
    ['a cell far away', [`<row r="900000">${text('XFD900000', 'a')}</row>`], 'file-too-many-rows'],
    ['a row beyond the format', ['<row r="9999999"></row>'], 'file-damaged'],
    ['a row of a hidden number', ['<row r="&#57;99999999999"></row>'], 'file-damaged'],
    ['no cell', [], 'file-empty'],
    ['rows out of order', ['<row r="2"/>', '<row r="1"/>'], 'file-damaged'],
  ])('with %s is refused', async (_, rows, code) => {
    expect(await rowsOf(aZip(aWorkbook({ One: rows })))).toBe(code);
  });

  it('is told from other archives', async () => {
    expect(await rowsOf(aZip({ 'content.xml': '<office/>' }))).toBe('file-unknown');
  });
});

it('answers any bytes', async () => {
  const zipped = fc.uint8Array().map((bytes) => new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), zipped), async (bytes) => {
      await expect(readTableFile(new Uint8Array(bytes))).resolves.toHaveProperty('ok');
    }),
  );
});

it.each(LANGUAGES)('says in %s why a file is refused, with the limits', (language) => {
  const params = { megabytes: 20, rows: 50_000 };
  for (const code of FILE_REFUSALS)
    expect(fileRefusalWords(refuseFile(code, params), texts(language))).not.toMatch(
      /[{}]|import\./,
    );
});
