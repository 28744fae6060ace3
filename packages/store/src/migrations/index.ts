import { journalAndState } from './0001-journal-and-state.ts';
import { secretsAndSessions } from './0002-secrets-and-sessions.ts';
import { rulesOfAnOffice } from './0003-rules-of-an-office.ts';
import { visitsByNumber } from './0004-visits-by-number.ts';
import { numbersForKiosks } from './0005-numbers-for-kiosks.ts';
import { chainedJournal } from './0006-chained-journal.ts';
import { whichHistory } from './0007-which-history.ts';
import { waysToSignIn } from './0008-ways-to-sign-in.ts';
import { daysInOrder } from './0009-days-in-order.ts';
import { visitsById } from './0010-visits-by-id.ts';
import { dayRollUps } from './0011-day-roll-ups.ts';
import { importedTables } from './0012-imported-tables.ts';
import { programs } from './0013-programs.ts';
import { rareFacts } from './0014-rare-facts.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

/** In order; the next one gets the next number. */
export const MIGRATIONS: readonly Migration[] = [
  journalAndState,
  secretsAndSessions,
  rulesOfAnOffice,
  visitsByNumber,
  numbersForKiosks,
  chainedJournal,
  whichHistory,
  waysToSignIn,
  daysInOrder,
  visitsById,
  dayRollUps,
  importedTables,
  programs,
  rareFacts,
];
