import {
  type Announcement,
  type AnnouncementFailure,
  hasExpired,
  type Instant,
  isTakenBack,
  type VisitId,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';

/** Whether the room heard the call; `unknown`: no display was told of it. */
export type Hearing =
  | { readonly state: 'unknown' | 'queued' | 'playing' | 'played' }
  | { readonly state: 'failed'; readonly failure: AnnouncementFailure };

/** What became of the latest call of a visit. Silence beyond the life of an announcement is a failure. */
export function hearingOf(mirror: Mirror, visitId: VisitId, now: Instant): Hearing {
  const announcement = announcementsOf(mirror, visitId).at(-1);
  if (!announcement) return { state: 'unknown' };
  if (hasExpired(announcement, now)) return { state: 'failed', failure: 'expired' };
  if (announcement.state !== 'failed') return { state: announcement.state };
  return { state: 'failed', failure: announcement.failure ?? 'no-sound' };
}

/** The calls of a visit that were not taken back unheard, oldest first. */
export function announcementsOf(mirror: Mirror, visitId: VisitId): readonly Announcement[] {
  return mirror.announcements.filter(
    (announcement) => announcement.visitId === visitId && !isTakenBack(announcement),
  );
}
