import {
  type Dossier,
  DOSSIER_CHANNELS,
  type DossierChannel,
  type DossierMoment,
  type DossierFault,
  dossierFaults,
  parseDossierCode,
} from '@motcua/domain';
import { foldDiacritics } from '@motcua/i18n';
import type { ImportRules } from '../import-rules.ts';
import type { ImportErrorCode, ImportRow } from '../import-row.ts';
import type { OutCell } from '../table.ts';
import { wordsFor } from './people.ts';

/** Numbers of telephones and identity cards that stand in a text. */
const PERSONAL_NUMBER = /\b\d[\d .]{7,}\d\b/g;

const CHANNEL_WORDS: Readonly<Record<DossierChannel, readonly string[]>> = {
  'online': ['truc tuyen', 'online', 'qua mang', 'dvc', 'cong dvc', 'cong dich vu cong'],
  'in-person': ['truc tiep', 'tai quay', 'mot cua', 'in person', 'counter', 'am schalter'],
  'post': ['buu chinh', 'bcci', 'buu dien', 'post'],
};

const FAULTS: Readonly<Record<DossierFault, readonly [string, ImportErrorCode]>> = {
  'resolved-before-received': ['resolved', 'before-received'],
  'due-before-received': ['due', 'before-received'],
  'received-in-future': ['received', 'in-future'],
  'resolved-in-future': ['resolved', 'in-future'],
};

export const DOSSIERS: ImportRules<Dossier> = {
  needed: ['code', 'received'],
  items: ({ dossiers }) => dossiers,
  idOf: ({ code }) => code,
  nameOf: ({ code }) => code,
  keyOf: ({ code }) => code,
  finder: ({ dossiers }) => {
    const byCode = new Map(dossiers.map((dossier) => [dossier.code, dossier]));
    return (row) => byCode.get(codeIn(row));
  },

  read: (row, before, { today }) => {
    const code = codeIn(row);
    if (code === '') row.fail('code', 'required');
    else if (parseDossierCode(code) === null)
      row.fail('code', 'not-a-dossier-code', { value: code });
    row.needed('received');
    const received = row.moment('received');
    const due = row.has('due') ? row.moment('due') : (before?.due ?? null);
    const resolved = row.has('resolved') ? row.moment('resolved') : (before?.resolved ?? null);
    const faults = received === null ? [] : dossierFaults({ received, due, resolved }, today);
    for (const fault of faults) row.fail(...FAULTS[fault]);
    const channel = channelIn(row, before);
    if (received === null || row.errors.length > 0) return null;
    const text = (column: string, known: string | null | undefined) =>
      row.has(column) ? withoutNumbers(row.text(column)) || null : (known ?? null);
    return {
      code,
      procedure: text('procedure', before?.procedure) ?? '',
      procedureCode: text('procedure-code', before?.procedureCode),
      field: text('field', before?.field),
      ...{ channel, received, due, resolved },
    };
  },

  check: () => [],
  removal: () => 'goes',

  write: (dossier, _, words) => ({
    'code': dossier.code,
    'procedure': dossier.procedure,
    'procedure-code': dossier.procedureCode,
    'field': dossier.field,
    'channel': dossier.channel === null ? null : words(`channel-${dossier.channel}`),
    'received': toOutCell(dossier.received),
    'due': dossier.due === null ? null : toOutCell(dossier.due),
    'resolved': dossier.resolved === null ? null : toOutCell(dossier.resolved),
  }),
};

function codeIn(row: ImportRow): string {
  const text = row.text('code');
  return parseDossierCode(text)?.text ?? text;
}

/** A day alone is a real one in a spreadsheet; with a time it is text, which is read back. */
function toOutCell({ day, time }: DossierMoment): OutCell {
  return time === null ? { day } : `${day} ${time}`;
}

function channelIn(row: ImportRow, before: Dossier | undefined): DossierChannel | null {
  if (!row.has('channel')) return before?.channel ?? null;
  const value = row.text('channel');
  if (value === '') return null;
  const folded = foldDiacritics(value);
  const channel = DOSSIER_CHANNELS.find((each) =>
    [...CHANNEL_WORDS[each], ...wordsFor(`import.channel-${each}`)].some((word) =>
      folded.includes(word),
    ),
  );
  return channel ?? row.fail('channel', 'unknown-channel', { value });
}

function withoutNumbers(text: string): string {
  return text.replaceAll(PERSONAL_NUMBER, '…');
}
