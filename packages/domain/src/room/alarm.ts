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

type Paused = Extract<CounterState, { state: 'paused' }>;

/** What a person must see to now. `id` stays the same while the reason lasts, and is another one the next time. */
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
  | { readonly type: 'watch'; readonly finding: WatchFinding }
  | { readonly type: 'room'; readonly finding: RoomFinding }
);
export type AlarmType = Alarm['type'];

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

export function alarmRuleOf({ alarms }: Pick<Site, 'alarms'>): AlarmRule {
  return alarms ?? USUAL_ALARM_RULE;
}

/** The visit that an alarm is about; null: it is about a counter, a queue or a device. */
export function visitOf(alarm: Alarm): Visit | null {
  if ('visit' in alarm) return alarm.visit;
  return alarm.type === 'watch' ? alarm.finding.visit : null;
}
