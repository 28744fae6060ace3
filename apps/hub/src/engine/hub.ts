import { randomFillSync, randomInt } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import {
  alwaysRight,
  createIdSource,
  createTrustedClock,
  type Instant,
  type MachineClock,
  type Result,
  type TrustedClock,
} from '@motcua/domain';
import { type Change, hubCommandId, type Seq } from '@motcua/protocol';
import {
  type Journal,
  keepPrivate,
  makeFolder,
  makePrivateFile,
  openStore,
  type Store,
} from '@motcua/store';
import { lockDataDir } from '../operations/data-lock.ts';
import { diskFullSentence, isDiskFull } from '../operations/disk-full.ts';
import { createEstimates } from '../estimates/create-estimates.ts';
import type { LiveEstimates } from '../estimates/estimates.ts';
import { Executor } from './execute.ts';
import type { Submit } from './interceptor.ts';
import {
  type HubCommand,
  type HubCommandOf,
  type Identity,
  THE_HUB_ITSELF,
} from './hub-command.ts';
import {
  hasCheckpoint,
  lastCheckpoint,
  NO_CHECKPOINT,
  openJournalCheckpoint,
} from '../operations/journal-checkpoint.ts';
import { createLettersOfToday, NO_LETTERS } from '../operations/letters-of-today.ts';
import type { LiveState } from './live-state.ts';
import { clockOfThisComputer } from '../clock/machine-clock.ts';
import { loadLiveState } from './load-live-state.ts';
import { NEW_SITE_ZONE_CLOCK } from './live-settings.ts';
import { type SecretCost, USUAL_COST } from '../identity/passwords.ts';

export interface HubOptions {
  /** The folder of the database; `:memory:` stores nothing. */
  readonly dataDir: string;
  /** A clock that is right by definition; absent, the one of the machine is watched. */
  readonly now?: () => Instant;
  readonly machine?: MachineClock;
  readonly secretCost?: SecretCost;
  readonly onFault?: (cause: unknown, command: HubCommand | null) => void;
}

/** The only writer: decides and stores, without any network. */
export interface Hub {
  readonly state: LiveState;
  readonly store: Store;
  readonly estimates: LiveEstimates;
  readonly now: () => Instant;
  /** The clock behind `now`, and its problem. */
  readonly clock: TrustedClock;
  /** Of every password that is set from now on. */
  readonly secretCost: SecretCost;
  /** Resolves after the sync; refuses, and never throws. */
  readonly execute: (
    command: HubCommand,
    identity: Identity,
    reason?: string | null,
  ) => Promise<Result<readonly Change[]>>;
  /** The same without a promise, for the socket's hot path. */
  readonly submit: Submit;
  /** Called after each commit, before any answer: what was answered has been replicated. */
  readonly onStored: (listener: () => void) => void;
  /** Called with the changes of each commit, before the answers leave, except urgent ones. */
  readonly onCommitted: (listener: (changes: readonly Change[]) => void) => void;
  readonly close: () => void;
}

