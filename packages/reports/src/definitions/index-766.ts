import type { FigureId } from '@motcua/protocol/http';

/** One subject of the index set. */
export type Line766 =
  | {
      readonly id: 'timeliness' | 'waiting' | 'online' | 'complaints';
      /** `imported`: from the dossiers of the provincial system, or told by the head. */
      readonly source: 'here' | 'imported';
      /** What of the period's figures belongs to it. */
      readonly figures: readonly FigureId[];
    }
  | {
      /** Only the national system or that of the province has it. */
      readonly id: 'publicity' | 'digitisation' | 'payment' | 'satisfaction';
      readonly source: 'not-known';
    };

/**
 * What this system can say about the index set of Decision 766/QĐ-TTg of 23 June 2022: its six groups, the waiting in
 * the room beside timeliness and complaints beside satisfaction. The points are given by the national system; none is
 * computed here, because the decision's annex, which says how, has not been seen.
 */
export const INDEX_766: readonly Line766[] = [
  { id: 'publicity', source: 'not-known' },
  {
    id: 'timeliness',
    source: 'imported',
    figures: ['dossiers-early', 'dossiers-on-time', 'dossiers-late', 'dossiers-overdue'],
  },
  { id: 'waiting', source: 'here', figures: ['waiting-median', 'within-target'] },
  { id: 'online', source: 'imported', figures: ['dossiers-online', 'dossiers-paper'] },
  { id: 'digitisation', source: 'not-known' },
  { id: 'payment', source: 'not-known' },
  { id: 'satisfaction', source: 'not-known' },
  { id: 'complaints', source: 'imported', figures: ['complaints'] },
];
