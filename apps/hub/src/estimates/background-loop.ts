/** One run, in slices; between two of them other work is done. */
export type Look = () => Generator<void, void, undefined>;

/** Runs again and again until stopped. */
export interface BackgroundLoop {
  readonly start: () => void;
  /** Runs at once, or right after the current run. */
  readonly hurry: () => void;
  readonly stop: () => void;
}

const REST_AT_LEAST_MS = 1_000;
const REST_AT_MOST_MS = 5_000;
/** A run takes at most a fifth of the time, so that a slow machine has the rest for commands. */
const REST_PER_LOOK = 4;

/** `fault` is called with the error of a failed run; the next one begins anew. */
export function createBackgroundLoop(look: Look, fault: (cause: unknown) => void): BackgroundLoop {
  let state: 'stopped' | 'resting' | 'looking' = 'stopped';
  let isHurried = false;
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  function begin(): void {
    state = 'looking';
    isHurried = false;
    const startedAt = performance.now();
    const slices = look();
    const goOn = () => {
      const isDone = isOver(slices);
      if (state !== 'looking') return;
      if (isDone) rest(performance.now() - startedAt);
      else later(goOn);
    };
    later(goOn);
  }

  /** A command that came during a slice is executed in the turn that is left free, before the next slice. */
  function later(goOn: () => void): void {
    immediate = setImmediate(() => {
      immediate = setImmediate(goOn);
    });
  }

  function isOver(slices: ReturnType<Look>): boolean {
    try {
      return slices.next().done === true;
    } catch (cause) {
      fault(cause);
      return true;
    }
  }

  function rest(tookMs: number): void {
    state = 'resting';
    const restMs = Math.min(REST_AT_MOST_MS, Math.max(REST_AT_LEAST_MS, tookMs * REST_PER_LOOK));
    timer = setTimeout(begin, isHurried ? 0 : restMs);
  }

  return {
    start: () => {
      if (state === 'stopped') begin();
    },
    hurry: () => {
      isHurried = true;
      if (state !== 'resting') return;
      clearTimeout(timer);
      begin();
    },
    stop: () => {
      state = 'stopped';
      clearTimeout(timer);
      clearImmediate(immediate);
    },
  };
}
