import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate, LocalTime } from '../ids.ts';
import { issuingAt } from './issuing-hours.ts';
import { createZoneClock } from '../clock/zone-clock.ts';

const clock = createZoneClock('Asia/Ho_Chi_Minh');
const span = (from: string, to: string) => ({ from: from as LocalTime, to: to as LocalTime });
const OFFICE = [span('07:30', '11:30'), span('13:30', '17:00')];
const HOLIDAY = { vi: 'Nghỉ lễ' };
const hours = {
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  closedDays: [{ date: '2026-11-26' as LocalDate, reason: HOLIDAY }],
};
const local = (text: string) => Date.parse(`${text}:00+07:00`) as Instant;
const issuing = (at: string, lastTicketMinutes = 0) =>
  issuingAt({ hours, lastTicketMinutes }, local(at), clock);
const closed = (why: string, opensAt: string, opensOn: string, reason: object | null = null) => ({
  ...{ open: false, why, opensAt: local(opensAt), opensOn, reason },
});

describe('when numbers are given', () => {
  // The week of the tests begins on Monday 2026-11-23; its Thursday is a holiday.
  it.each([
    ['before the doors open', '2026-11-23T07:29', closed('closed', '2026-11-23T07:30', 'today')],
    ['in the morning', '2026-11-23T07:30', { open: true }],
    ['at noon', '2026-11-23T12:00', closed('break', '2026-11-23T13:30', 'today')],
    ['in the evening', '2026-11-23T17:00', closed('closed', '2026-11-24T07:30', 'tomorrow')],
    ['after midnight', '2026-11-24T00:10', closed('closed', '2026-11-24T07:30', 'today')],
    ['on the eve of a holiday', '2026-11-25T18:00', closed('closed', '2026-11-27T07:30', 'later')],
    ['at a weekend', '2026-11-28T09:00', closed('closed', '2026-11-30T07:30', 'later')],
    ['on a holiday', '2026-11-26T12:00', closed('closed', '2026-11-27T07:30', 'tomorrow', HOLIDAY)],
  ])('says %s what the room must know', (_when, at, expected) => {
    expect(issuing(at)).toEqual(expected);
  });

  it('ends before the closing, and names the opening after it', () => {
    expect(issuing('2026-11-23T16:44', 15)).toEqual({ open: true });
    const tomorrow = closed('numbers-ended', '2026-11-24T07:30', 'tomorrow');
    expect(issuing('2026-11-23T16:45', 15)).toEqual(tomorrow);
    const afterNoon = closed('numbers-ended', '2026-11-23T13:30', 'today');
    expect(issuing('2026-11-23T11:20', 15)).toEqual(afterNoon);
  });

  it('names no day where the centre never opens', () => {
    const never = { week: [], closedDays: [] };
    const { open, ...rest } = issuingAt(
      { hours: never, lastTicketMinutes: 0 },
      local('2026-11-23T09:00'),
      clock,
    );
    expect({ open, ...rest }).toMatchObject({ open: false, opensAt: null, opensOn: null });
  });
});
