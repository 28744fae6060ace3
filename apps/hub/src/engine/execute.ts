import type { CommandId, Instant, Result } from '@motcua/domain';
import { ok, refuse } from '@motcua/domain';
import { type By, type Change, type Fact, hubCommandId, type Seq } from '@motcua/protocol';
import type { Store } from '@motcua/store';
import type { Estimates } from '../estimates/estimates.ts';
import { type HubCommand, type Identity, THE_HUB_ITSELF } from './hub-command.ts';
import type { Submit } from './interceptor.ts';
import type { LiveState } from './live-state.ts';
import { loadAnswered, type Written } from './load-live-state.ts';
import { decide } from '../use-cases/decide.ts';
import type { CommandContext } from '../use-cases/use-case.ts';

interface Waiting {
  readonly command: HubCommand;
  readonly identity: Identity;
  readonly reason: string | null;
  readonly answer: (result: Result<readonly Change[]>) => void;
  readonly isUrgent: (written: readonly Change[]) => boolean;
}

export interface ExecutorParts {
  readonly store: Store;
  /** Rebuilds the live state from the store; used after a fault. */
  readonly load: () => LiveState;
  readonly now: () => Instant;
  readonly newId: (at: Instant) => string;
  readonly random: () => number;
  readonly estimates: Estimates;
  /** Called once after each commit that wrote something, before any answer. */
  readonly stored: () => void;
  /** Called once after that and the urgent answers. */
  readonly afterCommit: (last: Seq) => void;
  /** Called after that, before the other answers. */
  readonly committed: (changes: readonly Change[]) => void;
  /** A bug or a broken disk: logged, and answered as `hub-unavailable`. */
  readonly fault: (cause: unknown, command: HubCommand | null) => void;
}

/**
 * Group commit: commands that arrive in one turn of the event loop share one transaction and one sync, and
 * one that fails rolls back nothing of the others; answers and changes leave only after the commit.
 */
export class Executor {
  readonly #parts: ExecutorParts;
  #state: LiveState;
  #answered: Map<CommandId, Written>;
  /** Of the day before: a client may repeat a command after midnight. */
  #answeredYesterday = new Map<CommandId, Written>();
  #waiting: Waiting[] = [];
  #scheduled: NodeJS.Immediate | null = null;

