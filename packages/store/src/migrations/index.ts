import { journalAndState } from './0001-journal-and-state.ts';
import { secretsAndSessions } from './0002-secrets-and-sessions.ts';
import { rulesOfAnOffice } from './0003-rules-of-an-office.ts';
import { visitsByNumber } from './0004-visits-by-number.ts';
import { chainedJournal } from './0005-chained-journal.ts';
import { whichHistory } from './0006-which-history.ts';
import { waysToSignIn } from './0007-ways-to-sign-in.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

/** In order; the next one gets the next number. */
export const MIGRATIONS: readonly Migration[] = [
  journalAndState,
  secretsAndSessions,
  rulesOfAnOffice,
  visitsByNumber,
  chainedJournal,
  whichHistory,
  waysToSignIn,
];
