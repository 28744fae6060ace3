import type { ImportKind } from '@motcua/domain';
import { type Translate, isMessageKey } from '@motcua/i18n';
import { type ColumnMap, columnTitle } from './columns.ts';
import type { ImportCurrent, ImportItems, ImportRules, RulesOfKinds } from './import-rules.ts';
import { type ImportError, type ImportErrorCode, ImportRow } from './import-row.ts';
import { BOOKINGS } from './kinds/bookings.ts';
import { DOSSIERS } from './kinds/dossiers.ts';
import { HOLIDAYS } from './kinds/holidays.ts';
import { PEOPLE } from './kinds/people.ts';
import { SERVICES } from './kinds/services.ts';
import type { TableRow } from './table.ts';

export const IMPORT_RULES: RulesOfKinds = {
  services: SERVICES,
  people: PEOPLE,
  holidays: HOLIDAYS,
  bookings: BOOKINGS,
  dossiers: DOSSIERS,
};

export interface ItemChange<Item> {
  readonly before: Item;
  readonly after: Item;
  /** The names of the fields that differ. */
  readonly fields: readonly string[];
}

/** What an import would do. With an error it does nothing: all or none. */
export interface ImportPlan<Item> {
  readonly added: readonly Item[];
  readonly changed: readonly ItemChange<Item>[];
  readonly removed: readonly Item[];
  readonly unchanged: number;
  readonly errors: readonly ImportError[];
}

interface ReadItem<Item> {
  readonly row: number;
  readonly before: Item | undefined;
  readonly after: Item;
}

/**
 * Compares the rows of a table with what there is. `isWholeList`: what the file leaves out is to go. The rules of the
 * house are asked; what they refuse is an error at its row.
 */
export function planImport<K extends ImportKind>(
  kind: K,
  rows: readonly TableRow[],
  columnMap: ColumnMap,
  current: ImportCurrent,
  { isWholeList }: { readonly isWholeList: boolean },
): ImportPlan<ImportItems[K]> {
  const rules: ImportRules<ImportItems[K]> = IMPORT_RULES[kind];
  const missing = rules.needed.filter((column) => typeof columnMap[column] !== 'number');
  if (missing.length > 0) {
    const errors = missing.map((column) => error(null, column, 'column-missing'));
    return { added: [], changed: [], removed: [], unchanged: 0, errors };
  }

  const { read, errors } = readRows(rules, rows, columnMap, current);
  const items = rules.items(current);
  const named = new Set(read.map(({ after }) => rules.idOf(after)));
  const leftOut = isWholeList ? items.filter((item) => !named.has(rules.idOf(item))) : [];
  const removed = leftOut.filter((item) => rules.removal(item, current) === 'goes');
  const kept = leftOut.filter((item) => rules.removal(item, current) === 'in-use');
  const touched = read.flatMap(({ before, after }): readonly ItemChange<ImportItems[K]>[] => {
    const fields = before === undefined ? [] : differing(before, after);
    return before === undefined || fields.length === 0 ? [] : [{ before, after, fields }];
  });
  const added = read.flatMap(({ before, after }) => (before === undefined ? [after] : []));
  const plan = { added, changed: touched, removed };
  const rowOf = new Map(read.map(({ row, after }) => [rules.idOf(after), row]));
  const problems = rules.check(
    applyPlan(items, plan, rules.idOf),
    [...added, ...touched.map(({ after }) => after)],
    current,
  );
  return {
    ...plan,
    unchanged: read.length - added.length - touched.length,
    errors: [
      ...errors,
      ...problems.map(({ id, column, code, params }) =>
        error(id === null ? null : (rowOf.get(id) ?? null), column, code, params),
      ),
      ...kept.map((item) => error(null, null, 'in-use', { name: rules.nameOf(item) })),
    ],
  };
}

/** The plan that takes back what a plan did. */
export function revertOf<Item>({
  added,
  changed,
  removed,
}: Pick<ImportPlan<Item>, 'added' | 'changed' | 'removed'>): ImportPlan<Item> {
  return {
    added: removed,
    changed: changed.map(({ before, after, fields }) => ({
      before: after,
      after: before,
      fields,
    })),
    removed: added,
    unchanged: 0,
    errors: [],
  };
}

/** The list as it is after a plan. */
export function applyPlan<Item>(
  items: readonly Item[],
  { added, changed, removed }: Pick<ImportPlan<Item>, 'added' | 'changed' | 'removed'>,
  idOf: (item: Item) => string,
): readonly Item[] {
  const gone = new Set(removed.map(idOf));
  const changes = new Map(changed.map(({ before, after }) => [idOf(before), after]));
  const left = items.filter((item) => !gone.has(idOf(item)));
  return [...left.map((item) => changes.get(idOf(item)) ?? item), ...added];
}

/** An error in a reader's language, with its place. */
export function importErrorWords(
  kind: ImportKind,
  { row, column, code, params }: ImportError,
  t: Translate,
): string {
  const title = column === null ? '' : columnTitle(kind, column, t);
  const key = [`import.error-${code}`, `refusal.${code}`].find(isMessageKey);
  const words = key === undefined ? code : t(key, { column: title, ...params });
  if (row === null) return words;
  return column === null
    ? t('import.place-row', { row, words })
    : t('import.place', { row, column: title, words });
}

function readRows<Item>(
  rules: ImportRules<Item>,
  rows: readonly TableRow[],
  columnMap: ColumnMap,
  current: ImportCurrent,
) {
  const read: ReadItem<Item>[] = [];
  const errors: ImportError[] = [];
  const rowOf = new Map<string, number>();
  const claimed = new Set<string>();
  const find = rules.finder(current);
  for (const each of rows) {
    const row = new ImportRow(each, columnMap);
    const before = find(row, claimed);
    const after = rules.read(row, before, current);
    errors.push(...row.errors);
    if (after === null) continue;
    // New items have ids of their own: two rows for the same are compared by what people recognise them by.
    const keys = [
      rules.idOf(after),
      ...(before === undefined ? [`new ${rules.keyOf(after)}`] : []),
    ];
    const other = keys.map((key) => rowOf.get(key)).find((number) => number !== undefined);
    if (other !== undefined) errors.push(error(row.number, null, 'twice', { other }));
    for (const key of keys) rowOf.set(key, row.number);
    claimed.add(rules.idOf(after));
    read.push({ row: row.number, before, after });
  }
  return { read, errors };
}

function error(
  row: number | null,
  column: string | null,
  code: ImportErrorCode,
  params: ImportError['params'] = {},
): ImportError {
  return { row, column, code, params };
}

function differing<Item extends object>(before: Item, after: Item): readonly string[] {
  const [a, b] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
}

/** Field by field as canonical text: the order of languages in a name is no difference. */
function fieldsOf(item: object): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(item).map(([key, value]) => [
      key,
      JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
          : part,
      ),
    ]),
  );
}
