import {
  type Booking,
  type BookingId,
  checkSetting,
  IMPORT_KINDS,
  type ImportKind,
  isSettingUsed,
  type LocalDate,
} from '@motcua/domain';
import { aBooking } from '@motcua/domain/builders';
import { LANGUAGES, texts } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import { anOffice } from '../test/an-office.ts';
import { exportTable } from './export-table.ts';
import { findTable } from './find-table.ts';
import { applyPlan, IMPORT_RULES, importErrorWords, planImport, revertOf } from './import-plan.ts';
import type { ImportCurrent } from './import-rules.ts';
import { type OutRow, toSheet } from './table.ts';

/** Plans what a file with these rows would do. */
function plan<K extends ImportKind>(
  kind: K,
  rows: readonly (readonly string[])[],
  current: ImportCurrent = anOffice(),
  isWholeList = false,
) {
  const table = findTable(kind, [toSheet('', rows)]);
  if (table === null) throw new Error('no table');
  return planImport(kind, table.rows, table.columnMap, current, { isWholeList });
}

const asText = (rows: readonly OutRow[]) =>
  rows.map((row) =>
    row.map((cell) => (typeof cell === 'object' ? (cell?.day ?? '') : String(cell))),
  );

const idsIn = (errors: readonly { row: number | null; column: string | null; code: string }[]) =>
  errors.map(({ row, column, code }) => `${row} ${column} ${code}`);