/** Opens the hub on a folder. Throws in one sentence when the folder cannot be used or another hub has it. */
export function createHub({
  dataDir,
  now: rightNow,
  machine = clockOfThisComputer(),
  secretCost = USUAL_COST,
  onFault = () => {},
}: HubOptions): Hub {
  const inMemory = dataDir === ':memory:';
  if (!inMemory) makeWritable(dataDir);
  // Closed in reverse, also when one of the steps fails.
  using opened = new DisposableStack();
  if (!inMemory) opened.defer(lockDataDir(dataDir));
  const file = inMemory ? ':memory:' : join(dataDir, 'motcua.db');
  const store = openOrSay(() => openStore(file), `The data in ${file} cannot be read`, dataDir);
  opened.defer(() => void store.db.close());
  const checkpoint = inMemory ? NO_CHECKPOINT : openJournalCheckpoint(dataDir);
  opened.defer(() => checkpoint.close());
  const followed = store.history.followed();
  if (followed !== null)
    throw new Error(
      `The data in ${dataDir} follows the hub at ${followed}; make it a hub's own with motcua promote.`,
    );
  const noted = inMemory ? null : lastCheckpoint(dataDir);
  if (noted !== null && !hasCheckpoint(store.journal, noted))
    onFault(new Error(`The journal lacks change ${noted.seq}, which was written here`), null);
  const clock =
    rightNow === undefined
      ? createTrustedClock(machine, lastWritten(store.journal))
      : alwaysRight(rightNow);
  const { now } = clock;
  const listeners: ((changes: readonly Change[]) => void)[] = [];
  const storedListeners: (() => void)[] = [];

  const letters = inMemory ? NO_LETTERS : createLettersOfToday(dataDir);
  const load = () =>
    loadLiveState(store, NEW_SITE_ZONE_CLOCK.localDate(now()), (day) => letters.read(day));
  const estimates = createEstimates({
    state: () => executor.state,
    journal: store.journal,
    now,
    fault: (cause) => onFault(cause, null),
  });
  const parts = {
    ...{ store, load, now, newId, random, estimates, fault: onFault },
    stored() {
      for (const listener of storedListeners) listener();
    },
    afterCommit: (last: Seq) => checkpoint.note(last, store.journal.hashOfWritten(last)),
    committed(changes: readonly Change[]) {
      for (const change of changes)
        if (change.type === 'history-lost' && change.letters !== null)
          letters.add(change.day, change.letters);
      const confirmed = changes.find(({ type }) => type === 'clock-confirmed');
      if (confirmed !== undefined)
        clock.confirm(confirmed.by.personId === null ? 'computers' : 'person');
      estimates.learn(changes);
      for (const listener of listeners) listener(changes);
    },
  };
  const begin = () => {
    const made = new Executor(parts);
    if (store.journal.latestDay() === null) store.journal.beginDay(made.state.today, 1);
    const isLess = store.journal.lastSeq() > 0 && !checkpoint.agrees(store.journal);
    if (isLess) store.history.beginLife(newId(now()));
    for (const command of commandsAtStart(made.state, isLess)) {
      const commandId = hubCommandId(newId(now()));
      made.submit({ ...command, commandId }, THE_HUB_ITSELF, null, () => {});
    }
    made.flush();
    return made;
  };
  const executor = openOrSay(begin, `The data in ${file} is damaged`, dataDir);
  const running = opened.move();

  return {
    get state() {
      return executor.state;
    },
    store,
    estimates,
    now,
    clock,
    secretCost,
    execute: (command, identity, reason = null) =>
      new Promise((resolve) => executor.submit(command, identity, reason, resolve)),
    submit: executor.submit,
    onStored: (listener) => void storedListeners.push(listener),
    onCommitted: (listener) => void listeners.push(listener),
    close: () => {
      estimates.close();
      executor.flush();
      running.dispose();
    },
  };
}

type StartCommand = WithoutId<HubCommandOf<'note-lost-history' | 'put-device'>>;
type WithoutId<C> = C extends unknown ? Omit<C, 'commandId'> : never;

/** Records that the hub lost data; kiosks of an older program get their letters. */
function commandsAtStart({ today, devices }: LiveState, isLess: boolean): readonly StartCommand[] {
  const withoutLetter = [...devices.values()].filter(
    ({ role, revoked, offlineLetter }) =>
      role === 'kiosk' && !revoked && offlineLetter === undefined,
  );
  return [
    ...(isLess ? [{ type: 'note-lost-history', since: today } as const] : []),
    ...withoutLetter.map((device) => ({ type: 'put-device', device }) as const),
  ];
}

/** Opens something, or throws why not, and what to do, in one sentence. */
function openOrSay<T>(open: () => T, sentence: string, dataDir: string): T {
  try {
    return open();
  } catch (cause) {
    if (isDiskFull(cause, dataDir)) throw new Error(diskFullSentence(dataDir), { cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    const help = isDamage(cause) ? RESTORE : '';
    throw new Error(`${sentence}: ${why}${help}.`, { cause });
  }
}

/** Why a hub did not start, in one sentence; a fault late in the start also says what to do. */
export function whyNotStarted(cause: unknown, dataDir: string): string {
  const why = cause instanceof Error ? cause.message : String(cause);
  if (isDiskFull(cause, dataDir)) return diskFullSentence(dataDir);
  return isDamage(cause)
    ? `The data in ${join(dataDir, 'motcua.db')} is damaged: ${why}${RESTORE}.`
    : why;
}

const RESTORE = '; put back the latest backup with "motcua restore"';
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB|IOERR)/;

function isDamage(cause: unknown): boolean {
  if (cause instanceof SyntaxError) return true; // a row that is no JSON any more
  return cause instanceof Error && 'code' in cause && DAMAGED.test(String(cause.code));
}

function makeWritable(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
    keepPrivate(dataDir);
    makePrivateFile(join(dataDir, 'motcua.db'));
  } catch (cause) {
    throw new Error(
      isDiskFull(cause, dataDir)
        ? diskFullSentence(dataDir)
        : `The folder ${dataDir} cannot be written.`,
      { cause },
    );
  }
}

/** The time of a row that a clock of 1970 wrote is useless; its day is right. */
function lastWritten(journal: Journal): Instant | null {
  const [at, day] = [journal.lastAt(), journal.latestDay()];
  if (at === null || day === null) return at;
  return Math.max(at, NEW_SITE_ZONE_CLOCK.startOfDay(day)) as Instant;
}

const newId = createIdSource(randomFillSync);

const RANDOM_STEPS = 2 ** 47;

function random(): number {
  return randomInt(RANDOM_STEPS) / RANDOM_STEPS;
}
