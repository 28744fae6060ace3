import type { Announcement } from '../announcement/announcement.ts';
import type { Instant, VisitId } from '../ids.ts';
import type { Alarm, AlarmFacts } from './alarm.ts';
import { counterAlarms } from './counter-alarms.ts';
import { type RoomFinding, roomHealth, toSeeTo, whyMute } from './room-health.ts';
import { type WatchFinding, watchFindings } from './room-watch.ts';
import { silenceAlarms, visitAlarms } from './visit-alarms.ts';

/** All alarms of a moment, faults first; among equals people before machines, the oldest first. */
export function alarmsOf(facts: AlarmFacts, at: Instant): readonly Alarm[] {
  const real = [...facts.visits].filter(({ training }) => !training);
  const open = real.filter(({ state }) => state !== 'closed');
  const health = roomHealth(facts, at);
  const calls = callsOf(facts.announcements);
  const alarms: readonly Alarm[] = [
    ...open.flatMap((visit) => visitAlarms(visit, facts, at)),
    ...real.flatMap((visit) =>
      silenceAlarms(visit, calls.get(visit.id) ?? [], facts, whyMute(health.voice) !== null, at),
    ),
    ...counterAlarms(open, facts, at),
    ...watchFindings(facts.counters.values(), open, at).map(toWatchAlarm),
    ...toSeeTo(health).map((finding): Alarm => ({
      id: `room/${roomId(finding)}`,
      level: finding.severity === 'fault' ? 'fault' : 'attention',
      since: null,
      type: 'room',
      finding,
    })),
  ];
  const rank = ({ level }: Alarm) => (level === 'fault' ? 0 : 1);
  return alarms.toSorted((a, b) => rank(a) - rank(b) || (a.since ?? at) - (b.since ?? at));
}

function toWatchAlarm(finding: WatchFinding): Alarm {
  if (finding.subject === 'unattended') {
    const { counterId, since } = finding;
    const id = `unattended/${counterId}/${since}`;
    return { id, level: 'fault', since, type: 'unattended', finding };
  }
  const { visit } = finding;
  const since = visit.state === 'called' ? visit.calledAt : visit.servingSince;
  const id = `lingers/${visit.ticket.number}/${since}`;
  return { id, level: 'attention', since, type: 'lingers', finding };
}

/** Names the fault too, so that another one at the same device is another alarm. */
function roomId(finding: RoomFinding): string {
  switch (finding.subject) {
    case 'voice':
      return `voice/${finding.voice.state}`;
    case 'display':
      return `display/${finding.device.id}/${finding.state}`;
    case 'printer': {
      const { printer, device } = finding;
      return `printer/${device.id}/${printer.state === 'fault' ? printer.fault : printer.state}`;
    }
    case 'no-kiosk':
      return finding.subject;
  }
}

function callsOf(announcements: Iterable<Announcement>) {
  const calls = new Map<VisitId, Announcement[]>();
  for (const call of announcements) {
    if (call.ended === 'taken-back') continue;
    const known = calls.get(call.visitId);
    if (known === undefined) calls.set(call.visitId, [call]);
    else known.push(call);
  }
  return calls;
}
