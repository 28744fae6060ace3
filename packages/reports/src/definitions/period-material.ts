import type { DossierFigures, Instant, LocalDate, Period, Person, Settings } from '@motcua/domain';
import type { DayFigures } from '@motcua/protocol/http';

/** Imported figures; the provincial system has the dossiers. */
export interface ImportedDossiers {
  readonly figures: DossierFigures;
  /** Of the period before; null: not imported. */
  readonly before: DossierFigures | null;
  /** Complaints and petitions, as the centre counts them; null: not given. */
  readonly complaints: number | null;
}

export interface PeriodReportSource {
  readonly period: Period;
  /** Days outside of the period and the one before are ignored. Without clerks there is no table of them. */
  readonly days: readonly DayFigures[];
  /** For names and opening hours, as they are now. */
  readonly settings: Settings;
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
  readonly dossiers: ImportedDossiers | null;
  readonly today: LocalDate;
  readonly madeAt: Instant;
  /** The first day of which the journal still has single visits; null: it has all. */
  readonly visitsFrom: LocalDate | null;
}
