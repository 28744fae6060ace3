import { type DossierFigures, type Period, periodBefore, type Settings } from '@motcua/domain';
import {
  type ComparedFigure,
  DOSSIER_FIGURES,
  type DossierFigureId,
  type PeriodReport,
  VISIT_FIGURES,
  type DayFigures,
  type Tally,
  type VisitFigureId,
} from '@motcua/protocol/http';
import { MAX_RELATIVE_ERROR } from '../figures/duration-histogram.ts';
import { compared, DOSSIER_VALUES, VISIT_VALUES } from '../figures/figure-values.ts';
import { hasVisits, periodFigures } from '../figures/period-figures.ts';
import { dossierTable, figureTables } from './figure-tables.ts';
import { heatMap } from './heat-map.ts';
import type { ImportedDossiers, PeriodReportSource } from './period-material.ts';
import { reportNotes } from './report-notes.ts';

/** A period's figures beside those of the period before, from roll-ups and imported figures only. */
export function periodReport(source: PeriodReportSource): PeriodReport {
  const { period, settings, people, dossiers, madeAt } = source;
  const before = periodBefore(period);
  const figures = periodFigures(daysIn(source.days, period));
  const former = periodFigures(daysIn(source.days, before));
  return {
    kind: 'period',
    period,
    before,
    zone: settings.site.zone,
    madeAt,
    error: MAX_RELATIVE_ERROR,
    targets: figures.all.targets,
    figures: visitFigures(figures.all.total, former.all.total),
    tables: figureTables(figures, period, { settings, people }),
    heatMap: heatMap(figures, settings),
    dossiers: dossiers === null ? null : dossierPart(dossiers, settings),
    notes: reportNotes(source, figures, former.days),
  };
}

/** The same for readers who may not see what single clerks did. */
export function withoutClerkTable(report: PeriodReport): PeriodReport {
  return { ...report, tables: report.tables.filter(({ id }) => id !== 'clerks') };
}

function daysIn(days: readonly DayFigures[], { from, to }: Period): readonly DayFigures[] {
  return days.filter(({ day }) => from <= day && day <= to);
}

/** Nothing is compared with a period of which nothing is known. */
function visitFigures(now: Tally, before: Tally): readonly ComparedFigure[] {
  const isKnown = hasVisits(before);
  return (Object.keys(VISIT_FIGURES) as readonly VisitFigureId[]).map((id) => {
    const value = VISIT_VALUES[id];
    return compared(id, value(now), isKnown ? value(before) : null);
  });
}

function dossierPart(
  { figures, before, complaints }: ImportedDossiers,
  settings: Settings,
): PeriodReport['dossiers'] {
  const materialOf = ({ total, online, paper }: DossierFigures, complaints: number | null) => ({
    counts: total,
    online: online.received,
    paper: paper.received,
    complaints,
  });
  const now = materialOf(figures, complaints);
  const former = before === null ? null : materialOf(before, null);
  return {
    at: figures.at,
    figures: (Object.keys(DOSSIER_FIGURES) as readonly DossierFigureId[]).map((id) => {
      const value = DOSSIER_VALUES[id];
      return compared(id, value(now), former === null ? null : value(former));
    }),
    table: dossierTable(figures, settings),
  };
}
