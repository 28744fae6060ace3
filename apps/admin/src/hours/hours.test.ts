import type { LocalDate, LocalTime, OpeningHours } from '@motcua/domain';
import { aSite, minutesAfterT0, T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import {
  checkHours,
  nextSpan,
  toHours,
  toHoursForm,
  withMondayOnWorkingDays,
  type HoursForm,
} from './hours-form.ts';
import { hoursSentence } from './hours-sentence.ts';
import { tidyTime } from './typed-time.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const span = (from: string, to: string) => ({ from: from as LocalTime, to: to as LocalTime });
const DAY = [span('07:30', '11:30'), span('13:30', '17:00')];
const hours: OpeningHours = {
  week: [DAY, DAY, DAY, DAY, DAY, [], []],
  closedDays: [{ date: '2026-11-24' as LocalDate, reason: { vi: 'Mất điện', en: 'Power cut' } }],
};
const form = toHoursForm(aSite({ hours }));
const rows = (...spans: readonly (readonly [string, string])[]): HoursForm => ({
  ...form,
  week: [spans.map(([from, to], row) => ({ id: `0.${row}`, from, to })), [], [], [], [], [], []],
});

describe('tidyTime', () => {
  it.each([
    ['7', '07:00'],
    ['730', '07:30'],
    ['7h30', '07:30'],
    ['7:30', '07:30'],
    ['13g30', '13:30'],
    ['17h', '17:00'],
    ['1330', '13:30'],
    ['24:00', '24:00'],
    ['7h5', '7h5'],
    ['sáng', 'sáng'],
    ['', ''],
  ])('reads %j as %j', (typed, time) => {
    expect(tidyTime(typed)).toBe(time);
  });
});

describe('opening hours', () => {
  it('are unchanged by their form', () => {
    expect(toHours(form)).toEqual(hours);
    expect(checkHours(form)).toEqual({});
  });

  it.each([
    [rows(['7h30', 'x']), { 'span-0.0': { key: 'admin.hours-malformed-time' } }],
    [rows(['11:30', '7:30']), { 'span-0.0': { key: 'admin.hours-ends-before-it-begins' } }],
    [rows(['7:30', '12:00'], ['11:00', '17:00']), { 'span-0.1': { key: 'admin.hours-overlaps' } }],
    [
      rows(['13:00', '17:00'], ['7:00', '11:00']),
      { 'span-0.1': { key: 'admin.hours-out-of-order' } },
    ],
    [{ ...form, zone: 'Asia/Kim_Boi' }, { zone: { key: 'admin.problem-zone' } }],
  ])('name the row in which something is wrong (%#)', (wrong, problems) => {
    expect(checkHours(wrong)).toEqual(problems);
  });

  it('name a day that is closed twice, and one without a reason', () => {
    const twice = {
      ...form,
      closedDays: [
        { id: 'a', date: '2027-02-05', reason: { vi: 'Tết' } },
        { id: 'b', date: '2027-02-05', reason: { vi: 'Tết' } },
        { id: 'c', date: '2027-02-06', reason: { vi: '' } },
        { id: 'd', date: '2027-02-31', reason: { vi: 'Tết' } },
      ],
    };
    expect(checkHours(twice)).toEqual({
      'day-b': { key: 'admin.hours-date-twice' },
      'reason-c': { key: 'admin.problem-vietnamese' },
      'day-d': { key: 'admin.hours-malformed-date' },
    });
  });

  it('copy Monday to the working days and leave the weekend alone', () => {
    const week = toHours(withMondayOnWorkingDays(rows(['8:00', '12:00']))).week;
    expect(week.map((spans) => spans.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('propose a morning and then an afternoon', () => {
    expect(nextSpan([], 'n')).toMatchObject({ from: '07:30', to: '11:30' });
    expect(nextSpan([{ id: 'a', from: '07:30', to: '11:30' }], 'n')).toMatchObject({ to: '17:00' });
  });
});

describe('hoursSentence', () => {
  const at = (minutes: number) => hoursSentence(hours, ZONE, minutesAfterT0(minutes), 'vi');

  it('names the last closing of the day, whatever the breaks', () => {
    expect(at(0)).toEqual({ key: 'admin.hours-open-until', params: { time: '17:00' } });
    expect(at(6 * 60)).toEqual({ key: 'admin.hours-open-until', params: { time: '17:00' } });
  });

  it('names in a break when it goes on', () => {
    expect(at(4 * 60)).toEqual({
      key: 'admin.hours-opens-today',
      params: { time: '13:30', until: '17:00' },
    });
  });

  it('names in the evening the next day that is open', () => {
    expect(at(10 * 60)).toEqual({
      key: 'admin.hours-opens-later',
      params: { day: 'Thứ Tư, 25/11/2026', time: '07:30' },
    });
  });

  it('names the reason of a closed day', () => {
    expect(at(24 * 60)).toMatchObject({
      key: 'admin.hours-closed-because',
      params: { reason: 'Mất điện' },
    });
  });

  it('reports a centre that never opens, and an invalid zone', () => {
    expect(hoursSentence({ week: [], closedDays: [] }, ZONE, T0, 'vi').key).toBe(
      'admin.hours-never-open',
    );
    expect(hoursSentence(hours, 'nowhere', T0, 'vi').key).toBe('admin.problem-zone');
  });

  it('ends a day that goes to midnight at 24:00', () => {
    const late: OpeningHours = {
      week: [[span('07:00', '24:00')], [], [], [], [], [], []],
      closedDays: [],
    };
    expect(hoursSentence(late, ZONE, T0, 'vi').params).toEqual({ time: '24:00' });
  });
});
