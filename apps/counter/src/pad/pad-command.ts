import type { CounterId } from '@motcua/domain';
import type { CommandInput } from '@motcua/client';
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

/** Actions on the visit at the counter without a button of their own. */
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
  /** The hub is connected and no command is pending. */
  readonly ready: boolean;
  readonly canUndo: boolean;
}

/** The commands allowed now. Help always is; the others only when the hub would accept them. */
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

/** Whether "call next" may mark the called visit as a no-show. */
export function mayBeMissed({ calledEnough, notYet }: CurrentVisit): boolean {
  return calledEnough && !notYet.includes('mark-no-show');
}

/** Whether a command only waits until the call was spoken. */
export function waitsForVoice(command: PadCommand, { current }: CounterView): boolean {
  if (current === null) return false;
  if (command === 'call-next') return current.calledEnough && !mayBeMissed(current);
  if (command === 'recall') return current.notYet.includes('recall');
  return command === 'mark-no-show' && current.notYet.includes('mark-no-show');
}

/** The missed visit that one key reinstates: the latest that is still awaited. */
export function rejoining({ missed }: Pick<CounterView, 'missed'>): VisitRow | null {
  return (
    missed.find(({ awaitedMs, actions }) => awaitedMs > 0 && actions.includes('reinstate')) ?? null
  );
}

/** The command to send, when it needs no more input; null for those that open a dialog first. */
export function requestOf(command: PadCommand, view: CounterView): CommandInput | null {
  const counterId = view.counter.id;
  switch (command) {
    case 'call-next':
      // A visit that was called often enough becomes a no-show with it; the hub refuses to finish any other.
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

type ActInput = Extract<CommandInput, { type: 'act-on-visit' }>;

export interface Words {
  /** For the clerk who calls the visit next. */
  readonly note?: string | null;
  readonly reason?: string | null;
}

/** The command for an action on the visit of a row. */
export function actRequest(
  { visit, heldElsewhere }: Pick<VisitRow, 'visit' | 'heldElsewhere'>,
  counterId: CounterId | null,
  action: RequestedAction,
  { note = null, reason = null }: Words = {},
): ActInput {
  return {
    type: 'act-on-visit',
    visitId: visit.id,
    counterId: heldElsewhere && actsAsPerson(action.type) ? null : counterId,
    action,
    note,
    reason,
  };
}
