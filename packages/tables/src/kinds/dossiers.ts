import { foldDiacritics } from '@motcua/i18n';
import type { ImportRules } from '../import-rules.ts';
import type { ImportRow } from '../import-row.ts';
import { type Dossier, DOSSIER_CHANNELS, type DossierChannel } from './dossier.ts';
import { wordsFor } from './people.ts';

/** `000.00.01.H44-250715-0007` and its later forms, as circular 01/2018/TT-VPCP has them. */
const CODE = /^(?:[A-Z0-9]{2,4}\.){0,4}[A-Z0-9]{2,4}-\d{6}-\d{4,5}$/;

/** Numbers of telephones and identity cards that stand in a text. */
const PERSONAL_NUMBER = /\b\d[\d .]{7,}\d\b/g;

const CHANNEL_WORDS: Readonly<Record<DossierChannel, readonly string[]>> = {
  'online': ['truc tuyen', 'online', 'qua mang', 'dvc', 'cong dvc', 'cong dich vu cong'],
  'in-person': ['truc tiep', 'tai quay', 'mot cua', 'in person', 'counter', 'am schalter'],
  'post': ['buu chinh', 'bcci', 'buu dien', 'post'],
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

  read: (row, before) => {
    const code = codeIn(row);
    if (code === '') row.fail('code', 'required');
    else if (!CODE.test(code)) row.fail('code', 'not-a-dossier-code', { value: code });
    row.needed('received');
    const receivedOn = row.day('received');
    const dueOn = row.has('due') ? row.day('due') : (before?.dueOn ?? null);
    const resolvedOn = row.has('resolved') ? row.day('resolved') : (before?.resolvedOn ?? null);
    if (receivedOn !== null) {
      if (dueOn !== null && dueOn < receivedOn) row.fail('due', 'before-received');
      if (resolvedOn !== null && resolvedOn < receivedOn) row.fail('resolved', 'before-received');
    }
    const channel = channelIn(row, before);
    if (receivedOn === null || row.errors.length > 0) return null;
    const text = (column: string, known: string | null | undefined) =>
      row.has(column) ? withoutNumbers(row.text(column)) || null : (known ?? null);
    return {
      code,
      procedure: text('procedure', before?.procedure) ?? '',
      procedureCode: text('procedure-code', before?.procedureCode),
      field: text('field', before?.field),
      channel,
      receivedOn,
      dueOn,
      resolvedOn,
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
    'received': { day: dossier.receivedOn },
    'due': dossier.dueOn === null ? null : { day: dossier.dueOn },
    'resolved': dossier.resolvedOn === null ? null : { day: dossier.resolvedOn },
  }),
};

function codeIn(row: ImportRow): string {
  return row.text('code').toUpperCase().replaceAll(' ', '');
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
