import type { OpeningHours } from '@motcua/domain';
import { aroundTheClock, kimBoi } from '@motcua/testing';

/** When numbers are issued according to the stored settings; also says when an option no longer had an effect. */
export function hoursSentence(
  hours: OpeningHours,
  { officeHours, isNew }: { readonly officeHours: boolean; readonly isNew: boolean },
): string {
  const inOffice = isSame(hours, kimBoi.site.hours);
  const said = isSame(hours, aroundTheClock(kimBoi).site.hours)
    ? 'Open around the clock, so that you can try it; real hours are set in administration.'
    : inOffice
      ? 'Open in office hours only.'
      : 'Open in the hours that were set in administration.';
  return officeHours && !isNew && !inOffice
    ? `${said} The folder was set up before, so --office-hours changes nothing.`
    : said;
}

function isSame(one: OpeningHours, other: OpeningHours): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
