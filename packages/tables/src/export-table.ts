import type { ImportKind } from '@motcua/domain';
import type { Translate } from '@motcua/i18n';
import { columnsOf, columnTitle } from './columns.ts';
import { IMPORT_RULES } from './import-plan.ts';
import type { ImportCurrent, ImportItems, ImportRules } from './import-rules.ts';
import { wordsIn } from './plan-lines.ts';
import type { OutRow } from './table.ts';

/** All items of a kind as a table with titles, which an import reads as no change at all. */
export function exportTable<K extends ImportKind>(
  kind: K,
  current: ImportCurrent,
  t: Translate,
): readonly OutRow[] {
  const rules: ImportRules<ImportItems[K]> = IMPORT_RULES[kind];
  const columns = columnsOf(kind);
  const words = wordsIn(t);
  return [
    columns.map((column) => columnTitle(kind, column, t)),
    ...rules.items(current).map((item) => {
      const cells = rules.write(item, current, words);
      return columns.map((column) => cells[column] ?? null);
    }),
  ];
}
