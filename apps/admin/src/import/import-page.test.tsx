// @vitest-environment happy-dom
import { ok, refuse, type Result } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import type { ImportChoice, ImportDone, ImportPreview } from '@motcua/protocol/http';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render, type Rendered } from '@motcua/ui/rendered';
import { aMirror } from '../example-mirror.ts';
import { ImportPage, type ImportPageProps } from './import-page.tsx';

const COUNTS = { added: 1, changed: 1, removed: 0, unchanged: 3 };
const PREVIEW: ImportPreview = {
  ...{ importId: 'import-1', kind: 'services', fileName: 'dịch vụ.xlsx', problem: null },
  titles: ['Tên', 'Ghi chú'],
  columns: [
    { column: 'name', title: 'Tên dịch vụ', index: 0, needed: true },
    { column: 'code', title: 'Mã thủ tục', index: null, needed: false },
  ],
  notes: ['Không dùng các cột: Ghi chú.'],
  counts: COUNTS,
  lines: [
    {
      ...{ what: 'changed', name: 'Sao y' },
      cells: [{ title: 'Hay dùng', before: 'không', after: 'có' }],
    },
    { what: 'added', name: 'Đo đạc', cells: [{ title: 'Tên', before: '', after: 'Đo đạc' }] },
  ],
  errors: [],
  errorCount: 0,
};
const DONE: ImportDone = {
  ...{ importId: 'import-1', kind: 'services', at: T0, personId: null },
  ...{ counts: COUNTS, takesBack: null, takenBack: false },
};

describe('the page of imports', () => {
  let page: Rendered;
  let answer: Result<ImportPreview>;
  let applied: ImportChoice[];
  let sent: string[];
  let imports: ImportDone[];

  const api: ImportPageProps['api'] = {
    imports: async () => ok(imports),
    uploadTable: async (kind, file) => {
      sent.push(`${kind} ${file.name}`);
      return answer;
    },
    previewImport: async (_id, choice) => {
      sent.push(JSON.stringify(choice));
      return answer;
    },
    applyImport: async (_id, choice) => {
      applied.push(choice);
      imports = [DONE];
      return ok({ counts: COUNTS });
    },
    takeBackImport: async (importId) => {
      sent.push(`back ${importId}`);
      return refuse('import-changed-since');
    },
    tableFile: async () => ok(new Blob()),
  };
  const choose = async (file: File) => {
    const input = page.find('input[type=file]');
    if (!(input instanceof HTMLInputElement)) throw new Error('There is no field for a file');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  };
  const open = async (role: 'head' | 'administrator' = 'head') => {
    page = await render(<ImportPage mirror={aMirror()} api={api} me={{ role }} />);
  };

  beforeEach(() => {
    answer = ok(PREVIEW);
    [applied, sent, imports] = [[], [], []];
  });
  afterEach(() => page.unmount());

  it('shows what a file would change, imports it, and offers to take it back', async () => {
    await open();
    expect(page.text()).toContain('Chưa nhập tệp nào.');
    await choose(new File(['x'], 'dịch vụ.xlsx'));
    expect(page.text()).toContain('Hay dùng: không → có');
    expect(page.text()).toContain('Không dùng các cột: Ghi chú.');
    await page.click('Nhập 2 thay đổi');
    expect(applied).toEqual([{ columnMap: null, isWholeList: false }]);
    expect(page.text()).toContain('Đã nhập: thêm 1, đổi 1, bỏ 0.');
    await page.click('Hoàn lại');
    await page.click('Hoàn lại');
    expect(sent).toEqual(['services dịch vụ.xlsx', 'back import-1']);
    expect(page.text('[role=alertdialog]')).toContain('đã được sửa tiếp');
  });

  it('names the columns by hand', async () => {
    await open();
    await choose(new File(['x'], 'a.csv'));
    const field = [...document.querySelectorAll('select')].at(-1);
    if (field === undefined) throw new Error('There is no choice of a column');
    await act(async () => {
      field.value = '1';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(sent.at(-1)).toBe('{"columnMap":{"name":0,"code":1},"isWholeList":false}');
  });

  it('imports nothing while the file has errors', async () => {
    answer = ok({ ...PREVIEW, errors: ['Dòng 4: Trùng với dòng 2.'], errorCount: 3 });
    await open();
    await choose(new File(['x'], 'a.csv'));
    expect(page.text()).toContain('3 lỗi cần sửa trong tệp');
    expect(page.text()).toContain('… và 2 lỗi khác.');
    await page.click('Nhập 2 thay đổi');
    expect(applied).toEqual([]);
  });

  it('says why a file cannot be read, and sends none that is too large', async () => {
    answer = ok({ ...PREVIEW, problem: 'Tệp này không có dòng nào.' });
    await open();
    await choose(new File([''], 'a.csv'));
    expect(page.text()).toContain('Tệp này không có dòng nào.');
    const large = new File(['x'], 'b.csv');
    Object.defineProperty(large, 'size', { value: 200_000_000 });
    await choose(large);
    expect(sent).toEqual(['services a.csv']);
    expect(page.text()).toContain('Chỉ nhận tệp đến 20 MB.');
  });

  it('leaves people to the administrator', async () => {
    await open();
    expect(page.text('fieldset')).not.toContain('Người dùng');
    await page.unmount();
    await open('administrator');
    expect(page.text('fieldset')).toContain('Người dùng');
  });
});
