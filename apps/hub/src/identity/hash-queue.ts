/** The requester of a hash that is costly to compute. */
export interface HashRequest {
  /** Those with the same key stand in one line; the lines are served in turn. */
  readonly key: string;
  /** A person signed in there before: served before all others. */
  readonly isKnown: boolean;
}

/** Computes few hashes at once, so that guessing uses up neither the memory nor the threads of the hub. */
export interface HashQueue {
  /** Resolves to null, without the work being done, when too many of that key or altogether wait. */
  run<T>(request: HashRequest, work: () => Promise<T>): Promise<T | null>;
}

/** Each takes 19 MiB and a thread; the other two threads of Node are for files. */
const MAX_RUNNING = 2;
const MAX_WAITING_PER_KEY = 8;
const MAX_WAITING = 200;

type Job = () => Promise<void>;

export function createHashQueue(): HashQueue {
  const lines = { known: new Map<string, Job[]>(), unknown: new Map<string, Job[]>() };
  let running = 0;
  const waiting = ({ isKnown }: Pick<HashRequest, 'isKnown'>) =>
    [...(isKnown ? lines.known : lines.unknown).values()].reduce((n, jobs) => n + jobs.length, 0);

  function next(): Job | undefined {
    for (const line of [lines.known, lines.unknown]) {
      const [first] = line;
      if (first === undefined) continue;
      const [key, jobs] = first;
      const job = jobs.shift();
      // To the end: every other key comes before this one again.
      line.delete(key);
      if (jobs.length > 0) line.set(key, jobs);
      return job;
    }
    return undefined;
  }

  function start(): void {
    while (running < MAX_RUNNING) {
      const job = next();
      if (job === undefined) return;
      running += 1;
      void job().finally(() => {
        running -= 1;
        start();
      });
    }
  }

  return {
    run(request, work) {
      const line = request.isKnown ? lines.known : lines.unknown;
      const jobs = line.get(request.key) ?? [];
      if (jobs.length >= MAX_WAITING_PER_KEY || waiting(request) >= MAX_WAITING)
        return Promise.resolve(null);
      return new Promise((resolve, reject) => {
        jobs.push(() => work().then(resolve, reject));
        line.set(request.key, jobs);
        start();
      });
    },
  };
}
