/** One run, in slices; between two of them other work is done. */
export type Run = () => Generator<void, void, undefined>;

/** Runs again and again until stopped. */
export interface BackgroundLoop {
  readonly start: () => void;
  /** Runs at once, or right after the current run. */
  readonly hurry: () => void;
  readonly stop: () => void;
}

const MIN_REST_MS = 1_000;
const MAX_REST_MS = 5_000;
/** A run takes at most a fifth of the time, so that a slow machine has the rest for commands. */
const REST_PER_RUN = 4;

/** `fault` is called with the error of a failed run; the next one begins anew. */
export function createBackgroundLoop(run: Run, fault: (cause: unknown) => void): BackgroundLoop {
  let state: 'stopped' | 'resting' | 'running' = 'stopped';
  let isHurried = false;
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  function begin(): void {
    state = 'running';
    isHurried = false;
    const startedAt = performance.now();
    const slices = run();
    const goOn = () => {
      const isDone = isOver(slices);
      if (state !== 'running') return;
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

  function isOver(slices: ReturnType<Run>): boolean {
    try {
      return slices.next().done === true;
    } catch (cause) {
      fault(cause);
      return true;
    }
  }

  function rest(tookMs: number): void {
    state = 'resting';
    const restMs = Math.min(MAX_REST_MS, Math.max(MIN_REST_MS, tookMs * REST_PER_RUN));
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
