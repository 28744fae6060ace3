import { createHub, verifyDatabase } from '@motcua/hub';

/** Compares the answers with the journal at the end: commands it lacks, or has twice. */
export function checkJournal(
  dataDir: string,
  answered: readonly string[],
): { readonly lost: number; readonly doubled: number } {
  const hub = createHub({ dataDir });
  try {
    const held = new Map<string, number>();
    let before = '';
    for (const { id } of hub.store.db
      .prepare<[], { id: string }>('SELECT command_id AS id FROM journal ORDER BY seq')
      .iterate()) {
      if (id !== before) held.set(id, (held.get(id) ?? 0) + 1);
      before = id;
    }
    const { differences } = verifyDatabase(hub.store.db);
    return {
      lost: answered.filter((id) => !held.has(id)).length + differences.length,
      doubled: answered.filter((id) => (held.get(id) ?? 0) > 1).length,
    };
  } finally {
    hub.close();
  }
}
