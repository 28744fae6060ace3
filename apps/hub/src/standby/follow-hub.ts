import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { versionOf, openDatabase } from '@motcua/store';
import { type ReplicationPosition, standby, toRequest } from '@motcua/protocol/http';
import { isDistrust } from './ask-health.ts';
import { type FeedLine, parseFeedLine } from './feed-line.ts';
import { openFollowerFile } from './follower-file.ts';
import { splitLines } from './split-lines.ts';

/** A connection that was cut is back within this, or the reason is known. */
const AGAIN_AFTER_MS = { least: 100, most: 1_000 } as const;
/** A hub sends something four times a second; one that is silent so long is gone. */
const SILENCE_MS = 2_000;
const COPY_TIMEOUT_MS = 10 * 60_000;

/** Why a follower cannot go on by itself; it retries now and then. */
export type FollowProblem =
  | 'other-hub'
  | 'outdated-hub'
  | 'other-version'
  | 'not-let-in'
  | 'not-trusted';
export type FollowState =
  | { readonly type: 'following'; readonly seq: number }
  | { readonly type: 'copying' | 'cut-off' }
  | { readonly type: 'refused'; readonly problem: FollowProblem };

export interface FollowOptions {
  readonly hubUrl: string;
  readonly dataDir: string;
  /** Called again at each connection. */
  readonly token: () => string;
  readonly onState: (state: FollowState) => void;
  readonly signal: AbortSignal;
}

class Refused extends Error {
  readonly problem: FollowProblem;
  constructor(problem: FollowProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Keeps the data in a folder as the hub's, through cuts and restarts of both. Resolves with `promoted` once the data were
 * made a hub's own, with `stopped` by the signal. Problems that it cannot solve itself it reports, and retries.
 */
export async function followHub(options: FollowOptions): Promise<'promoted' | 'stopped'> {
  const { signal, onState, dataDir } = options;
  const file = openFollowerFile(dataDir);
  let pauseMs: number = AGAIN_AFTER_MS.least;
  try {
    for (;;) {
      if (!file.isFollower()) return 'promoted';
      if (signal.aborted) return 'stopped';
      try {
        await followOnce();
      } catch (cause) {
        if (signal.aborted) return 'stopped';
        onState(
          cause instanceof Refused
            ? { type: 'refused', problem: cause.problem }
            : { type: 'cut-off' },
        );
      }
      await pause(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, AGAIN_AFTER_MS.most);
    }
  } finally {
    file.close();
  }

  /** Ends when the connection does, or when the data are a follower's no more. */
  async function followOnce(): Promise<void> {
    const position = file.position();
    const connection = new AbortController();
    const giveUp = () => connection.abort();
    signal.addEventListener('abort', giveUp, { once: true });
    const silence = setTimeout(giveUp, SILENCE_MS);
    const promoted = setInterval(() => {
      if (!file.isFollower()) giveUp();
    }, 100);
    try {
      const body = await open('feed', position, connection.signal);
      let begun = false;
      for await (const lines of splitLines(body)) {
        silence.refresh();
        const messages = lines.map(parseFeedLine);
        for (const line of messages)
          if (line.type === 'begin') {
            check(line, position);
            if (line.how === 'copy') return await copy();
            begun = true;
          }
        if (!begun || !file.write(messages)) return;
        pauseMs = AGAIN_AFTER_MS.least;
        const last = messages.at(-1);
        if (last !== undefined && last.type !== 'begin')
          onState({ type: 'following', seq: last.seq });
      }
    } finally {
      clearTimeout(silence);
      clearInterval(promoted);
      signal.removeEventListener('abort', giveUp);
      giveUp();
    }
  }

  async function copy(): Promise<void> {
    onState({ type: 'copying' });
    const part = join(dataDir, 'copy-of-the-hub.part');
    try {
      const body = await open(
        'copy',
        null,
        AbortSignal.any([signal, AbortSignal.timeout(COPY_TIMEOUT_MS)]),
      );
      await pipeline(Readable.from(body), createWriteStream(part, { mode: 0o600 }));
      file.take(part, options.hubUrl);
      pauseMs = AGAIN_AFTER_MS.least;
    } finally {
      rmSync(part, { force: true });
    }
  }

  async function open(
    what: 'feed' | 'copy',
    position: ReplicationPosition | null,
    until: AbortSignal,
  ): Promise<AsyncIterable<Uint8Array>> {
    const { path } = toRequest(standby[what], { query: position });
    const response = await fetch(new URL(path, options.hubUrl), {
      headers: { authorization: `Bearer ${options.token()}` },
      signal: until,
    }).catch((cause: unknown) => {
      throw isDistrust(cause) ? new Refused('not-trusted') : cause;
    });
    if (response.status === 403 || response.status === 401) throw new Refused('not-let-in');
    if (!response.ok || response.body === null)
      throw new Error(`The hub answered ${response.status}`);
    return response.body;
  }
}

/** A hub with other data is not followed; nor is one that this data has outlived. */
function check(
  { history, version }: Extract<FeedLine, { type: 'begin' }>,
  position: ReplicationPosition | null,
): void {
  if (version !== NEWEST) throw new Refused('other-version');
  if (position === null) return;
  if (history.database !== position.database) throw new Refused('other-hub');
  if (history.epoch < position.epoch) throw new Refused('outdated-hub');
}

/** The version of data that this program writes. */
const NEWEST = ((): number => {
  const db = openDatabase(':memory:');
  const version = versionOf(db);
  db.close();
  return version;
})();

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
