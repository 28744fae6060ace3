/** Calls at once, then at most every so often, and never drops the last change. */
export interface Coalescer {
  readonly changed: () => void;
  readonly stop: () => void;
}

export function createCoalescer(flush: () => void, everyMs: number): Coalescer {
  let timer: NodeJS.Timeout | null = null;
  let dirty = false;
  const due = () => {
    timer = null;
    if (!dirty) return;
    dirty = false;
    timer = setTimeout(due, everyMs);
    flush();
  };
  return {
    changed() {
      dirty = true;
      if (timer === null) due();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
