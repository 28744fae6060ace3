import type {
  CounterId,
  Instant,
  PersonId,
  PrinterHealth,
  RoomFinding,
  VoiceHealth,
  WatchFinding,
} from '@motcua/domain';
import type { Translate } from '@motcua/i18n';

/** One sentence for a finding about the room, the same on every page; `toTime` formats a moment in the site's zone. */
export function roomWords(
  finding: RoomFinding,
  t: Translate,
  toTime: (at: Instant) => string,
): string {
  switch (finding.subject) {
    case 'voice':
      return voiceWords(finding.voice, t, toTime);
    case 'display':
      return t(`room.display-${finding.state}`, { device: finding.device.name });
    case 'printer':
      return printerWords(finding.printer, finding.device.name, t, toTime);
    case 'no-kiosk':
      return t('room.no-kiosk');
  }
}

/** The names of the ids in a finding. */
export interface Names {
  readonly counter: (id: CounterId) => number | string;
  readonly person: (id: PersonId) => string;
}

/** One sentence for what other staff should know of a counter. */
export function watchWords(
  finding: WatchFinding,
  { counter, person }: Names,
  t: Translate,
  toTime: (at: Instant) => string,
): string {
  if (finding.subject === 'unattended') {
    const { counterId, clerkId, since, visit } = finding;
    const who = { counter: counter(counterId), clerk: person(clerkId), time: toTime(since) };
    return visit === null
      ? t('room.unattended', who)
      : t('room.unattended-holding', { ...who, number: visit.ticket.number });
  }
  const { visit, ms } = finding;
  const minutes = Math.floor(ms / 60_000);
  const { number } = visit.ticket;
  return t(`room.lingers-${visit.state}`, { number, minutes, counter: counter(visit.counterId) });
}

function voiceWords(voice: VoiceHealth, t: Translate, toTime: (at: Instant) => string): string {
  const time = 'at' in voice ? toTime(voice.at) : '';
  const reason = 'failure' in voice ? t(`counter.failure-${voice.failure}`) : '';
  return t(`room.voice-${voice.state}`, { time, reason });
}

function printerWords(
  printer: PrinterHealth,
  device: string,
  t: Translate,
  toTime: (at: Instant) => string,
): string {
  const time = 'at' in printer ? toTime(printer.at) : '';
  const fault = 'fault' in printer ? t(`counter.fault-${printer.fault ?? 'unknown'}`) : '';
  return t(`room.printer-${printer.state}`, { device, time, fault });
}
