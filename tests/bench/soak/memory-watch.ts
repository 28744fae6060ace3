import { median } from '../measure.ts';

const CHECK_INTERVAL_MS = 5_000;
const FIRST_MINUTE_MS = 60_000;
const AROUND_MS = 15_000;
const END_MS = 30_000;

export interface MemoryWatch {
  readonly start: () => void;
  readonly stop: () => void;
  /** Growth from the end of the first minute to the last, each the median of its samples, as a share; null: unknown. */
  readonly growth: () => number | null;
  readonly lastKib: () => number | null;
}

/** Samples the memory of a process periodically. */
export function watchMemory(memoryKib: () => number | null): MemoryWatch {
  const looks: { readonly atMs: number; readonly kib: number }[] = [];
  let startedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const kib = memoryKib();
    if (kib !== null) looks.push({ atMs: performance.now() - startedAt, kib });
  };
  const middle = (isIn: (atMs: number) => boolean) => {
    const kibs = looks.filter(({ atMs }) => isIn(atMs)).map(({ kib }) => kib);
    return kibs.length === 0 ? null : median(kibs);
  };
  return {
    start() {
      startedAt = performance.now();
      timer = setInterval(look, CHECK_INTERVAL_MS);
    },
    stop: () => clearInterval(timer),
    growth() {
      const endMs = looks.at(-1)?.atMs ?? 0;
      const first = middle((atMs) => Math.abs(atMs - FIRST_MINUTE_MS) <= AROUND_MS);
      const end = middle((atMs) => endMs - atMs <= END_MS);
      return first === null || end === null ? null : end / first - 1;
    },
    lastKib: () => looks.at(-1)?.kib ?? null,
  };
}
