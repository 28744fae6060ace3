import {
  afterReport,
  type Announcement,
  type AnnouncementId,
  type AnnouncementKind,
  type CallEnd,
  type CounterId,
  endCall,
  hasExpired,
  ok,
  refuse,
  reopenCall,
  type Visit,
  withdraw,
} from '@motcua/domain';
import type { Fact, FactOf } from '@motcua/protocol';
import { composeAnnouncement } from '@motcua/voice';
import type { CommandContext, UseCase } from '../use-case.ts';

/** The announcement of a call, its words fixed now. */
export function announce(
  { state, at, newId }: CommandContext,
  visit: Visit,
  counterId: CounterId,
  kind: AnnouncementKind,
): Fact {
  const { announcements } = state.settings.site;
  const counterNumber = state.settings.counter(counterId)?.number ?? 0;
  const { number, language } = visit.ticket;
  const announcement: Announcement = {
    id: newId<AnnouncementId>(),
    visitId: visit.id,
    number,
    counterId,
    counterNumber,
    kind,
    utterances: composeAnnouncement({
      kind,
      number,
      counterNumber,
      reading: announcements.reading,
      languages: announcements.inVisitorLanguage && language !== 'vi' ? ['vi', language] : ['vi'],
    }),
    calledAt: at,
    state: 'queued',
    stateSince: at,
    failure: null,
  };
  return { type: 'announcement-changed', announcement };
}

/** Ends the calls of visits that are no longer called or served after these facts; without it displays would go on showing them. */
export function endCalls({ state, at }: CommandContext, facts: readonly Fact[]): Fact[] {
  return facts.flatMap((fact) => {
    if (fact.type !== 'visit-changed') return [];
    const { visit, action } = fact;
    const before = state.visits.get(visit.id)?.state;
    const left =
      (before === 'called' && visit.state !== 'called') ||
      (before === 'serving' && visit.state !== 'serving' && !ENDS_BY_ITSELF.has(action));
    if (!left) return [];
    return state.callsOf(visit.id).flatMap((call) => changed(endCall(call, endBy(action), at)));
  });
}

function endBy(action: FactOf<'visit-changed'>['action']): CallEnd {
  if (action === 'mark-no-show') return 'missed';
  return ENDS_BY_ITSELF.has(action) ? 'over' : 'taken-back';
}

/** After these the list on displays may still show where the visitor went. */
const ENDS_BY_ITSELF: ReadonlySet<FactOf<'visit-changed'>['action']> = new Set<
  FactOf<'visit-changed'>['action']
>(['start-service', 'finish']);

/** At night nothing is left to be spoken in the morning. */
export function silence({ state, at }: CommandContext): Fact[] {
  return state
    .unheard()
    .flatMap((call) => (call.state === 'queued' ? changed(endCall(call, 'over', at)) : []));
}

/** The calls of a visit that is again as it was: later ones never were, and the visit's own call is announced again. */
export function undoCalls(context: CommandContext, visit: Visit): Fact[] {
  const { state, at } = context;
  const calls = state.callsOf(visit.id);
  const now = state.visits.get(visit.id);
  const last = calls.at(-1);
  if (last === undefined || now === undefined) return [];
  if (now.state === 'called')
    return now.callCount > visit.callCount ? changed(withdraw(last, at)) : [];
  if (visit.state === 'serving')
    return last.ended === 'taken-back' ? changed({ ...last, ended: 'over' }) : [];
  if (visit.state !== 'called') return [];
  const call = calls.findLast(({ calledAt }) => calledAt === visit.calledAt) ?? last;
  return call.failure === 'withdrawn'
    ? [announce(context, visit, visit.counterId, call.kind)]
    : changed(reopenCall(call));
}

function changed(announcement: Announcement | null): FactOf<'announcement-changed'>[] {
  return announcement === null ? [] : [{ type: 'announcement-changed', announcement }];
}

/** A display reports how far it is with speaking a call. */
export const reportAnnouncement: UseCase<'report-announcement'> = (
  { state, at },
  { announcementId, report },
) => {
  const announcement = state.announcements.get(announcementId);
  if (announcement === undefined) return refuse('announcement-not-found', { announcementId });
  const after = afterReport(announcement, report, at);
  return ok(after === null ? [] : [{ type: 'announcement-changed', announcement: after }]);
};

/** What no display could speak within two minutes has failed, and the counter sees it. */
export const expireAnnouncements: UseCase<'expire-announcements'> = ({ state, at }) =>
  ok(
    state
      .unheard()
      .filter((announcement) => hasExpired(announcement, at))
      .map((announcement) => ({
        type: 'announcement-changed',
        announcement: { ...announcement, state: 'failed', stateSince: at, failure: 'expired' },
      })),
  );
