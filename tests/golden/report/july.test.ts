import { type Instant, parsePeriod, type Period } from '@motcua/domain';
import { LANGUAGES } from '@motcua/i18n';
import type { PeriodReport } from '@motcua/protocol/http';
import { writePeriodReportCsv, writePeriodReportPdf } from '@motcua/reports/writers';
import { beforeAll, describe, expect, it } from 'vitest';
import { JULY } from '../../../apps/hub/src/demo/july-dossiers.ts';
import { type LivedMonth, liveJuly } from '../../../apps/hub/src/demo/fill-july.ts';
import { makePeriodReport } from '../../../apps/hub/src/reads/period-report.ts';
import { expectGoldenText } from '../golden-file.ts';
import { pageText } from './page-text.ts';

function month(): Period {
  const parsed = parsePeriod('2025-07');
  if (!parsed.ok) throw new RangeError(parsed.refusal.code);
  return parsed.value;
}

let july: LivedMonth;
let report: PeriodReport;
beforeAll(async () => {
  july = await liveJuly(':memory:');
  const now = () => Date.UTC(2025, 7, 1, 1) as Instant;
  const { store, state } = july.hub;
  report = makePeriodReport({ store, state, now }, month(), JULY.complaints);
  return () => july.hub.close();
}, 120_000);

const valueOf = (wanted: string) =>
  [...report.figures, ...(report.dossiers?.figures ?? [])].find(({ id }) => id === wanted)?.value;

describe('July 2025 of Kim Bôi', () => {
  it('has 705 dossiers, 692 online and 13 in person, the others within their term, no complaint', () => {
    expect(
      [
        ...['dossiers-received', 'dossiers-online', 'dossiers-paper', 'dossiers-within-term'],
        ...['dossiers-overdue', 'dossiers-in-term-of-resolved', 'complaints'],
      ].map(valueOf),
    ).toEqual([705, 692, 13, 275, 0, 1, 0]);
    expect(valueOf('dossiers-in-term-of-all')).toBeCloseTo(0.61, 3);
  });

  it('has visits on each working day, all of them finished', () => {
    expect(report.tables.find(({ id }) => id === 'days')?.rows).toHaveLength(23);
    expect(valueOf('open')).toBe(0);
  });

  it('has the same figures, and the same file of dossiers, as before', () => {
    expectGoldenText('report/july/figures.json', `${JSON.stringify(report, null, 2)}\n`);
    expectGoldenText('report/july/dossiers.csv', july.dossierFile);
  });

  it.each(LANGUAGES)('reads the same in %s as before', async (language) => {
    const options = { language, site: july.hub.state.settings.site };
    expectGoldenText(`report/july/${language}.csv`, writePeriodReportCsv(report, options));
    const { text } = await pageText(await writePeriodReportPdf(report, options));
    expectGoldenText(`report/july/${language}.page.txt`, text);
    // No name is cut.
    expect(text).not.toContain('…');
  });
});
