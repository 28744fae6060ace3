import type { ImportKind } from '@motcua/domain';
import { isMessageKey, type Translate } from '@motcua/i18n';
import { columnsOf, columnTitle } from './columns.ts';
import { IMPORT_RULES, type ImportPlan } from './import-plan.ts';
import type { ImportCurrent, ImportItems, ImportRules } from './import-rules.ts';
import type { OutCell } from './table.ts';

/** What an import would do to one item, as a reader sees it. */
export interface PlanLine {
  readonly what: 'added' | 'changed' | 'removed';
  readonly name: string;
  /** Of a changed item only the columns that differ. */
  readonly cells: readonly {
    readonly title: string;
    readonly before: string;
    readonly after: string;
  }[];
}

/** The first `most` lines of a plan: what is removed before what is changed, what is new last. */
export function planLines<K extends ImportKind>(
  kind: K,
  { added, changed, removed }: Pick<ImportPlan<ImportItems[K]>, 'added' | 'changed' | 'removed'>,
  current: ImportCurrent,
  t: Translate,
  most: number,
): readonly PlanLine[] {
  const rules: ImportRules<ImportItems[K]> = IMPORT_RULES[kind];
  const written = (item: ImportItems[K] | null) =>
    item === null ? {} : rules.write(item, current, wordsIn(t));
  const line = (
    what: PlanLine['what'],
    before: ImportItems[K] | null,
    after: ImportItems[K] | null,
    name: string,
  ): PlanLine => {
    const [was, is] = [written(before), written(after)];
    const cells = columnsOf(kind).map((column) => ({
      title: columnTitle(kind, column, t),
      before: cellText(was[column]),
      after: cellText(is[column]),
    }));
    return { what, name, cells: cells.filter((cell) => cell.before !== cell.after) };
  };
  return [
    ...removed.slice(0, most).map((item) => line('removed', item, null, rules.nameOf(item))),
    ...changed
      .slice(0, most)
      .map(({ before, after }) => line('changed', before, after, rules.nameOf(after))),
    ...added.slice(0, most).map((item) => line('added', null, item, rules.nameOf(item))),
  ].slice(0, most);
}

/** The words of cells in a reader's language. */
export function wordsIn(t: Translate): (name: string) => string {
  return (name) => {
    const key = `import.${name}`;
    return isMessageKey(key) ? t(key) : name;
  };
}

function cellText(cell: OutCell | undefined): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'object' ? cell.day : String(cell);
}
