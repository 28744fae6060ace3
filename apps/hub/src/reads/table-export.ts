import type { ImportKind } from '@motcua/domain';
import { type Language, texts } from '@motcua/i18n';
import { exportTable, toCsv } from '@motcua/tables';
import { importCurrent } from './import-current.ts';
import type { ReadSource } from './read-source.ts';

export type TableFormat = 'csv' | 'xlsx';

/** All items of a kind as a file, which an import reads as no change; or its titles alone, to be filled in. */
export async function writeTable(
  source: ReadSource,
  kind: ImportKind,
  format: TableFormat,
  language: Language,
  isEmpty: boolean,
): Promise<string | Uint8Array> {
  const t = texts(language);
  const all = exportTable(kind, importCurrent(source), t);
  const rows = isEmpty ? all.slice(0, 1) : all;
  // Excel splits at the list separator of its region.
  if (format === 'csv') return toCsv(rows, language === 'en' ? ',' : ';');
  const { toXlsx } = await import('@motcua/tables/files');
  return toXlsx([{ name: t(`admin.import-kind-${kind}`), rows }]);
}
