/** Tells at once, then at most every so often, and never leaves the last change untold. */
export interface Teller {
  readonly changed: () => void;
  readonly stop: () => void;
}

export function createTeller(tell: () => void, everyMs: number): Teller {
  let timer: NodeJS.Timeout | null = null;
  let dirty = false;
  const due = () => {
    timer = null;
    if (!dirty) return;
    dirty = false;
    timer = setTimeout(due, everyMs);
    tell();
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
