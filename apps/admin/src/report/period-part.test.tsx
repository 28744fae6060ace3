// @vitest-environment happy-dom
import { type LocalDate, ok, type Period, periodBefore, periodWith } from '@motcua/domain';
import { someSettings, T0 } from '@motcua/domain/builders';
import { periodReport } from '@motcua/reports';
import { act, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render, type Rendered } from '@motcua/ui/rendered';
import { PeriodPart, type PeriodPartProps } from './period-part.tsx';

const TODAY = '2026-11-23' as LocalDate;
const ZONE = 'Asia/Ho_Chi_Minh';

describe('the report of a period', () => {
  let page: Rendered;
  let asked: Period[];

  const api: PeriodPartProps['api'] = {
    periodReport: async (period) => {
      asked.push(period);
      return ok(
        periodReport({
          ...{ period, days: [], people: [], dossiers: null, today: TODAY, madeAt: T0 },
          settings: someSettings(),
          visitsFrom: null,
        }),
      );
    },
    periodFile: async () => ok(new Blob()),
  };
  function Part({ first }: { readonly first: Period }) {
    const [period, setPeriod] = useState(first);
    return <PeriodPart period={period} today={TODAY} zone={ZONE} api={api} onPeriod={setPeriod} />;
  }
  const open = async (first: Period) => {
    page = await render(<Part first={first} />);
    await act(async () => undefined);
  };

  beforeEach(() => {
    asked = [];
  });
  afterEach(() => page.unmount());

  it('is of the period before at one touch, and no later than today', async () => {
    const month = periodWith(TODAY, 'month');
    await open(month);
    expect(page.text()).toContain('BÁO CÁO THÁNG 11 NĂM 2026');
    await page.click('Kỳ sau');
    await page.click('Kỳ trước');
    expect(page.text()).toContain('BÁO CÁO THÁNG 10 NĂM 2026');
    expect(asked).toEqual([month, periodBefore(month)]);
  });

  it('says which figures of Decision 766 are here, and gives no points', async () => {
    await open(periodWith(TODAY, 'month'));
    expect(page.text()).toContain('Bộ chỉ số theo Quyết định 766/QĐ-TTg');
    expect(page.text()).toContain('Thanh toán trực tuyếnKhông có ở đây');
    expect(page.text()).toContain('Đo tại trung tâm');
  });

  it('says what is missing in it, and that it goes on', async () => {
    await open(periodWith(TODAY, 'week'));
    expect(page.text()).toContain('Kỳ này không có số liệu.');
    expect(page.text()).toContain('Kỳ này chưa kết thúc');
  });

  it('asks for nothing while the last day is before the first', async () => {
    await open({ kind: 'range', from: TODAY, to: '2026-11-20' as LocalDate });
    expect(page.text()).toContain('Ngày cuối phải sau ngày đầu.');
    expect(asked).toEqual([]);
    await page.type(page.field('Từ ngày'), '02/11/2026');
    expect(asked).toEqual([{ kind: 'range', from: '2026-11-02', to: '2026-11-20' }]);
  });
});
