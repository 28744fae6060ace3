import { minutesAfterT0, TODAY } from '@motcua/domain/builders';
import type { CounterId, PersonId } from '@motcua/domain';
import { LANGUAGES } from '@motcua/i18n';
import { dayReport } from '@motcua/reports';
import { writeDayReportPdf } from '@motcua/reports/writers';
import { aroundTheClock, kimBoi } from '@motcua/testing/kim-boi';
import { describe, expect, it } from 'vitest';
import { JournalWriter } from '../../../packages/reports/test/journal-writer.ts';
import { pageText } from './page-text.ts';

/** A centre that is always open, with one visitor who was called after two seconds. */
const settings = aroundTheClock(kimBoi);
const journal = new JournalWriter();
const visitor = journal.issue(minutesAfterT0(0));
const counterId = 'counter-2' as CounterId;
const clerkId = 'clerk-1' as PersonId;
journal.act(visitor, { type: 'call', counterId, clerkId }, minutesAfterT0(1 / 30));
journal.act(visitor, { type: 'start-service' }, minutesAfterT0(1));
journal.act(visitor, { type: 'finish', nextServiceId: null }, minutesAfterT0(6));
const report = dayReport({
  ...{ day: TODAY, zone: settings.site.zone, settings, bookings: [] },
  changes: journal.changes,
  madeAt: minutesAfterT0(60),
});

describe.each(LANGUAGES)('the report of a day around the clock in %s', (language) => {
  it('labels every other hour, and shows no waiting time of zero', async () => {
    const { text } = await pageText(
      await writeDayReportPdf(report, { language, site: settings.site }),
    );
    expect(text.split('\n')).toContain('0  2  4  6  8  10  12  14  16  18  20  22');
    expect(text).toMatch(/ < 1 {2}\S+ \(/);
    expect(text).not.toMatch(/ 0[.,]0 /);
  });
});
