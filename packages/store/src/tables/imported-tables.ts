import type { Dossier, ImportKind, LocalDate } from '@motcua/domain';
import type { ChangeOf, Seq } from '@motcua/protocol';
import { dossier } from '@motcua/protocol/records';
import type { Db } from '../database/database.ts';
import type { Journal } from '../journal/journal.ts';

type Body = { readonly body: string };
/** An import, newest first in a list. */
export type TableImport = ChangeOf<'table-imported'>;

/** What was imported, to be read; `StateTables` writes it. */
export class ImportedTables {
  readonly #sql;
  readonly #journal: Journal;

  constructor(db: Db, journal: Journal) {
    this.#journal = journal;
    this.#sql = {
      all: db.prepare<[], Body>('SELECT body FROM dossier ORDER BY id'),
      pendingOrReceived: db.prepare<[string, string], Body>(
        `SELECT body FROM dossier
         WHERE coalesce(body ->> '$.resolved.day', '9999-12-31') >= ?
           AND body ->> '$.received.day' <= ? ORDER BY id`,
      ),
      newest: db.prepare<[number], { seq: Seq }>(
        'SELECT seq FROM table_import ORDER BY seq DESC LIMIT ?',
      ),
      lastOf: db.prepare<[string], { seq: Seq | null }>(
        'SELECT max(seq) AS seq FROM table_import WHERE kind = ?',
      ),
      seqOf: db.prepare<[string], { seq: Seq }>('SELECT seq FROM table_import WHERE id = ?'),
    };
  }

  dossiers(): readonly Dossier[] {
    return this.#sql.all.all().map(toDossier);
  }

  /** Those that were received in the days or pending when they began. */
  dossiersOf(from: LocalDate, to: LocalDate): readonly Dossier[] {
    return this.#sql.pendingOrReceived.all(from, to).map(toDossier);
  }

  newest(count: number): readonly TableImport[] {
    return this.#sql.newest.all(count).flatMap(({ seq }) => this.#at(seq) ?? []);
  }

  /** The last one of a kind, be it to take another back; null: there was none. */
  lastOf(kind: ImportKind): TableImport | null {
    const seq = this.#sql.lastOf.get(kind)?.seq ?? null;
    return seq === null ? null : this.#at(seq);
  }

  find(importId: string): TableImport | null {
    const found = this.#sql.seqOf.get(importId);
    return found === undefined ? null : this.#at(found.seq);
  }

  #at(seq: Seq): TableImport | null {
    const [change] = this.#journal.between(seq - 1, seq);
    return change?.type === 'table-imported' ? change : null;
  }
}

function toDossier({ body }: Body): Dossier {
  return dossier.parse(JSON.parse(body));
}
