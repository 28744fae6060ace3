import type { Section } from '../../section.ts';
import type { counterResult as vietnamese } from '../vi/counter-result.ts';

export const counterResult: Section<typeof vietnamese> = {
  'counter.result-of': 'Result of {number}:',
  'counter.result-is': '{number}: {result}',
  'counter.result-received': 'Received',
  'counter.result-sent-back': 'Papers missing',
  'counter.result-handed-over': 'Handed over',
  'counter.result-advised': 'Advised',
  'counter.result-helped-online': 'Filed online',
  'counter.skip-result': 'Skip',
  'counter.dossier-code': 'Dossier code',
  'counter.note-code': 'Note',
  'admin.field-results': 'Counters record what was done',
  'admin.hint-results':
    'After a service the counter asks for the result, by one digit, and for the dossier code if there is one; neither is compulsory, and calling does not wait for it.',
};
