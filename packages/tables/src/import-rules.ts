import type {
  Booking,
  Dossier,
  ImportKind,
  LocalDate,
  Person,
  Service,
  SettingUse,
  ZoneClock,
} from '@motcua/domain';
import type { Holiday } from './kinds/holiday.ts';
import type { ImportErrorCode, ImportRow } from './import-row.ts';
import type { OutCell } from './table.ts';

/** What a row of each kind becomes. */
export interface ImportItems {
  readonly services: Service;
  readonly people: Person;
  readonly holidays: Holiday;
  readonly bookings: Booking;
  readonly dossiers: Dossier;
}

/** What a file is compared with, and what an import may need to make something new. */
export interface ImportCurrent {
  readonly use: SettingUse;
  /** Of earlier days; a file that names them again changes nothing. */
  readonly pastBookings: readonly Booking[];
  readonly people: readonly Person[];
  readonly dossiers: readonly Dossier[];
  readonly clock: ZoneClock;
  readonly today: LocalDate;
  readonly newId: () => string;
  readonly newBookingCode: () => string;
}

export interface ImportProblem {
  /** The item's id; null: of all together. */
  readonly id: string | null;
  readonly column: string | null;
  readonly code: ImportErrorCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ImportRules<Item> {
  /** Columns without which no row can be identified. */
  readonly needed: readonly string[];
  readonly items: (current: ImportCurrent) => readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  /** What no two new items of a file may share. */
  readonly keyOf: (item: Item) => string;
  /** Finds the item that a row means: `claimed` are ids that other rows meant. Undefined: a new one. */
  readonly finder: (
    current: ImportCurrent,
  ) => (row: ImportRow, claimed: ReadonlySet<string>) => Item | undefined;
  /** The item as the row wants it; columns that the file has not got stay as they were. Null: the row has errors. */
  readonly read: (row: ImportRow, before: Item | undefined, current: ImportCurrent) => Item | null;
  /** What the rules of the house say to the list as it would be; `touched` are the items that are new or changed. */
  readonly check: (
    after: readonly Item[],
    touched: readonly Item[],
    current: ImportCurrent,
  ) => readonly ImportProblem[];
  /** Whether one that the file leaves out is to go, when the file is the whole list; in use: it cannot. */
  readonly removal: (item: Item, current: ImportCurrent) => 'goes' | 'stays' | 'in-use';
  readonly write: (
    item: Item,
    current: ImportCurrent,
    words: (key: string) => string,
  ) => Readonly<Record<string, OutCell>>;
}

export type RulesOfKinds = { readonly [K in ImportKind]: ImportRules<ImportItems[K]> };
