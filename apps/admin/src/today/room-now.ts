import type { Mirror } from '@motcua/client';
import {
  type Alarm,
  alarmsOf,
  closingOn,
  createZoneClock,
  type Instant,
  roomHealth,
  type RoomFinding,
  type SetupGap,
} from '@motcua/domain';

/** What is known of the room now. */
export interface RoomNow {
  /** The worst first. */
  readonly alarms: readonly Alarm[];
  readonly closesAt: Instant;
  /** Unknown states come before well ones. */
  readonly known: readonly RoomFinding[];
  /** Everything was confirmed, and there is no alarm. */
  readonly isWell: boolean;
}

type Known = Pick<
  Mirror,
  | 'settings'
  | 'devices'
  | 'announcements'
  | 'printJobs'
  | 'counters'
  | 'visits'
  | 'people'
  | 'today'
>;

/** What the list of gaps in the set-up has already is not repeated. */
export function roomNow(
  mirror: Known,
  gaps: readonly Pick<SetupGap, 'type'>[],
  at: Instant,
): RoomNow {
  const { settings, announcements, counters, people, today } = mirror;
  const equipment = { devices: [...mirror.devices.values()], announcements };
  const facts = { ...equipment, printJobs: [...mirror.printJobs.values()] };
  const health = roomHealth(facts, at);
  const isGap = (finding: RoomFinding) =>
    (finding.subject === 'no-kiosk' && gaps.some(({ type }) => type === 'no-kiosk')) ||
    (finding.subject === 'voice' &&
      finding.voice.state === 'no-display' &&
      gaps.some(({ type }) => type === 'no-display'));
  const visits = [...mirror.visits.values()].filter(({ day }) => day === today);
  const closesAt = closingOn(settings.site, today, createZoneClock(settings.site.zone));
  const alarms = alarmsOf({ ...facts, settings, visits, counters, people, closesAt }, at).filter(
    (alarm) => alarm.type !== 'room' || !isGap(alarm.finding),
  );
  return {
    alarms,
    closesAt,
    known: health.findings
      .filter((finding) => !isGap(finding))
      .filter(({ severity, subject }) =>
        severity === 'unknown' ? true : severity === 'well' && subject !== 'display',
      ),
    isWell: alarms.length === 0 && gaps.length === 0 && health.worst === 'well',
  };
}

/** Alarms that are said in one sentence: of one kind, about visits of one queue. */
export interface AlarmGroup {
  readonly key: string;
  readonly first: Alarm;
  readonly alarms: readonly Alarm[];
}

export function inGroups(alarms: readonly Alarm[]): readonly AlarmGroup[] {
  const groups = new Map<string, [Alarm, ...Alarm[]]>();
  for (const alarm of alarms) {
    const key = 'visit' in alarm ? `${alarm.type}/${alarm.visit.queueId}` : alarm.id;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [alarm]);
    else known.push(alarm);
  }
  return [...groups].map(([key, all]) => ({ key, first: all[0], alarms: all }));
}
