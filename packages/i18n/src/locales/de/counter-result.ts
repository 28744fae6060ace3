import type { Section } from '../../section.ts';
import type { counterResult as vietnamese } from '../vi/counter-result.ts';

export const counterResult: Section<typeof vietnamese> = {
  'counter.result-of': 'Ergebnis {number}:',
  'counter.result-is': '{number}: {result}',
  'counter.result-received': 'Angenommen',
  'counter.result-sent-back': 'Papiere fehlen',
  'counter.result-handed-over': 'Ausgehändigt',
  'counter.result-advised': 'Beraten',
  'counter.result-helped-online': 'Online',
  'counter.skip-result': 'Ohne',
  'counter.dossier-code': 'Vorgangsnummer',
  'counter.note-code': 'Notieren',
  'admin.field-results': 'Schalter vermerken das Ergebnis',
  'admin.hint-results':
    'Nach jedem Anliegen fragt der Schalter mit einer Ziffer nach dem Ergebnis und, falls vorhanden, nach der Vorgangsnummer; beides ist freiwillig, der Aufruf wartet nicht darauf.',
};
