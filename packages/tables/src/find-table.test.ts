import { IMPORT_KINDS } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, texts } from '@motcua/i18n';
import { columnNamed, columnsOf, columnTitle, isPersonal } from './columns.ts';
import { findTable } from './find-table.ts';
import { toSheet } from './table.ts';

describe('titles', () => {
  it.each(IMPORT_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))(
    'of %s in %s name one column each',
    (kind, language) => {
      const t = texts(language);
      const columns = columnsOf(kind);
      expect(columns.map((column) => columnNamed(kind, columnTitle(kind, column, t)))).toEqual(
        columns,
      );
    },
  );

  it.each([
    ['dossiers', 'NGÀY HẸN TRẢ (*):', 'due'],
    ['dossiers', 'Ngày hẹn trả kết quả'.normalize('NFD'), 'due'],
    ['dossiers', 'Mã  số\nhồ sơ', undefined],
    ['dossiers', 'Số hồ sơ', 'code'],
    ['services', 'Tên thủ tục hành chính (TTHC)', 'name'],
    ['holidays', 'Öffnungszeiten', 'hours'],
  ] as const)('of %s: %j is read as %j', (kind, title, column) => {
    expect(columnNamed(kind, title)).toBe(column);
  });

  it.each([
    'Họ tên người nộp',
    'Số điện thoại',
    'Số CCCD/CMND',
    'E-mail',
    'Geburtsdatum',
    'Chủ hồ sơ',
  ])('%j is personal, but of the centre itself', (title) => {
    expect(isPersonal('dossiers', title)).toBe(true);
    expect(isPersonal('people', title)).toBe(false);
  });
});

describe('the table of a file', () => {
  it('stands below titles of two rows with merged cells, and below the report above them', () => {
    const sheet = toSheet('Sheet1', [
      ['UBND XÃ KIM BÔI', '', '', '', '', ''],
      [],
      ['BÁO CÁO THÁNG 7'],
      ['STT', 'Mã hồ sơ', 'Người nộp', 'Thời hạn', '', 'Hình thức'],
      ['', '', '', 'Ngày nhận', 'Hẹn trả', ''],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['1', 'H44.01-250701-0001', 'Nguyễn Văn A', '01/07/2025', '04/07/2025', 'Trực tuyến'],
      ['', '', '', '', '', ''],
      ['2', 'H44.01-250701-0002', 'Trần Thị B', '01/07/2025', '', 'Trực tiếp'],
      ['Tổng cộng: 2', '', '', '', '', ''],
    ]);
    const found = findTable('dossiers', [toSheet('Notes', [['x', 'y']]), sheet]);
    expect(found).toMatchObject({
      sheet: 'Sheet1',
      columnMap: { code: 1, received: 3, due: 4, channel: 5 },
      personal: ['Người nộp'],
      ignored: ['STT'],
    });
    expect(found?.rows).toEqual([
      {
        number: 7,
        cells: ['1', 'H44.01-250701-0001', '', '01/07/2025', '04/07/2025', 'Trực tuyến'],
      },
      { number: 9, cells: ['2', 'H44.01-250701-0002', '', '01/07/2025', '', 'Trực tiếp'] },
    ]);
  });

  it('is none where no title is known', () => {
    expect(
      findTable('people', [
        toSheet('', [
          ['a', 'b'],
          ['1', '2'],
        ]),
      ]),
    ).toBeNull();
    expect(findTable('people', [])).toBeNull();
  });
});
