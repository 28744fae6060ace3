import { readFileSync } from 'node:fs';
import type { LocalDate, PersonRole } from '@motcua/domain';
import { verifyDatabase } from '@motcua/hub';
import type { ImportDone, ImportPreview, PeriodReport } from '@motcua/protocol/http';
import { toXlsx } from '@motcua/tables/files';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHttpHub, type HttpHub } from '../builders.ts';

describe('tables from other programs', () => {
  let site: HttpHub;
  const cookies = new Map<PersonRole, { cookie: string }>();

  beforeAll(async () => {
    site = await aHttpHub();
    for (const role of ['head', 'administrator'] as const)
      cookies.set(role, (await site.signedIn(role)).headers);
  });
  afterAll(() => site.close());

  const send = async (
    method: 'GET' | 'POST',
    url: string,
    body?: object,
    by: PersonRole = 'head',
  ) => {
    const isFile = body instanceof Uint8Array;
    const response = await site.app.inject({
      method,
      url,
      headers: {
        ...cookies.get(by),
        ...(isFile && { 'content-type': 'application/octet-stream' }),
      },
      ...(body !== undefined && { payload: isFile ? Buffer.from(body) : body }),
    });
    return { status: response.statusCode, json: <T = unknown>() => response.json<T>(), response };
  };
  const upload = async (kind: string, file: Uint8Array | string, by: PersonRole = 'head') =>
    (
      await send(
        'POST',
        `/api/imports?kind=${kind}&language=vi&fileName=bang.csv`,
        typeof file === 'string' ? new TextEncoder().encode(file) : file,
        by,
      )
    ).json<ImportPreview>();
  const AS_FOUND = { columnMap: null, isWholeList: false };
  const apply = (importId: string, choice: object = AS_FOUND, by: PersonRole = 'head') =>
    send('POST', `/api/imports/${importId}/apply`, choice, by);
  const last = async () => {
    const { imports } = (await send('GET', '/api/imports')).json<{ imports: ImportDone[] }>();
    return imports[0]?.importId ?? '';
  };
  const takeBack = async (by: PersonRole = 'head') =>
    send('POST', `/api/imports/${await last()}/take-back`, undefined, by);

  const DOSSIERS = [
    'Danh sách hồ sơ;;;;;',
    'Mã hồ sơ;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Hình thức nộp hồ sơ',
    'H44.01-250701-0001;Nguyễn Văn A;01/07/2025;04/07/2025;03/07/2025;Trực tuyến',
    'H44.01-250702-0002;Nguyễn Văn B;02/07/2025;04/07/2025;04/07/2025;Trực tuyến',
    'H44.01-250703-0003;Nguyễn Văn C;03/07/2025;04/07/2025;07/07/2025;Trực tiếp',
    'H44.01-250704-0004;Nguyễn Văn D;04/07/2025;30/07/2025;;Trực tuyến',
  ].join('\n');

  it('show what a file of dossiers would do, and keep nothing of the applicants', async () => {
    const shown = await upload('dossiers', DOSSIERS);
    expect(shown).toMatchObject({
      problem: null,
      counts: { added: 4, changed: 0, removed: 0, unchanged: 0 },
      errorCount: 0,
      notes: ['Không giữ thông tin cá nhân. Đã bỏ các cột: Chủ hồ sơ.'],
    });
    expect(JSON.stringify(shown.lines)).not.toContain('Nguyễn');

    expect((await apply(shown.importId)).json()).toEqual({
      counts: { added: 4, changed: 0, removed: 0 },
    });
    expect(site.hub.store.imported.dossiers()).toHaveLength(4);
    expect(verifyDatabase(site.hub.store.db).differences).toEqual([]);
    expect((await apply(shown.importId)).json()).toMatchObject({ code: 'import-not-found' });
  });

  it('give the dossier part of a month’s report', async () => {
    const { json } = await send('GET', '/api/reports/period?period=2025-07');
    const figures = json<PeriodReport>().dossiers?.figures ?? [];
    const values = Object.fromEntries(figures.map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({
      'dossiers-received': 4,
      'dossiers-online': 3,
      'dossiers-paper': 1,
      'dossiers-early': 1,
      'dossiers-on-time': 1,
      'dossiers-late': 1,
      'dossiers-within-term': 0,
      'dossiers-overdue': 1,
    });
  });

  it('change what the next file says, and take that back', async () => {
    const later = DOSSIERS.replace(';30/07/2025;;', ';30/07/2025;29/07/2025;');
    const shown = await upload('dossiers', later);
    expect(shown.counts).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 3 });
    await apply(shown.importId);
    const resolved = () =>
      site.hub.store.imported.dossiers().find(({ code }) => code.endsWith('0004'))?.resolved;
    expect(resolved()).toEqual({ day: '2025-07-29', time: null });
    expect((await takeBack()).json()).toEqual({ counts: { added: 0, changed: 1, removed: 0 } });
    expect(resolved()).toBeNull();
    expect((await takeBack()).json()).toMatchObject({ code: 'import-not-found' });
    expect(verifyDatabase(site.hub.store.db).differences).toEqual([]);
  });

  it('say each error with its row and column, and then import nothing', async () => {
    const before = site.hub.state.seq;
    const shown = await upload(
      'dossiers',
      DOSSIERS.replace('02/07/2025', '31/02/2025').replace('H44.01-250703-0003', 'không có'),
    );
    expect(shown.errors).toEqual([
      'Dòng 4, cột “Ngày tiếp nhận hồ sơ”: “31/02/2025” không phải là ngày. Xin viết như 23/11/2026 hoặc 2026-11-23.',
      'Dòng 5, cột “Mã hồ sơ”: “không có” không phải là mã hồ sơ.',
    ]);
    expect((await apply(shown.importId)).json()).toMatchObject({ code: 'import-has-errors' });
    expect(site.hub.state.seq).toBe(before);
  });

  it('take columns as a person names them', async () => {
    const shown = await upload('holidays', 'Khi nào;Vì sao\n24/12/2026;Đại hội xã\n');
    expect(shown.titles).toEqual(['Khi nào', 'Vì sao']);
    expect(shown.errors).toEqual(['Không thấy cột “Ngày”. Xin chọn cột trong tệp.']);
    const choice = { columnMap: { date: 0, reason: 1 }, isWholeList: false };
    const again = await send('POST', `/api/imports/${shown.importId}/preview?language=vi`, choice);
    expect(again.json()).toMatchObject({ counts: { added: 1 }, errorCount: 0 });
    await apply(shown.importId, choice);
    const closed = () => site.hub.state.settings.site.hours.closedDays;
    expect(closed()).toContainEqual({
      date: '2026-12-24' as LocalDate,
      reason: { vi: 'Đại hội xã' },
    });
    await takeBack();
    expect(closed().map(({ date }) => date)).not.toContain('2026-12-24');
  });

  it('lock out whom a list of all people leaves out, and let them in again', async () => {
    const { person } = await site.signedIn('guide', 'mai');
    expect(await upload('people', 'x', 'head')).toMatchObject({ code: 'role-not-allowed' });
    const rows = [...site.hub.state.people.values()]
      .filter(({ login }) => login !== 'mai')
      .map(({ login, name, role }) => `${login};${name};${role}`);
    const file = ['Tên đăng nhập;Họ và tên;Vai trò', ...rows, 'lan.moi;Lò Thị Lan;clerk'];
    const shown = await upload('people', file.join('\r\n'), 'administrator');
    const whole = { columnMap: null, isWholeList: true };
    const url = `/api/imports/${shown.importId}/preview?language=vi`;
    expect((await send('POST', url, whole, 'administrator')).json()).toMatchObject({
      errors: [],
      counts: { added: 1, removed: 1 },
    });
    await apply(shown.importId, whole, 'administrator');
    expect(site.hub.state.people.get(person.id)?.active).toBe(false);
    expect(site.signedOut).toContain(person.id);
    expect((await takeBack('head')).json()).toMatchObject({ code: 'role-not-allowed' });
    await takeBack('administrator');
    expect(site.hub.state.people.get(person.id)?.active).toBe(true);
    const lan = [...site.hub.state.people.values()].find(({ login }) => login === 'lan.moi');
    expect(lan?.active).toBe(false);
  });

  it('are not written over what changed since the preview', async () => {
    const shown = await upload('dossiers', DOSSIERS.replaceAll('H44.01-2507', 'H44.01-2506'));
    const { seq } = site.hub.state;
    const stale = await site.hub.execute(
      {
        commandId: 'stale' as never,
        type: 'import-table',
        importId: 'stale',
        kind: 'dossiers',
        seq: seq - 5,
        counts: { added: 0, changed: 0, removed: 0 },
        facts: [],
        takesBack: null,
      },
      {
        deviceId: null,
        deviceRole: null,
        personId: 'x' as never,
        personRole: 'head',
      },
    );
    expect(stale).toMatchObject({ refusal: { code: 'import-outdated' } });
    expect(site.hub.state.seq).toBe(seq);
    expect(shown.problem).toBeNull();
  });

  it('come back from an export as no change, and formulas stay text', async () => {
    const added = await upload('holidays', 'Ngày;Lý do\n25/12/2026;"=HYPERLINK(""x"")"\n');
    await apply(added.importId);
    for (const format of ['csv', 'xlsx']) {
      const { response } = await send('GET', `/api/tables/holidays.${format}?language=vi`);
      expect(response.headers['content-disposition']).toBe(
        `attachment; filename="motcua-holidays-vi.${format}"`,
      );
      if (format === 'csv') expect(response.body).toContain(`"'=HYPERLINK(""x"")"`);
      const shown = await upload('holidays', new Uint8Array(response.rawPayload));
      expect(shown.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    }
    const titles = (await send('GET', '/api/tables/services.csv?language=en&only=titles')).response;
    expect(titles.body.trim().split('\r\n')).toHaveLength(1);
  });

  it('refuse a file that is none, and one that is too large without reading it', async () => {
    const program = readFileSync(process.execPath).subarray(0, 5_000);
    expect((await upload('services', program)).problem).toContain('.xlsx');
    const large = await site.app.inject({
      method: 'POST',
      url: '/api/imports?kind=services&fileName=x',
      headers: {
        ...cookies.get('head'),
        'content-type': 'application/octet-stream',
        'content-length': '200000000',
      },
      payload: Buffer.alloc(10),
    });
    expect(large.statusCode).toBe(413);
    expect(large.json()).toEqual({ code: 'file-too-large', detail: { megabytes: '20' } });
    const secret = await send('POST', '/api/sign-in', new Uint8Array(100_000));
    expect(secret.status).toBe(413);
  });

  it('take 5,000 rows of a workbook at once', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [
      `H44.02-250${(at % 9) + 1}15-${String(at).padStart(4, '0')}`,
      { day: `2025-0${(at % 9) + 1}-15` as LocalDate },
      'Trực tuyến',
    ]);
    const file = await toXlsx([
      { name: 'x', rows: [['Mã hồ sơ', 'Ngày tiếp nhận', 'Hình thức nộp'], ...rows] },
    ]);
    const shown = await upload('dossiers', file);
    expect(shown.counts).toMatchObject({ added: 5_000 });
    expect(shown.lines.length).toBeLessThan(500);
    await apply(shown.importId);
    expect(site.hub.store.imported.dossiers().length).toBeGreaterThan(5_000);
    expect((await takeBack()).json()).toMatchObject({ counts: { removed: 5_000 } });
    expect(verifyDatabase(site.hub.store.db).differences).toEqual([]);
  }, 60_000);
});
