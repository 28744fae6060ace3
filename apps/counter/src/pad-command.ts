import type { CounterId, VisitAction } from '@motcua/domain';
import type { Wish } from '@motcua/client';
import type { CounterView } from './counter-view.ts';

/** Everything that has a button and a key at the counter. */
export const PAD_COMMANDS = [
  'call-next',
  'finish-and-next',
  'start-service',
  'finish',
  'recall',
  'mark-no-show',
  'park',
  'transfer',
  'send-back',
  'cancel',
  'undo',
  'pause',
  'resume',
  'help',
] as const;
export type PadCommand = (typeof PAD_COMMANDS)[number];

const ON_CURRENT = [
  'start-service',
  'finish',
  'recall',
  'mark-no-show',
  'park',
  'transfer',
  'send-back',
  'cancel',
] as const satisfies readonly (PadCommand & VisitAction['type'])[];

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
  if (readiness.canUndo) allowed.add('undo');
  if (view.state.state === 'paused') return allowed.add('resume');

  allowed.add('pause');
  if (view.waiting.length > 0) {
    if (current === null) allowed.add('call-next');
    if (current?.visit.state === 'serving') allowed.add('finish-and-next');
  }
  return allowed;
}

/** The wish of a command that needs no more questions; null for the ones that open a dialog first. */
export function wishOf(command: PadCommand, view: CounterView): Wish | null {
  const counterId = view.counter.id;
  switch (command) {
    case 'call-next':
      return { type: 'call-next', counterId, finishCurrent: false };
    case 'finish-and-next':
      return { type: 'call-next', counterId, finishCurrent: true };
    case 'undo':
      return { type: 'undo', counterId };
    case 'resume':
      return { type: 'resume-counter', counterId };
    case 'recall':
    case 'start-service':
    case 'finish':
    case 'mark-no-show':
    case 'park':
    case 'send-back':
      return view.current === null
        ? null
        : actWish(view.current, counterId, { type: command }, null);
    case 'transfer':
    case 'cancel':
    case 'pause':
    case 'help':
      return null;
  }
}

type ActWish = Extract<Wish, { type: 'act-on-visit' }>;

/** A head who acts on another counter's visit does so as a person, not as this counter. */
export function actWish(
  { visit, needsReason }: Pick<CounterView['waiting'][number], 'visit' | 'needsReason'>,
  counterId: CounterId,
  action: ActWish['action'],
  reason: string | null,
): ActWish {
  const calls = action.type === 'call';
  return {
    type: 'act-on-visit',
    visitId: visit.id,
    counterId: needsReason && !calls ? null : counterId,
    action,
    note: null,
    reason,
  };
}
