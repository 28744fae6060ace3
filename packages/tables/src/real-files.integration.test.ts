import { texts } from '@motcua/i18n';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type {
  ImportKind,
  LocalDate,
  LocalText,
  PersonId,
  QueueId,
  ServiceId,
} from '@motcua/domain';
import { aService } from '@motcua/domain/builders';
import { aWorkbook, aZip } from '../test/a-workbook.ts';
import { anOffice } from '../test/an-office.ts';
import { readTableFile } from './files/read-file.ts';
import { toXlsx } from './files/write-xlsx.ts';
import { exportTable, findTable, type ImportCurrent, planImport, toCsv } from './index.ts';
import { FILE_LIMITS, toSheet } from './table.ts';

/** What a file would do, from its bytes on. */
async function planOf<K extends ImportKind>(
  kind: K,
  bytes: Uint8Array<ArrayBuffer>,
  current: ImportCurrent,
) {
  const read = await readTableFile(bytes);
  if (!read.ok) throw new Error(read.code);
  const table = findTable(kind, read.sheets);
  if (table === null) throw new Error('no table');
  return planImport(kind, table.rows, table.columnMap, current, { isWholeList: true });
}

const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${value.normalize('NFD')}</t></is></c>`;

it('reads the province’s list of 5,000 dossiers', async () => {
  const head = [
    `<row r="1">${text('A1', 'DANH SÁCH HỒ SƠ THÁNG 7')}</row>`,
    `<row r="3">${text('A3', 'STT')}${text('B3', 'Mã hồ sơ')}${text('C3', 'Chủ hồ sơ')}${text('D3', 'Thời gian')}${text('G3', 'Hình thức nộp hồ sơ')}</row>`,
    `<row r="4">${text('D4', 'Ngày tiếp nhận')}${text('E4', 'Ngày hẹn trả')}${text('F4', 'Ngày trả kết quả')}</row>`,
    `<row r="5">${['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((letter, at) => text(`${letter}5`, `(${at + 1})`)).join('')}</row>`,
  ];
  const rows = Array.from({ length: 5000 }, (_, at) => {
    const row = 6 + at + Math.floor(at / 100);
    const code = `H44.01-2507${String((at % 28) + 1).padStart(2, '0')}-${String(at).padStart(4, '0')}`;
    const day = (at % 28) + 1;
    return `<row r="${row}"><c r="A${row}"><f>ROW()</f><v>${at + 1}</v></c>${text(`B${row}`, ` ${code} `)}${text(`C${row}`, 'Nguyễn Văn A')}<c r="D${row}" s="1"><v>${45838 + day}.5</v></c>${text(`E${row}`, `${day}/8/2025`)}${at % 3 === 0 ? '' : text(`F${row}`, `2025-07-${String(day).padStart(2, '0')} 16:00`)}${text(`G${row}`, at % 50 === 0 ? 'Trực tiếp' : 'Trực tuyến')}</row>`;
  });
  const bytes = aZip(aWorkbook({ 'Tháng 7': [...head, ...rows] }));
  const { added, errors } = await planOf('dossiers', bytes, anOffice({ dossiers: [] }));
  expect(errors).toEqual([]);
  expect(added).toHaveLength(5000);
  expect(added[1]).toEqual({
    code: 'H44.01-250702-0001',
    procedure: '',
    procedureCode: null,
    field: null,
    channel: 'online',
    received: { day: '2025-07-02', time: '12:00' },
    due: { day: '2025-08-02', time: null },
    resolved: { day: '2025-07-02', time: '16:00' },
  });
  expect(added.filter(({ channel }) => channel === 'in-person')).toHaveLength(100);
  expect(JSON.stringify(added)).not.toContain('Nguyễn');
});

const line = fc
  .string({ unit: fc.constantFrom(...'=+@-\'";,•. ạĐ1a'), minLength: 1, maxLength: 12 })
  .map((each) => `${each}x`.trim().replaceAll(/\s+/g, ' '));
const localText: fc.Arbitrary<LocalText> = fc.oneof(
  fc.record({ vi: line }),
  fc.record({ vi: line, en: line }),
  fc.record({ vi: line, en: line, de: line }),
);
const offices = fc
  .record({
    services: fc.array(
      fc.record({
        name: localText,
        papers: fc.array(localText, { maxLength: 3 }),
        code: fc.option(line),
        usual: fc.boolean(),
        active: fc.boolean(),
        order: fc.nat(9999),
        queueId: fc.constantFrom<QueueId>(
          'civil' as QueueId,
          'cert' as QueueId,
          'cert-2' as QueueId,
        ),
      }),
      { maxLength: 5 },
    ),
    names: fc.array(line, { maxLength: 4 }),
    reasons: fc.array(localText, { maxLength: 9 }),
  })
  .map(({ services, names, reasons }): ImportCurrent => {
    const office = anOffice();
    const { settings } = office.use;
    const closedDays = reasons.map((reason, at) => ({
      date: `2026-12-0${at + 1}` as LocalDate,
      reason,
    }));
    return {
      ...office,
      use: {
        ...office.use,
        settings: {
          ...settings,
          site: { ...settings.site, hours: { ...settings.site.hours, closedDays } },
          services: [
            ...settings.services,
            ...services.map((each, at) => aService({ ...each, id: `s${at}` as ServiceId })),
          ],
        },
      },
      people: [
        ...office.people,
        ...names.map((name, at) => ({
          id: `p${at}` as PersonId,
          name,
          login: `p${at}.x`,
          role: 'guide' as const,
          active: at % 2 === 0,
          skills: at % 2 === 0 ? null : ['cert-2' as QueueId],
        })),
      ],
    };
  });

it('reads every export as no change', async () => {
  await fc.assert(
    fc.asyncProperty(
      offices,
      fc.constantFrom('services', 'people', 'holidays'),
      fc.constantFrom('vi', 'en', 'de'),
      fc.constantFrom<'xlsx' | ';' | ','>('xlsx', ';', ','),
      async (office, kind, language, format) => {
        const rows = exportTable(kind, office, texts(language));
        const bytes =
          format === 'xlsx'
            ? await toXlsx([{ name: 'x', rows }])
            : new TextEncoder().encode(toCsv(rows, format));
        const { added, changed, removed, unchanged, errors } = await planOf(kind, bytes, office);
        expect({ added, changed, removed, errors }).toEqual({
          added: [],
          changed: [],
          removed: [],
          errors: [],
        });
        expect(unchanged).toBe(rows.length - 1);
      },
    ),
  );
});

it('compares the largest file with as many dossiers as it has', () => {
  const rows = Array.from({ length: FILE_LIMITS.rows }, (_, at) => [
    `H44.01-2507${String((at % 28) + 1).padStart(2, '0')}-${String(at).padStart(5, '0')}`,
    '2025-07-01',
  ]);
  const table = findTable('dossiers', [toSheet('', [['Mã hồ sơ', 'Ngày tiếp nhận'], ...rows])]);
  if (table === null) throw new Error('no table');
  const planBeside = (current: ImportCurrent) =>
    planImport('dossiers', table.rows, table.columnMap, current, { isWholeList: true });
  const first = planBeside(anOffice({ dossiers: [] }));
  const again = planBeside(anOffice({ dossiers: first.added }));
  expect(first.added).toHaveLength(rows.length);
  expect(again).toMatchObject({ unchanged: rows.length, changed: [], removed: [], errors: [] });
});
