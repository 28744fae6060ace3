import { MAX_STEPS } from '@motcua/domain';
import type { MessageKey, Params } from '@motcua/i18n';
import type { CounterView } from '../screens/counter-view.ts';
import { type PadCommand, waitsForVoice } from './pad-command.ts';

/** Why a pressed command is not possible, and what would help. */
export interface NotNow {
  readonly key: MessageKey;
  readonly params: Params;
}

export function whyNotNow(command: PadCommand, view: CounterView): NotNow {
  const { current, state } = view;
  const say = (key: MessageKey, params: Params = {}): NotNow => ({ key, params });
  switch (command) {
    case 'help':
    case 'resume':
      return say('counter.not-now-open');
    case 'pause':
      return say('counter.not-now-paused');
    case 'undo':
      return say('counter.not-now-undo');
    case 'rejoin':
      return say('counter.not-now-rejoin');
    default:
  }
  if (command === 'recall' && current?.calledEnough === true)
    return say('refusal.called-often-enough');
  if (waitsForVoice(command, view)) {
    const isMute = current?.hearing.state === 'failed';
    return say(isMute ? 'counter.not-now-just-called' : 'refusal.call-being-spoken');
  }
  const calls = command === 'call-next' || command === 'finish-and-next';
  if (calls && state.state === 'paused') return say('counter.not-now-paused');
  if (current === null)
    return say(command === 'call-next' ? 'counter.not-now-none' : 'counter.not-now-no-number');
  const { number } = current.visit.ticket;
  if (current.visit.state === 'called')
    return say(whyNotCalled(command, view), { number, count: MAX_STEPS });
  switch (command) {
    case 'finish-and-next':
      return say('counter.not-now-none-next', { number });
    case 'call-next':
      return say(view.waiting.length === 0 ? 'counter.not-now-none' : 'counter.not-now-current', {
        number,
      });
    case 'cancel':
      return say('counter.not-now-cancel', { number });
    case 'go-on':
      return say(
        current.following === null ? 'counter.not-now-no-next' : 'counter.not-now-next-elsewhere',
        { number },
      );
    case 'drop-service':
      return say('counter.not-now-no-next', { number });
    case 'add-service':
      return say('counter.not-now-most-services', { number, count: MAX_STEPS });
    default:
      return say('counter.not-now-serving', { number });
  }
}

/** What is missing while the visitor is only called. */
function whyNotCalled(command: PadCommand, view: CounterView): MessageKey {
  switch (command) {
    case 'call-next':
      return view.current?.calledEnough === true && view.waiting.length === 0
        ? 'counter.not-now-none'
        : 'counter.not-now-current';
    case 'drop-service':
      return 'counter.not-now-no-next';
    case 'add-service':
      return 'counter.not-now-most-services';
    default:
      return 'counter.not-now-not-started';
  }
}