describe('services', () => {
  const titles = ['Mã TTHC', 'Tên thủ tục', 'Lĩnh vực', 'Hàng chờ', 'Giấy tờ cần mang'];

  it('are added to a group by name, and changed by their code', () => {
    const { added, changed, unchanged, errors } = plan('services', [
      titles,
      ['1.00477', 'Đăng ký khai sinh', 'hộ tịch', 'H', '- Giấy chứng sinh\n- Căn cước'],
      ['1.000894', 'Đăng ký kết hôn (mới)', 'HỘ TỊCH', '', ''],
    ]);
    expect(errors).toEqual([]);
    expect(unchanged).toBe(0);
    expect(added).toMatchObject([
      {
        id: 'new-1',
        code: '1.004770',
        groupId: 'civil',
        queueId: 'civil',
        papers: [{ vi: 'Giấy chứng sinh' }, { vi: 'Căn cước' }],
      },
    ]);
    expect(changed).toMatchObject([{ fields: ['name', 'papers'] }]);
    expect(changed[0]?.after.name).toEqual({
      vi: 'Đăng ký kết hôn (mới)',
      en: 'Marriage registration',
      de: 'Eheschließung anmelden',
    });
  });

  it('have their errors at row and column', () => {
    const { errors } = plan('services', [
      ['Danh mục'],
      titles,
      ['', '', 'Hộ tịch', 'H', ''],
      ['', 'Một', 'Thuế', 'Chứng thực', ''],
      [],
      ['9', 'Hai', 'Hộ tịch', 'H', 'x;'.repeat(21)],
      ['9', 'Hai', 'Hộ tịch', 'H', ''],
      ['9', 'Hai', 'Hộ tịch', 'H', ''],
    ]);
    expect(idsIn(errors)).toEqual([
      '3 name required',
      '4 group unknown-group',
      '4 queue unknown-queue',
      '6 papers too-many',
      '8 null twice',
    ]);
    for (const language of LANGUAGES) {
      const words = errors.map((each) => importErrorWords('services', each, texts(language)));
      expect(words.filter((each) => /\{|import\.|undefined/.test(each))).toEqual([]);
    }
  });

  it('that are needed elsewhere are not removed by a whole list', () => {
    const current = anOffice();
    const { removed, errors } = plan(
      'services',
      [['id'], titles, ['', 'Hỏi', 'Hộ tịch']],
      current,
      true,
    );
    expect(removed.map(({ id }) => id)).toEqual(['copy']);
    expect(errors).toMatchObject([{ code: 'in-use', params: { name: 'Đăng ký kết hôn' } }]);
    expect(isSettingUsed('service', 'marriage', current.use)).toBe(true);
  });

  it('come out as the rules of settings want them', () => {
    const current = anOffice();
    for (const value of plan('services', [titles, ['', 'Một', 'Hộ tịch', 'H']], current).added)
      expect(checkSetting(current.use.settings, { kind: 'service', value }).ok).toBe(true);
  });
});

describe('people', () => {
  it('are told by login and get roles and queues by their names', () => {
    const { added, changed } = plan('people', [
      ['Tài khoản', 'Họ tên', 'Vai trò', 'Phụ trách'],
      ['LAN', 'Lò Thị Lan', 'Guide', 'tất cả'],
      ['hoa', 'Bùi Thị Hoa', '', 'S; hộ tịch'],
    ]);
    expect(changed).toMatchObject([{ fields: ['role', 'skills'], after: { skills: null } }]);
    expect(added).toMatchObject([{ login: 'hoa', role: 'clerk', skills: ['cert', 'civil'] }]);
  });

  it('keep an administrator', () => {
    const { removed, errors } = plan(
      'people',
      [
        ['login', 'name'],
        ['lan', 'Lan'],
      ],
      anOffice(),
      true,
    );
    expect(removed.map(({ login }) => login)).toEqual(['an']);
    expect(idsIn(errors)).toEqual(['null null last-administrator']);
  });

  it('have no strange logins, nor twice the same', () => {
    const { errors } = plan('people', [
      ['login', 'name'],
      ['Bùi An', 'An'],
      ['hoa', 'Hoa'],
      ['HOA', 'Hoa'],
    ]);
    expect(idsIn(errors)).toEqual(['2 login not-a-login', '4 null twice']);
  });
});

describe('holidays', () => {
  it('are closed days, or days with hours', () => {
    const { added, errors } = plan('holidays', [
      ['Ngày', 'Lý do', 'Giờ làm việc'],
      ['30/4/2027', 'Ngày Chiến thắng', ''],
      ['2027-05-08', 'Làm bù', '7h30-11h30; 13h30-17h'],
      ['46508', 'Quốc tế Lao động', 'nghỉ'],
    ]);
    expect(errors).toEqual([]);
    expect(added.map(({ date, spans }) => [date, spans.length])).toEqual([
      ['2027-04-30', 0],
      ['2027-05-08', 2],
      ['2027-05-01', 0],
    ]);
  });

  it('are refused where the rule of opening hours finds a fault', () => {
    const rows = [
      ['Ngày', 'Lý do', 'Giờ'],
      ['1/2/2027', 'a', '10:00-9:00'],
      ['31/2/2027', 'b', ''],
    ];
    const { errors } = plan('holidays', [['Ngày', 'Lý do', 'Giờ làm'], ...rows.slice(1)]);
    expect(idsIn(errors)).toEqual(['3 date not-a-day', '2 hours not-hours']);
  });
});

describe('bookings', () => {
  const titles = ['Ngày', 'Giờ', 'Dịch vụ'];

  it('take free places of slots, and count those that are there', () => {
    const { added, unchanged, errors } = plan('bookings', [
      titles,
      ['23/11/2026', '9:00', 'Đăng ký kết hôn'],
      ['23/11/2026', '9:00', '1.000894'],
      ['23/11/2026', '9:30', 'Marriage registration'],
      ['23/11/2026', '9:00', 'Đăng ký kết hôn'],
      ['24/11/2026', '9:10', 'Đăng ký kết hôn'],
      ['22/11/2026', '9:00', 'Đăng ký kết hôn'],
      ['24/11/2026', 'sáng', 'Việc lạ'],
    ]);
    expect(unchanged).toBe(2);
    expect(added).toHaveLength(4);
    expect(idsIn(errors)).toEqual([
      '8 time not-a-time',
      '8 service unknown-service',
      '5 time slot-full',
      '6 time slot-not-offered',
      '7 day day-past',
    ]);
  });

  it('of past days are left alone when they are there, whatever became of them, and refused when they are not', () => {
    const day = '2026-11-20' as LocalDate;
    const current = anOffice();
    const startsAt = current.clock.instantAt(day, 9 * 60);
    const past = (id: string, code: string, state: Booking['state']) =>
      aBooking({ ...{ id: id as BookingId, code, day, startsAt, state } });
    const office = {
      ...current,
      pastBookings: [past('p1', 'CCCCCC', 'booked'), past('p2', 'CCCCCF', 'cancelled')],
    };
    const rows = [
      ['20/11/2026', '9:00', 'Đăng ký kết hôn', 'Đã đặt'],
      ['20/11/2026', '9:00', 'Đăng ký kết hôn', 'Đã đặt'],
    ];
    const again = plan('bookings', [[...titles, 'Trạng thái'], ...rows], office);
    expect(again).toMatchObject({ unchanged: 2, added: [], changed: [], removed: [], errors: [] });
    const third = [...rows, ['20/11/2026', '9:00', 'Đăng ký kết hôn', '']];
    const more = plan('bookings', [[...titles, 'Trạng thái'], ...third], office);
    expect(idsIn(more.errors)).toEqual(['4 day day-past']);
    const moved = [
      ['Mã hẹn', ...titles],
      ['CCCCCC', '23/11/2026', '10:00', 'Đăng ký kết hôn'],
    ];
    expect(idsIn(plan('bookings', moved, office).errors)).toEqual(['2 day day-past']);
  });
});

describe('dossiers', () => {
  it('lose what is personal', () => {
    const table = findTable('dossiers', [
      toSheet('', [
        ['Mã hồ sơ', 'Tên thủ tục', 'Chủ hồ sơ', 'Ngày tiếp nhận', 'Hình thức nộp'],
        [
          'h44.01-250702-0002',
          'Khai sinh cho 001090123456',
          'Nguyễn Văn A',
          '2/7/2025',
          'Nộp trực tuyến',
        ],
      ]),
    ]);
    const { added, errors } = planImport(
      'dossiers',
      table?.rows ?? [],
      { ...table?.columnMap },
      anOffice(),
      { isWholeList: false },
    );
    expect(errors).toEqual([]);
    expect(table?.personal).toEqual(['Chủ hồ sơ']);
    expect(JSON.stringify([table?.rows, added])).not.toContain('Nguyễn');
    expect(JSON.stringify(added)).not.toContain('001090123456');
    expect(added).toMatchObject([{ code: 'H44.01-250702-0002', channel: 'online' }]);
  });

  it('resolve after they were received', () => {
    const { errors } = plan('dossiers', [
      ['Mã hồ sơ', 'Ngày nhận', 'Hẹn trả', 'Ngày trả', 'Kênh'],
      ['H44.01-250702-0002', '2/7/2025', '1/7/2025', '30/6/2025', 'chim bồ câu'],
      ['0912345678', '', '', '', ''],
    ]);
    expect(idsIn(errors)).toEqual([
      '2 resolved before-received',
      '2 due before-received',
      '2 channel unknown-channel',
      '3 code not-a-dossier-code',
      '3 received required',
    ]);
  });

  it('are not planned without the columns that tell them', () => {
    const { errors } = planImport('dossiers', [], { code: 0 }, anOffice(), { isWholeList: true });
    expect(idsIn(errors)).toEqual(['null received column-missing']);
  });
});

describe.each(IMPORT_KINDS)('%s', (kind) => {
  it.each(LANGUAGES)('exported in %s and read again are no change', (language) => {
    const current = anOffice();
    const rows = asText(exportTable(kind, current, texts(language))).map((row) =>
      row.map((cell) => (cell === 'null' ? '' : cell)),
    );
    const { added, changed, removed, unchanged, errors } = plan(kind, rows, current, true);
    expect({ added, changed, removed, errors }).toEqual({
      added: [],
      changed: [],
      removed: [],
      errors: [],
    });
    expect(unchanged).toBe(rows.length - 1);
  });
});

it('is taken back by its own revert', () => {
  const current = anOffice();
  const done = plan(
    'dossiers',
    [
      ['Mã hồ sơ', 'Ngày nhận', 'Ngày trả'],
      ['H44.01-250701-0001', '1/7/2025', '3/7/2025'],
      ['H44.01-250702-0002', '2/7/2025', ''],
    ],
    current,
  );
  const { idOf } = IMPORT_RULES.dossiers;
  const after = applyPlan(current.dossiers, done, idOf);
  expect(after).toHaveLength(2);
  expect(after).not.toEqual(current.dossiers);
  expect(applyPlan(after, revertOf(done), idOf)).toEqual(current.dossiers);
});
