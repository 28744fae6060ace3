import {
  afterReport,
  type Announcement,
  type AnnouncementId,
  type AnnouncementKind,
  type CounterId,
  hasExpired,
  ok,
  refuse,
  type Visit,
  withdraw,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { composeAnnouncement } from '@motcua/voice';
import type { Situation, UseCase } from './use-case.ts';

/** The announcement of a call, its words fixed now. */
export function announce(
  { state, at, newId }: Situation,
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

/** Takes back what displays still show of a visit's calls at or after `since`. */
export function withdrawCalls(
  { state, at }: Situation,
  visits: readonly Visit[],
  since: number,
): Fact[] {
  const ids = new Set(visits.map(({ id }) => id));
  return [...state.announcements.values()]
    .filter(({ visitId, calledAt, failure }) => {
      return ids.has(visitId) && calledAt >= since && failure !== 'withdrawn';
    })
    .map((announcement) => ({
      type: 'announcement-changed',
      announcement: withdraw(announcement, at),
    }));
}

/** A display tells how far it is with speaking a call. */
export const reportAnnouncement: UseCase<'report-announcement'> = (
  { state, at },
  { announcementId, report },
) => {
  const announcement = state.announcements.get(announcementId);
  if (announcement === undefined) return refuse('announcement-not-found', { announcementId });
  const after = afterReport(announcement, report, at);
  return ok(after === null ? [] : [{ type: 'announcement-changed', announcement: after }]);
};

/** What no display could speak within two minutes has failed, and the counter is told. */
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
