import type { LocalDate } from '@motcua/domain';

export const DOSSIER_CHANNELS = ['online', 'in-person', 'post'] as const;
export type DossierChannel = (typeof DOSSIER_CHANNELS)[number];

/** What the provincial system says of one application; nothing of the applicant. */
export interface Dossier {
  readonly code: string;
  readonly procedure: string;
  readonly procedureCode: string | null;
  readonly field: string | null;
  /** Null: the file does not say. */
  readonly channel: DossierChannel | null;
  readonly receivedOn: LocalDate;
  /** Null: without a term. */
  readonly dueOn: LocalDate | null;
  /** Null: pending. */
  readonly resolvedOn: LocalDate | null;
}
