/** One step of the database's shape; never edited once released. */
export interface Migration {
  readonly version: number;
  readonly up: string;
}
