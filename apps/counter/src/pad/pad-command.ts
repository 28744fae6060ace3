import type { CounterId } from '@motcua/domain';
import type { Wish } from '@motcua/client';
import type { RequestedAction } from '@motcua/protocol';
import type { CounterView, CurrentVisit } from '../screens/counter-view.ts';
import { plainAction } from '../visit/row-actions.ts';
import { actsAsPerson, type RowAction, type VisitRow } from '../visit/visit-row.ts';

/** Everything that has a button and a key at the counter. */
export const PAD_COMMANDS = [
  'call-next',
  'finish-and-next',
  'start-service',
  'finish',
  'go-on',
  'recall',
  'mark-no-show',
  'park',
  'park-shared',
  'transfer',
  'postpone',
  'send-back',
  'cancel',
  'more',
  'add-service',
  'drop-service',
  'set-priority',
  'set-party',
  'care',
  'rejoin',
  'undo',
  'pause',
  'resume',
  'help',
] as const;
export type PadCommand = (typeof PAD_COMMANDS)[number];

/** What concerns the visit at the counter and has no button of its own. */
export const IN_MORE = [
  'care',
  'add-service',
  'drop-service',
  'set-party',
  'set-priority',
  'park-shared',
] as const satisfies readonly (PadCommand & RowAction)[];

const ON_CURRENT = [
  ...IN_MORE,
  'start-service',
  'finish',
  'recall',
  'mark-no-show',
  'park',
  'transfer',
  'postpone',
  'send-back',
  'cancel',
] as const satisfies readonly (PadCommand & RowAction)[];

export interface Readiness {
  /** The hub answers and no command is under way. */
  readonly ready: boolean;
  readonly canUndo: boolean;
}

/** What may be done now. Help is always there; everything else only when the hub would say yes. */
export function allowedCommands(view: CounterView, readiness: Readiness): ReadonlySet<PadCommand> {
  const allowed = new Set<PadCommand>(['help']);
  if (!readiness.ready || view.state.state === 'closed') return allowed;

  const { current } = view;
  for (const type of ON_CURRENT) {
    if (current?.actions.includes(type)) allowed.add(type);
  }
  if (current !== null) allowed.add('more');
  if (current?.actions.includes('go-on') && current.following?.here === true) allowed.add('go-on');
  if (rejoining(view) !== null) allowed.add('rejoin');
  if (readiness.canUndo) allowed.add('undo');
  if (view.state.state === 'paused') return allowed.add('resume');

  allowed.add('pause');
  if (view.waiting.length > 0) {
    if (current === null || mayBeMissed(current)) allowed.add('call-next');
    if (current?.visit.state === 'serving') allowed.add('finish-and-next');
  }
  return allowed;
}

/** Whether "call next" may give up on the visit that is called. */
export function mayBeMissed({ calledEnough, notYet }: CurrentVisit): boolean {
  return calledEnough && !notYet.includes('mark-no-show');
}

/** Whether a command only waits for the room to hear the call. */
export function waitsForVoice(command: PadCommand, { current }: CounterView): boolean {
  if (current === null) return false;
  if (command === 'call-next') return current.calledEnough && !mayBeMissed(current);
  if (command === 'recall') return current.notYet.includes('recall');
  return command === 'mark-no-show' && current.notYet.includes('mark-no-show');
}

/** The missed visit that one key lets wait again: the latest that is still awaited. */
export function rejoining({ missed }: Pick<CounterView, 'missed'>): VisitRow | null {
  return (
    missed.find(({ awaitedMs, actions }) => awaitedMs > 0 && actions.includes('reinstate')) ?? null
  );
}

/** The wish of a command that needs no more questions; null for the ones that open a dialog first. */
export function requestOf(command: PadCommand, view: CounterView): Wish | null {
  const counterId = view.counter.id;
  switch (command) {
    case 'call-next':
      // Whoever was called often enough is missed with it; the hub refuses to finish anybody else.
      return { type: 'call-next', counterId, finishCurrent: view.current?.calledEnough === true };
    case 'finish-and-next':
      return { type: 'call-next', counterId, finishCurrent: true };
    case 'undo':
      return { type: 'undo', counterId };
    case 'resume':
      return { type: 'resume-counter', counterId };
    case 'rejoin': {
      const row = rejoining(view);
      return row === null ? null : actRequest(row, counterId, { type: 'reinstate' });
    }
    case 'recall':
    case 'start-service':
    case 'finish':
    case 'go-on':
    case 'mark-no-show':
    case 'park':
    case 'park-shared':
    case 'send-back': {
      const action = plainAction(command);
      return view.current === null || action === null
        ? null
        : actRequest(view.current, counterId, action);
    }
    default:
      return null;
  }
}

type ActInput = Extract<Wish, { type: 'act-on-visit' }>;

export interface Words {
  /** For whoever calls the visit next. */
  readonly note?: string | null;
  readonly reason?: string | null;
}

/** The command for an action on the visit of a row. */
export function actRequest(
  { visit, needsReason }: Pick<VisitRow, 'visit' | 'needsReason'>,
  counterId: CounterId | null,
  action: RequestedAction,
  { note = null, reason = null }: Words = {},
): ActInput {
  return {
    type: 'act-on-visit',
    visitId: visit.id,
    counterId: needsReason && actsAsPerson(action.type) ? null : counterId,
    action,
    note,
    reason,
  };
}
