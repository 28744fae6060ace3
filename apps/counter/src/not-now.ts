import type { MessageKey, Params } from '@motcua/i18n';
import type { CounterView } from './counter-view.ts';
import { type PadCommand, waitsForVoice } from './pad-command.ts';

/** Words for a command that was pressed but is not allowed, as precise as the reason is known. */
export type NotNow =
  | { readonly key: MessageKey; readonly params: Params }
  | { readonly command: PadCommand };

export function whyNotNow(command: PadCommand, view: CounterView): NotNow {
  if (command === 'recall' && view.current?.calledEnough === true)
    return { key: 'refusal.called-often-enough', params: {} };
  if (waitsForVoice(command, view)) return { key: 'refusal.call-being-spoken', params: {} };
  if (command === 'rejoin') return { key: 'counter.not-now-rejoin', params: {} };
  const calls = command === 'call-next' || command === 'finish-and-next';
  if (!calls) return { command };
  const number = view.current?.visit.ticket.number;
  if (view.state.state === 'paused') return { key: 'counter.not-now-paused', params: {} };
  const called = view.current?.visit.state === 'called' && !view.current.calledEnough;
  if (number !== undefined && called) return { key: 'counter.not-now-current', params: { number } };
  if (view.waiting.length === 0) return { key: 'counter.not-now-nobody', params: {} };
  if (number !== undefined && command === 'call-next') {
    return { key: 'counter.not-now-current', params: { number } };
  }
  return { command };
}
