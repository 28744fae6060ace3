import { aroundTheClock, kimBoi } from '@motcua/testing';
import { describe, expect, it } from 'vitest';
import { hoursSentence } from './hours-sentence.ts';

const always = aroundTheClock(kimBoi).site.hours;
const office = kimBoi.site.hours;
const own = { ...office, week: office.week.slice(1) };
const CLOCK =
  'Open around the clock, so that you can try it; real hours are set in administration.';
const OWN = 'Open in the hours that were set in administration.';
const TOO_LATE = 'The folder was set up before, so --office-hours changes nothing.';

describe('the opening hours in the output of npm start', () => {
  it.each([
    ['a new centre', always, false, true, CLOCK],
    ['a new centre in office hours', office, true, true, 'Open in office hours only.'],
    ['a second start in office hours', office, false, false, 'Open in office hours only.'],
    ['the option once more', office, true, false, 'Open in office hours only.'],
    ['the option too late', always, true, false, `${CLOCK} ${TOO_LATE}`],
    ['hours set by a person', own, false, false, OWN],
    ['hours set by a person and the option', own, true, false, `${OWN} ${TOO_LATE}`],
  ])('are the stored ones, for %s', (_, hours, officeHours, isNew, sentence) => {
    expect(hoursSentence(hours, { officeHours, isNew })).toBe(sentence);
  });
});
