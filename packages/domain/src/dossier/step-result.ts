/**
 * What a clerk did for a visitor in one step. Filing online with help counts apart from papers that were received,
 * because most online dossiers of a commune are filed in its centre.
 */
export const STEP_RESULTS = [
  'received',
  'sent-back',
  'handed-over',
  'advised',
  'helped-online',
] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

/** Whether counters record results; absent in settings: they may. */
export const RESULT_RULES = ['off', 'optional'] as const;
export type ResultRule = (typeof RESULT_RULES)[number];
export const USUAL_RESULT_RULE: ResultRule = 'optional';

/** What a clerk recorded of one step that was served. */
export interface RecordedResult {
  /** Which step of the visit: how many services were behind the visitor when it began. */
  readonly step: number;
  readonly result: StepResult;
  /** Normalised by `parseDossierCode`; absent: not recorded. Personal data: it goes when the visit goes. */
  readonly dossierCode?: string;
}
