import { type CounterId, type Instant, undoLeftMs } from '@motcua/domain';
import type { MessageKey } from '@motcua/i18n';
import type { Mirror, CommandInput } from '@motcua/client';
import type { Change, ChangeOf } from '@motcua/protocol';
import type { CommandRunnerState } from '../page/command-runner.ts';
import type { Sentence } from '../visit/why-next.ts';

export interface UndoWindow {
  /** What will be undone, in the order it happened: a finish and a call belong together. */
  readonly steps: readonly Sentence[];
  readonly leftMs: number;
  readonly command: CommandInput;
}

type Accepted = Pick<CommandRunnerState, 'accepted' | 'notesBefore' | 'undone'>;

/**
 * The undo window opened by the last accepted command of this counter (null: of the floor). Null
 * when it is too late, there is nothing to undo, or a later command changed the visit.
 */
export function undoWindow(
  { accepted, notesBefore, undone }: Accepted,
  counterId: CounterId | null,
  mirror: Mirror,
  now: Instant,
): UndoWindow | null {
  if (undone) return null;
  const own = accepted.filter((change) => isOwn(change, counterId));
  const noted = accepted.find((change) => change.type === 'care-changed');
  const last = own.at(-1) ?? (notesBefore === null ? undefined : noted);
  if (last === undefined) return null;
  const leftMs = undoLeftMs(last.at, now);
  if (leftMs === 0 || own.some((change) => wasBuiltOn(change, mirror))) return null;

  const steps = stepsOf(own, mirror);
  if (own.length === 0 && noted !== undefined && notesBefore !== null) {
    const number = mirror.visits.get(noted.visitId)?.ticket.number ?? '';
    return {
      steps: [{ key: 'counter.done-notes', params: { number } }],
      leftMs,
      command: { type: 'set-care', visitId: noted.visitId, care: notesBefore },
    };
  }
  return { steps, leftMs, command: { type: 'undo', counterId } };
}

/** What was undone just now, in words; empty once its undo window would have closed. */
export function undoneSteps(
  { accepted, undone }: Accepted,
  mirror: Mirror,
  now: Instant,
): readonly Sentence[] {
  const last = accepted.at(-1);
  if (!undone || last === undefined || undoLeftMs(last.at, now) === 0) return [];
  const counters = accepted.filter((change) => change.type === 'counter-changed');
  if (counters.length > 0) return counters.map((change) => counterSentence(change, mirror));
  const numbers = accepted.flatMap((change) => {
    if (change.type === 'visit-changed') return change.visit.ticket.number;
    if (change.type !== 'care-changed') return [];
    return mirror.visits.get(change.visitId)?.ticket.number ?? [];
  });
  return [...new Set(numbers)].map((number) => ({ key: 'counter.done-undo', params: { number } }));
}

/** The counter that the last accepted command opened, paused, resumed or closed; null: none. */
export function counterChangedBy(accepted: readonly Change[]): CounterId | null {
  return accepted.find((change) => change.type === 'counter-changed')?.counter.counterId ?? null;
}

type OwnChange = ChangeOf<'visit-changed'> | ChangeOf<'counter-changed'>;

function isOwn(change: Change, counterId: CounterId | null): change is OwnChange {
  if (change.type === 'visit-changed')
    return change.counterId === counterId && change.action !== 'undo';
  return (
    change.type === 'counter-changed' && change.counter.counterId === counterId && !change.undone
  );
}

/** Visits that a closing counter releases are part of the closing. */
function stepsOf(own: readonly OwnChange[], mirror: Mirror): readonly Sentence[] {
  const counters = own.filter((change) => change.type === 'counter-changed');
  if (counters.length > 0) return counters.map((change) => counterSentence(change, mirror));
  return own
    .filter((change) => change.type === 'visit-changed')
    .flatMap(({ action, visit }) =>
      // Only visitors hold, and only the night rolls over.
      action === 'hold' || action === 'roll-over'
        ? []
        : [
            {
              // A visit with another service left is not done.
              key:
                action === 'finish' && visit.state === 'waiting'
                  ? 'counter.done-finish-waits'
                  : `counter.done-${action}`,
              params: { number: visit.ticket.number },
            },
          ],
    );
}

function counterSentence({ counter }: ChangeOf<'counter-changed'>, { settings }: Mirror): Sentence {
  const number = settings.counters.find(({ id }) => id === counter.counterId)?.number ?? '';
  const key: MessageKey = `counter.done-counter-${counter.state}`;
  return { key, params: { counter: number } };
}

function wasBuiltOn(change: OwnChange, mirror: Mirror): boolean {
  if (change.type === 'counter-changed') {
    const now = mirror.counters.get(change.counter.counterId);
    return (now?.state ?? 'closed') !== change.counter.state;
  }
  const { visit } = change;
  const now = mirror.visits.get(visit.id);
  return JSON.stringify(now) !== JSON.stringify(visit);
}
