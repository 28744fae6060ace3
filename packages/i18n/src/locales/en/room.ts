import type { Section } from '../../section.ts';
import type { room as vi } from '../vi/room.ts';

export const room: Section<typeof vi> = {
  'room.voice-no-display': 'No display is paired: calls are neither shown nor heard.',
  'room.voice-not-connected': 'No display is connected: calls are neither shown nor heard.',
  'room.voice-no-sound': 'No display has sound: calls are shown, but not heard.',
  'room.voice-failed': 'The call at {time} was not heard: {reason}.',
  'room.voice-not-heard-today': 'Loudspeaker: no call has been spoken today yet.',
  'room.voice-heard': 'Loudspeaker: the latest call was spoken at {time}.',
  'room.display-not-connected': '{device}: not connected, calls are not shown there.',
  'room.display-blocked': '{device}: the sound is off, calls are not heard there.',
  'room.display-muted': '{device}: shows calls without sound, as it was set up.',
  'room.display-on': '{device}: connected, the sound is on.',
  'room.printer-silent': '{device}: not connected, how its printer is is not known.',
  'room.printer-fault': '{device}: {fault}.',
  'room.printer-near-end': '{device}: paper nearly out.',
  'room.printer-slip-failed': '{device}: the slip at {time} was not printed ({fault}).',
  'room.printer-slip-unsettled':
    '{device}: it is not known whether the slip at {time} was printed.',
  'room.printer-ready': '{device}: says it is ready, no slip has been printed today yet.',
  'room.printer-reachable':
    '{device}: takes slips and tells nothing; none has been printed today yet.',
  'room.printer-accepted':
    '{device}: the printer accepted the slip at {time} and does not tell whether it came out.',
  'room.printer-printed': '{device}: the latest slip was printed at {time}.',
  'room.no-kiosk': 'No kiosk is paired: nothing is known of a printer.',
  'room.unattended':
    'Counter {counter} ({clerk}): its page has been away since {time} and calls nobody.',
  'room.unattended-holding':
    'Counter {counter} ({clerk}): its page has been away since {time}; number {number} is there.',
  'room.lingers-called':
    'Number {number} was called to counter {counter} {minutes} minutes ago, neither started nor a no-show.',
  'room.lingers-serving':
    'Number {number} at counter {counter}: being served for {minutes} minutes. Is it finished?',
};
