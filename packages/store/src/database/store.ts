import { CommandTransaction } from './command-transaction.ts';
import { type Db, openDatabase, openDatabaseToRead } from './database.ts';
import { DayFigures } from '../journal/day-figures.ts';
import { DayRollUps } from '../journal/day-roll-ups.ts';
import { JournalRecords } from '../journal/journal-search.ts';
import { HistoryRepository } from '../tables/history-repository.ts';
import { ImportedTables } from '../tables/imported-tables.ts';
import { Journal } from '../journal/journal.ts';
import { KeyUseRepository } from '../tables/key-use-repository.ts';
import { PinRepository } from '../tables/pin-repository.ts';
import { SecretRepository } from '../tables/secret-repository.ts';
import { SessionRepository } from '../tables/session-repository.ts';
import { WebhookRepository } from '../tables/webhook-repository.ts';
import { StateTables } from '../tables/state-tables.ts';

/** Everything the hub keeps on disk. */
export interface Store {
  readonly db: Db;
  readonly transaction: CommandTransaction;
  readonly journal: Journal;
  readonly records: JournalRecords;
  readonly figures: DayFigures;
  readonly rollUps: DayRollUps;
  readonly tables: StateTables;
  readonly imported: ImportedTables;
  readonly secrets: SecretRepository;
  readonly sessions: SessionRepository;
  readonly history: HistoryRepository;
  readonly pins: PinRepository;
  readonly keyUses: KeyUseRepository;
  readonly webhooks: WebhookRepository;
}

/** Opens the store in `file`; see `openDatabase` for how it refuses. */
export function openStore(file: string): Store {
  return storeOn(openDatabase(file));
}

/** Enough for one sequential read; twenty readers with the usual cache take 320 MB. */
const READ_CACHE_KIB = 1_000;

/** Opens the store of a hub a second time, to read beside it; throws where it is missing or of another version. */
export function openStoreToRead(file: string): Store {
  const db = openDatabaseToRead(file);
  db.pragma(`cache_size = -${READ_CACHE_KIB}`);
  return storeOn(db);
}

function storeOn(db: Db): Store {
  const journal = new Journal(db);
  return {
    db,
    transaction: new CommandTransaction(db),
    journal,
    imported: new ImportedTables(db, journal),
    records: new JournalRecords(db),
    figures: new DayFigures(db),
    rollUps: new DayRollUps(db),
    tables: new StateTables(db),
    secrets: new SecretRepository(db),
    sessions: new SessionRepository(db),
    history: new HistoryRepository(db),
    pins: new PinRepository(db),
    keyUses: new KeyUseRepository(db),
    webhooks: new WebhookRepository(db),
  };
}
