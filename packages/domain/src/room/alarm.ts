import type { ZoneClock } from '../clock/zone-clock.ts';
import type { CounterId, Instant, LocalDate, PersonId, QueueId } from '../ids.ts';
import type { Person } from '../people/people-and-devices.ts';
import type { CounterState } from '../site/counter.ts';
import { openSpansOn } from '../site/opening-hours.ts';
import type { Settings } from '../site/settings.ts';
import { type AlarmRule, type Site, USUAL_ALARM_RULE } from '../site/site.ts';
import type { Visit, VisitIn } from '../visit/visit.ts';
import type { RoomFacts, RoomFinding } from './room-health.ts';
import type { WatchFinding } from './room-watch.ts';

type FindingOf<S> = Extract<WatchFinding, { readonly subject: S }>;
type Paused = Extract<CounterState, { state: 'paused' }>;

/**
 * What a person must see to now. `id` begins with the type, stays the same while
 * the reason lasts, and is another one the next time.
 */
export type Alarm = {
  readonly id: string;
  readonly level: 'fault' | 'attention';
  /** Null: a device does not report since when. */
  readonly since: Instant | null;
} & (
  | {
      /** Beyond the time that was shown, or the centre's bound. */
      readonly type: 'waits-too-long';
      readonly visit: VisitIn<'waiting'>;
      readonly promised: boolean;
    }
  /** A visit that is not finished at closing; before that, one that is still to be called. */
  | { readonly type: 'left-at-closing'; readonly visit: Visit }
  /** Marked as missed although no call was heard. */
  | { readonly type: 'missed-in-silence'; readonly visit: VisitIn<'closed'> }
  | { readonly type: 'call-not-heard'; readonly visit: VisitIn<'called'> }
  | { readonly type: 'parked-too-long'; readonly visit: VisitIn<'parked'> }
  /** No open counter would call them. */
  | { readonly type: 'no-counter'; readonly queueId: QueueId; readonly count: number }
  /** `waiting`: how many only wait for this counter, or for it as well. */
  | { readonly type: 'paused-too-long'; readonly counter: Paused; readonly waiting: number }
  | { readonly type: 'unattended'; readonly finding: FindingOf<'unattended'> }
  /** Called or served for long. */
  | { readonly type: 'lingers'; readonly finding: FindingOf<'lingers'> }
  | { readonly type: 'room'; readonly finding: RoomFinding }
);
export type AlarmType = Alarm['type'];

export const ALARM_TYPES = [
  'waits-too-long',
  'missed-in-silence',
  'left-at-closing',
  'no-counter',
  'unattended',
  'call-not-heard',
  'parked-too-long',
  'paused-too-long',
  'lingers',
  'room',
] as const satisfies readonly AlarmType[];

/** The type in the id of an alarm; null: there is none of that name. */
export function alarmTypeIn(alarmId: string): AlarmType | null {
  const name = alarmId.split('/')[0];
  return ALARM_TYPES.find((type) => type === name) ?? null;
}

/** The number of the visit that the alarm with this id is about; null: it is about something else. */
export function numberInAlarm(alarmId: string): string | null {
  const [name, subject] = alarmId.split('/');
  return OF_VISITS.some((type) => type === name) ? (subject ?? null) : null;
}

const OF_VISITS: readonly AlarmType[] = [
  ...['waits-too-long', 'missed-in-silence', 'left-at-closing', 'call-not-heard'],
  ...['parked-too-long', 'lingers'],
] as const;

export interface AlarmFacts extends RoomFacts {
  readonly settings: Pick<Settings, 'site' | 'counters'>;
  /** Of today. */
  readonly visits: Iterable<Visit>;
  readonly counters: ReadonlyMap<CounterId, CounterState>;
  readonly people: ReadonlyMap<PersonId, Pick<Person, 'skills'>>;
  /** `closingOn` of today. */
  readonly closesAt: Instant;
}

/** When the centre closes on a day; the end of the day where it has no hours. */
export function closingOn({ hours }: Pick<Site, 'hours'>, day: LocalDate, clock: ZoneClock) {
  return openSpansOn(hours, day, clock).at(-1)?.to ?? clock.endOfDay(day);
}

/** The thresholds of a site. */
export function alarmRuleOf({ alarms }: Pick<Site, 'alarms'>): AlarmRule {
  return alarms ?? USUAL_ALARM_RULE;
}

/** The visit that an alarm is about; null: it is about a counter, a queue or a device. */
export function visitOf(alarm: Alarm): Visit | null {
  if ('visit' in alarm) return alarm.visit;
  return 'finding' in alarm && alarm.type !== 'room' ? alarm.finding.visit : null;
}
