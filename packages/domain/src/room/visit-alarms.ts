import { type Announcement, hasExpired } from '../announcement/announcement.ts';
import { waitsSince } from '../calling/priority.ts';
import type { Instant } from '../ids.ts';
import type { Site } from '../site/site.ts';
import type { Visit, VisitIn } from '../visit/visit.ts';
import { waitsAgain } from '../visit/waits.ts';
import { type Alarm, type AlarmFacts, alarmRuleOf } from './alarm.ts';

/** A visitor whom the room did not hear called is looked for at least so long. */
const SHOWN_MINUTES = 30;

/** By when a waiting visit is to be called: as promised, and within the centre's bound at the latest. */
export function callDeadline(visit: VisitIn<'waiting'>, { rule }: Pick<Site, 'rule'>): Instant {
  const from = Math.max(
    waitsSince(visit),
    visit.waitsFrom ?? 0,
    visit.notBefore ?? 0,
    waitsAgain(visit) ? visit.waitingSince : 0,
  );
  const bound = (from + rule.maxWaitMinutes * 60_000) as Instant;
  return isPromised(visit) && visit.promisedUntil < bound ? visit.promisedUntil : bound;
}

function isPromised(
  visit: VisitIn<'waiting'>,
): visit is VisitIn<'waiting'> & { readonly promisedUntil: Instant } {
  const { promisedUntil, firstCalledAt, held, notBefore, past } = visit;
  const isKept = firstCalledAt === undefined && !held && notBefore === null && past.length === 0;
  return promisedUntil !== undefined && isKept;
}

/** What is wrong with a single open visit. */
export function visitAlarms(visit: Visit, { settings, closesAt }: AlarmFacts, at: Instant) {
  const alarms: Alarm[] = [];
  const rule = alarmRuleOf(settings.site);
  if (visit.state === 'waiting') {
    const since = callDeadline(visit, settings.site);
    const id = `waits-too-long/${visit.ticket.number}/${since}`;
    if (at > since)
      alarms.push({
        ...{ id, level: 'fault', since, type: 'waits-too-long' },
        ...{ visit, promised: isPromised(visit) && visit.promisedUntil === since },
      });
  }
  if (visit.state === 'parked') {
    const since = (visit.parkedAt + rule.parkedMinutes * 60_000) as Instant;
    const id = `parked-too-long/${visit.ticket.number}/${since}`;
    if (at > since) alarms.push({ id, level: 'attention', since, type: 'parked-too-long', visit });
  }
  const isOver = at >= closesAt;
  const warnsAt = visit.state === 'serving' ? closesAt : closesAt - rule.closingMinutes * 60_000;
  if (at >= warnsAt)
    alarms.push({
      id: `left-at-closing/${visit.ticket.number}`,
      level: isOver && visit.state !== 'serving' ? 'fault' : 'attention',
      since: Math.max(warnsAt, visit.arrivedAt) as Instant,
      ...{ type: 'left-at-closing', visit },
    });
  return alarms;
}

/** Calls of a visit that the room did not hear; where no display speaks at all, that is one alarm of the room. */
export function silenceAlarms(
  visit: Visit,
  calls: readonly Announcement[],
  { settings }: AlarmFacts,
  isMute: boolean,
  at: Instant,
): readonly Alarm[] {
  const isSilent = calls.length > 0 && calls.every((call) => isUnheard(call, at));
  if (!isSilent) return [];
  if (visit.state === 'closed' && visit.outcome === 'no-show') {
    const stands = Math.max(settings.site.missed.graceMinutes, SHOWN_MINUTES) * 60_000;
    if (at - visit.closedAt > stands) return [];
    const id = `missed-in-silence/${visit.ticket.number}/${visit.closedAt}`;
    return [{ id, level: 'fault', since: visit.closedAt, type: 'missed-in-silence', visit }];
  }
  if (visit.state !== 'called' || isMute) return [];
  const id = `call-not-heard/${visit.ticket.number}/${visit.calledAt}`;
  return [{ id, level: 'attention', since: visit.calledAt, type: 'call-not-heard', visit }];
}

function isUnheard(call: Announcement, at: Instant): boolean {
  return hasExpired(call, at) || call.state === 'failed';
}
