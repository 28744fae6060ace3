import { type Db, openDatabase } from './database.ts';
import { DayFigures } from './day-figures.ts';
import { JournalRecords } from './journal-search.ts';
import { HistoryRepository } from './history-repository.ts';
import { Journal } from './journal.ts';
import { PinRepository } from './pin-repository.ts';
import { SecretRepository } from './secret-repository.ts';
import { SessionRepository } from './session-repository.ts';
import { StateTables } from './state-tables.ts';

/** Everything the hub keeps on disk. */
export interface Store {
  readonly db: Db;
  readonly journal: Journal;
  readonly records: JournalRecords;
  readonly figures: DayFigures;
  readonly tables: StateTables;
  readonly secrets: SecretRepository;
  readonly sessions: SessionRepository;
  readonly history: HistoryRepository;
  readonly pins: PinRepository;
}

/** Opens the store in `file`; see `openDatabase` for how it refuses. */
export function openStore(file: string): Store {
  const db = openDatabase(file);
  return {
    db,
    journal: new Journal(db),
    records: new JournalRecords(db),
    figures: new DayFigures(db),
    tables: new StateTables(db),
    secrets: new SecretRepository(db),
    sessions: new SessionRepository(db),
    history: new HistoryRepository(db),
    pins: new PinRepository(db),
  };
}
