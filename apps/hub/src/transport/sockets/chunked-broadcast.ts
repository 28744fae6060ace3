/** Sends to many receivers in chunks; between two of them other work is done. */
export interface ChunkedBroadcast<Id extends string> {
  /** The first chunk at once, the others turn by turn. */
  readonly send: (ids: readonly Id[], sending: (some: Id[]) => void) => void;
  /** Sends the rest now, so that no receiver gets the next message before this one. */
  readonly finish: () => void;
}

export function createChunkedBroadcast<Id extends string>(atOnce: number): ChunkedBroadcast<Id> {
  let left: readonly Id[] = [];
  let sending: (some: Id[]) => void = () => {};
  let immediate: NodeJS.Immediate | undefined;

  function next(): void {
    const some = left.slice(0, atOnce);
    left = left.slice(atOnce);
    sending(some);
    // A command that came meanwhile is executed in the turn that is left free.
    if (left.length > 0)
      immediate = setImmediate(() => {
        immediate = setImmediate(next);
      });
  }

  function finish(): void {
    clearImmediate(immediate);
    const some = [...left];
    left = [];
    if (some.length > 0) sending(some);
  }

  return {
    finish,
    send(ids, how) {
      finish();
      left = ids;
      sending = how;
      if (ids.length > 0) next();
    },
  };
}
