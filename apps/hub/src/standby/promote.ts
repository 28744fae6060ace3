import type { Instant } from '@motcua/domain';
import type { HubHistory } from '@motcua/protocol';
import { dirname } from 'node:path';
import { HistoryRepository, openDatabase } from '@motcua/store';
import { deleteCheckpoint } from '../operations/journal-checkpoint.ts';
import { isListening } from './ask-health.ts';

/** Why a follower was not promoted. */
export type NotPromoted = 'is-a-hub' | 'hub-answers';

/**
 * Makes a follower's data the hub's, with a history that outdates the one it followed; the process that follows sees it
 * and opens the hub. While the old hub answers it is done only by `force`, because then two would give numbers.
 */
export async function promote(
  databaseFile: string,
  at: Instant,
  force: boolean,
): Promise<HubHistory | { readonly not: NotPromoted; readonly hubUrl: string }> {
  const db = openDatabase(databaseFile);
  try {
    const history = new HistoryRepository(db);
    const hubUrl = history.followed();
    if (hubUrl === null) return { not: 'is-a-hub', hubUrl: '' };
    if (!force && (await isListening(hubUrl))) return { not: 'hub-answers', hubUrl };
    // The checkpoint of a hub in this folder from before it followed says nothing of what the followed one gave last.
    deleteCheckpoint(dirname(databaseFile));
    return db
      .transaction(() => {
        history.follow(null);
        return history.beginAnew(at);
      })
      .immediate();
  } finally {
    db.close();
  }
}
