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
