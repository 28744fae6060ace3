import type { DossierMoment, LocalDate, LocalText, RefusalCode } from '@motcua/domain';
import { LANGUAGES, type MessageKey } from '@motcua/i18n';
import { readDay, readList, readMoment, readYesNo } from './cell-values.ts';
import type { ColumnMap } from './columns.ts';
import type { TableRow } from './table.ts';

type CodeOf<Key> = Key extends `import.error-${infer Code}` ? Code : never;

/** An error of a cell, which has words of its own, or what a rule of the house refuses. */
export type ImportErrorCode = CodeOf<MessageKey> | RefusalCode;

export interface ImportError {
  /** As the spreadsheet counts it; null: of the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly code: ImportErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const TEXT_MOST = 300;
const NUMBER_MOST = 9999;

/** One row by the columns of its kind; what cannot be read is noted as an error and answered with null. */
export class ImportRow {
  readonly number: number;
  readonly errors: ImportError[] = [];
  readonly #cells: readonly string[];
  readonly #columns: ColumnMap;

  constructor({ number, cells }: TableRow, columns: ColumnMap) {
    this.number = number;
    this.#cells = cells;
    this.#columns = columns;
  }

  /** Whether the file has that column. */
  has(column: string): boolean {
    return typeof this.#columns[column] === 'number';
  }

  /** With its line breaks; empty where the file has no such column. */
  lines(column: string): string {
    const index = this.#columns[column];
    return typeof index === 'number' ? (this.#cells[index] ?? '') : '';
  }

  text(column: string): string {
    const text = this.lines(column).replaceAll('\n', ' ');
    if (text.length > TEXT_MOST) this.fail(column, 'too-long', { most: TEXT_MOST });
    return text;
  }

  needed(column: string): string {
    const text = this.text(column);
    if (text === '') this.fail(column, 'required');
    return text;
  }

  day(column: string): LocalDate | null {
    return this.#read(column, 'not-a-day', readDay);
  }

  /** A day, with the time where the cell has one. */
  moment(column: string): DossierMoment | null {
    return this.#read(column, 'not-a-day', readMoment);
  }

  whole(column: string): number | null {
    return this.#read(column, 'not-a-number', (text) =>
      /^\d{1,4}$/.test(text) && Number(text) <= NUMBER_MOST ? Number(text) : null,
    );
  }

  /** Without the column `otherwise`; an empty cell is `blank`. */
  yesNo(column: string, otherwise: boolean, blank: boolean): boolean {
    if (!this.has(column)) return otherwise;
    if (this.text(column) === '') return blank;
    return this.#read(column, 'not-yes-no', readYesNo) ?? otherwise;
  }

  /** A text in every language that has a column, `name`, `name-en`; languages without one stay as they were. */
  localText(column: string, before: LocalText | undefined): LocalText {
    const vi = this.has(column) || before === undefined ? this.needed(column) : before.vi;
    const others = Object.keys(before ?? {}).filter((language) => language !== 'vi');
    const languages = [...new Set([...LANGUAGES.filter((each) => each !== 'vi'), ...others])];
    const texts = languages.map((language) => {
      const own = `${column}-${language}`;
      return [language, this.has(own) ? this.text(own) : (before?.[language] ?? '')] as const;
    });
    return { vi, ...Object.fromEntries(texts.filter(([, text]) => text !== '')) };
  }

  /** A list of texts, in every language that has a column. */
  localList(column: string, before: readonly LocalText[], most: number): readonly LocalText[] {
    if (!this.has(column)) return before;
    const items = readList(this.lines(column));
    if (items.length > most) this.fail(column, 'too-many', { count: items.length, most });
    if (items.some((item) => item.length > TEXT_MOST))
      this.fail(column, 'too-long', { most: TEXT_MOST });
    const others = LANGUAGES.filter((each) => each !== 'vi').map(
      (language) => [language, readList(this.lines(`${column}-${language}`))] as const,
    );
    return items.map((vi, index) => {
      const known = before.find((each) => each.vi === vi);
      const texts = others.map(([language, list]) => {
        const own = this.has(`${column}-${language}`) ? list[index] : known?.[language];
        return [language, own ?? ''] as const;
      });
      return { vi, ...Object.fromEntries(texts.filter(([, text]) => text !== '')) };
    });
  }

  fail(column: string | null, code: ImportErrorCode, params: ImportError['params'] = {}): null {
    const isKnown = this.errors.some((each) => each.column === column && each.code === code);
    if (!isKnown) this.errors.push({ row: this.number, column, code, params });
    return null;
  }

  #read<T>(column: string, code: ImportErrorCode, read: (text: string) => T | null): T | null {
    const text = this.text(column);
    if (text === '') return null;
    return read(text) ?? this.fail(column, code, { value: text });
  }
}
