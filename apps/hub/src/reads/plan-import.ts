import { type ImportKind, ok, refuse, type Result } from '@motcua/domain';
import { type Language, texts } from '@motcua/i18n';
import type { Fact } from '@motcua/protocol';
import type { ImportChoice, ImportPreview } from '@motcua/protocol/http';
import {
  columnsOf,
  columnTitle,
  fileRefusalWords,
  findTable,
  type FoundTable,
  IMPORT_RULES,
  type ImportCurrent,
  importErrorWords,
  type ImportItems,
  type ImportPlan,
  planImport,
  planLines,
  tableToMap,
} from '@motcua/tables';
import { importCurrent } from './import-current.ts';
import {
  bookingFacts,
  countsOf,
  dossierFacts,
  holidayFacts,
  personFacts,
  type PlannedImport,
  serviceFacts,
} from './import-facts.ts';
import type { ReadSource } from './read-source.ts';

/** A file that was handed in, and how it is to be read. */
export interface ImportFile {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly choice: ImportChoice;
}

const LINES_SHOWN = 200;
const ERRORS_SHOWN = 200;

/** What the file would do, in a reader's language. */
export async function previewImport(
  source: ReadSource,
  file: ImportFile,
  language: Language,
): Promise<ImportPreview> {
  const { importId, kind, fileName, choice } = file;
  const t = texts(language);
  const table = await tableIn(file, language);
  if (typeof table === 'string')
    return { ...NOTHING_READ, importId, kind, fileName, problem: table };
  const columnMap = choice.columnMap ?? table.columnMap;
  const current = importCurrent(source);
  const plan = planOf(kind, { ...table, columnMap }, current, choice);
  return {
    ...{ importId, kind, fileName, problem: null, titles: table.titles },
    columns: columnsOf(kind).map((column) => ({
      column,
      title: columnTitle(kind, column, t),
      index: columnMap[column] ?? null,
      needed: IMPORT_RULES[kind].needed.includes(column),
    })),
    notes: notesOf(table, columnMap, language),
    counts: { ...countsOf(plan.plan), unchanged: plan.plan.unchanged },
    lines: plan.lines(language),
    errors: plan.plan.errors
      .slice(0, ERRORS_SHOWN)
      .map((error) => importErrorWords(kind, error, t)),
    errorCount: plan.plan.errors.length,
  };
}

/** What the file does, to be written; refuses with `import-has-errors` whatever the preview shows as an error. */
export async function planOfImport(
  source: ReadSource,
  file: ImportFile,
): Promise<Result<PlannedImport>> {
  const seq = source.store.journal.lastSeq();
  const table = await tableIn(file, 'vi');
  if (typeof table === 'string') return refuse('import-has-errors');
  const columnMap = file.choice.columnMap ?? table.columnMap;
  const current = importCurrent(source);
  const { plan, facts } = planOf(file.kind, { ...table, columnMap }, current, file.choice);
  if (plan.errors.length > 0) return refuse('import-has-errors');
  return ok({ seq, counts: countsOf(plan), facts: facts() });
}

const NOTHING_READ = {
  ...{ titles: [], columns: [], notes: [], lines: [], errors: [], errorCount: 0 },
  counts: { added: 0, changed: 0, removed: 0, unchanged: 0 },
};

/** The table, or why there is none. */
async function tableIn(
  { kind, bytes }: ImportFile,
  language: Language,
): Promise<FoundTable | string> {
  // The readers of files take their time to load.
  const { readTableFile } = await import('@motcua/tables/files');
  const t = texts(language);
  const read = await readTableFile(bytes);
  if (!read.ok) return fileRefusalWords(read, t);
  return findTable(kind, read.sheets) ?? tableToMap(kind, read.sheets) ?? t('import.file-empty');
}

function notesOf(
  { titles, personal }: FoundTable,
  columnMap: FoundTable['columnMap'],
  language: Language,
): readonly string[] {
  const t = texts(language);
  const used = new Set(Object.values(columnMap));
  const ignored = titles.filter(
    (title, index) => title !== '' && !used.has(index) && !personal.includes(title),
  );
  return [
    ...(personal.length > 0
      ? [t('import.personal-dropped', { columns: personal.join(', ') })]
      : []),
    ...(ignored.length > 0 ? [t('import.columns-ignored', { columns: ignored.join(', ') })] : []),
  ];
}

interface Planned {
  readonly plan: ImportPlan<unknown>;
  readonly facts: () => readonly Fact[];
  readonly lines: (language: Language) => ImportPreview['lines'];
}

function planOf(
  kind: ImportKind,
  table: Pick<FoundTable, 'rows' | 'columnMap'>,
  current: ImportCurrent,
  { isWholeList }: ImportChoice,
): Planned {
  const planned = <K extends ImportKind>(
    of: K,
    factsOf: (plan: ImportPlan<ImportItems[K]>) => readonly Fact[],
  ): Planned => {
    const plan = planImport(of, table.rows, table.columnMap, current, { isWholeList });
    return {
      plan,
      facts: () => factsOf(plan),
      lines: (language) => planLines(of, plan, current, texts(language), LINES_SHOWN),
    };
  };
  switch (kind) {
    case 'services':
      return planned(kind, serviceFacts);
    case 'people':
      return planned(kind, personFacts);
    case 'holidays':
      return planned(kind, (plan) => holidayFacts(plan, current.use.settings.site));
    case 'bookings':
      return planned(kind, bookingFacts);
    case 'dossiers':
      return planned(kind, dossierFacts);
  }
}