  constructor(parts: ExecutorParts) {
    this.#parts = parts;
    this.#state = parts.load();
    this.#answered = loadAnswered(parts.store.journal);
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Takes a command; answers leave after the sync, in order of arrival. */
  readonly submit: Submit = (command, identity, reason, answer, isUrgent = () => false) => {
    this.#waiting.push({ command, identity, reason, answer, isUrgent });
    this.#scheduled ??= setImmediate(() => this.flush());
  };

  /** Carries out everything that waits, now. */
  flush(): void {
    if (this.#scheduled !== null) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];

    const written: Change[] = [];
    let results: Result<readonly Change[]>[];
    try {
      results = this.#parts.store.transaction.run(() => {
        this.#closeDayIfOver(written);
        return batch.map((waiting) => this.#carryOut(waiting, written));
      });
    } catch (cause) {
      this.#parts.fault(cause, null);
      this.#reload();
      written.length = 0;
      results = batch.map(() => refuse('hub-unavailable'));
    }
    const last = written.at(-1);
    // Bookings of the days between, which the wrong day had dropped, are there again.
    if (written.some((change) => change.type === 'clock-confirmed' && change.to < change.from))
      this.#reload();
    if (last !== undefined) this.#parts.stored();
    const urgent = new Set(batch.filter(({ isUrgent }) => isUrgent(written)));
    const answerAll = (areUrgent: boolean) =>
      batch.forEach((waiting, index) => {
        if (urgent.has(waiting) === areUrgent)
          waiting.answer(results[index] ?? refuse('hub-unavailable'));
      });
    answerAll(true);
    if (last !== undefined) {
      this.#parts.afterCommit(last.seq);
      this.#parts.committed(written);
    }
    answerAll(false);
  }

  #carryOut(
    waiting: Pick<Waiting, 'command' | 'identity' | 'reason'>,
    written: Change[],
  ): Result<readonly Change[]> {
    const { command, identity, reason } = waiting;
    const { commandId } = command;
    const before = this.#answered.get(commandId) ?? this.#answeredYesterday.get(commandId);
    if (before !== undefined) {
      const { by, first, last } = before;
      return by.deviceId === identity.deviceId && by.personId === identity.personId
        ? ok(this.#parts.store.journal.between(first - 1, last))
        : refuse('role-not-allowed');
    }

    try {
      const result = this.#parts.store.transaction.part(
        written.length === 0,
        (): Result<readonly Change[]> => {
          const context = this.#context(identity, command);
          const decided = decide(context, command);
          return decided.ok ? ok(this.#record(decided.value, context, command, reason)) : decided;
        },
      );
      if (result.ok) written.push(...result.value);
      return result;
    } catch (cause) {
      this.#parts.fault(cause, command);
      this.#reload();
      return refuse('hub-unavailable');
    }
  }

  #context(identity: Identity, command: HubCommand): CommandContext {
    // A confirmed clock may set the time back or ahead: the change itself is at the time that was confirmed.
    const at = command.type === 'confirm-clock' ? command.at : this.#parts.now();
    const { newId, random, estimates } = this.#parts;
    return {
      state: this.#state,
      at,
      today: this.#state.today,
      identity,
      newId: <Id extends string>() => newId(at) as Id,
      random,
      estimates,
      isGiven: (day, number) => this.#parts.store.tables.isGiven(day, number),
      hasVisits: () => this.#parts.store.tables.hasVisitsThrough(this.#state.today),
      visitsWith: (id) => this.#parts.store.tables.visitsWith(id),
      numbersOf: (day) => this.#parts.store.tables.numbersOf(day),
    };
  }

  /** Journal, tables, memory: in this order, so that memory is never ahead of the transaction. */
  #record(
    facts: readonly Fact[],
    { at, identity: { deviceId, personId, address } }: CommandContext,
    command: HubCommand,
    reason: string | null,
  ): readonly Change[] {
    const { store } = this.#parts;
    const { commandId } = command;
    const says = command.type === 'act-on-visit' || command.type === 'issue-ticket';
    const given = says ? command.reason : reason;
    const by: By = { deviceId, personId, reason: given };
    const first = this.#state.seq + 1;
    const changes = facts.map((fact, index): Change => ({ ...fact, seq: first + index, at, by }));
    facts.forEach((fact, index) => {
      store.journal.append({ seq: first + index, at, commandId, by, fact, address });
      store.tables.write(fact, first + index);
      if (fact.type === 'visits-forgotten') store.journal.forgetVisits(fact.lastSeq, fact.through);
      if (fact.type === 'day-closed') {
        store.journal.beginDay(fact.next, first + index + 1);
        store.journal.deleteConfidential();
      }
    });
    this.#state.apply(changes);
    this.#answered.set(commandId, { by, first, last: first + facts.length - 1 });
    return changes;
  }

  #closeDayIfOver(written: Change[]): void {
    const at = this.#parts.now();
    if (!this.#state.isOver(at)) return;
    const day = this.#state.settings.clock.localDate(at);
    const command = { commandId: hubCommandId(`day-${day}`), type: 'close-day' } as const;
    const result = this.#carryOut({ command, identity: THE_HUB_ITSELF, reason: null }, written);
    if (!result.ok) return;
    this.#answeredYesterday = this.#answered;
    this.#answered = new Map();
  }

  #reload(): void {
    this.#state = this.#parts.load();
    this.#answered = loadAnswered(this.#parts.store.journal);
    this.#answeredYesterday.clear();
  }
}
