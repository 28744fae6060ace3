// @vitest-environment happy-dom
import type { LocalDate, LocalTime } from '@motcua/domain';
import { aSite, TODAY } from '@motcua/domain/builders';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { render, type Rendered } from '@motcua/ui/rendered';
import { DaysList } from './days-list.tsx';
import { checkHours, toHours, toHoursForm, type HoursForm } from './hours-form.ts';

const morning = [{ from: '07:30' as LocalTime, to: '11:30' as LocalTime }];
const hours = {
  week: [morning, morning, morning, morning, morning, [], []],
  closedDays: [
    { date: '2025-09-02' as LocalDate, reason: { vi: 'Quốc khánh' } },
    { date: '2027-01-01' as LocalDate, reason: { vi: 'Tết Dương lịch' } },
  ],
};

describe('the days that are not like others', () => {
  let shown: Rendered | null = null;
  afterEach(async () => shown?.unmount());
  let form: HoursForm = toHoursForm(aSite({ hours }));

  function List() {
    const [mine, setMine] = useState(form);
    form = mine;
    return (
      <DaysList
        form={mine}
        today={TODAY}
        check={checkHours}
        onChange={(part) => setMine({ ...mine, ...part })}
      />
    );
  }

  it('stand in a line each, year by year, and what is over is folded', async () => {
    shown = await render(<List />);
    const years = [...document.querySelectorAll('details')];
    expect(years.map(({ open }) => open)).toEqual([false, true]);
    expect(years[1]?.textContent).toContain('01/01/2027Thứ SáuTết Dương lịch');
  });

  it('take a Saturday that is worked in lieu, with the hours of Monday, and refuse a day twice', async () => {
    shown = await render(<List />);
    await shown.click('Thêm ngày làm bù');
    await shown.type(shown.field('Ngày'), '1/1/2027');
    await shown.click('Xong');
    expect(shown.text()).toContain('Ngày này đã có trong danh sách.');
    await shown.type(shown.field('Ngày'), '9/1/2027');
    await shown.click('Xong');
    expect(toHours(form).specialDays).toMatchObject([
      { date: '2027-01-09', spans: morning, reason: { vi: 'Làm bù' } },
    ]);
    expect(toHoursForm(aSite({ hours: toHours(form) })).specialDays).toHaveLength(1);
    expect(shown.text()).toContain('09/01/2027Thứ BảyLàm bù07:30–11:30');
  });

  it('take the holidays of a year at one touch, with the days off in lieu, and none twice', async () => {
    shown = await render(<List />);
    await shown.click('Thêm ngày lễ năm 2027');
    const dates = toHours(form).closedDays.map(({ date }) => String(date));
    // Tết of 2027, the Hùng Kings, and the Monday after a Saturday that is a holiday.
    expect(dates).toEqual(expect.arrayContaining(['2027-02-06', '2027-04-16', '2027-05-03']));
    expect(dates.filter((date) => date === '2027-01-01')).toHaveLength(1);
    expect(new Set(dates).size).toBe(dates.length);
  });
});
