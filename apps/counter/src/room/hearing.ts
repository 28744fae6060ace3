import {
  type Announcement,
  callHearing,
  type CallHearing,
  type Instant,
  isTakenBack,
  roomHealth,
  type RoomHealth,
  type VisitId,
  type VoiceHealth,
} from '@motcua/domain';
import type { Mirror } from '@motcua/client';

/** What became of the latest call of a visit, where the voice of the room is as `voice` says. */
export function hearingOf(
  mirror: Mirror,
  visitId: VisitId,
  voice: VoiceHealth,
  now: Instant,
): CallHearing {
  return callHearing(announcementsOf(mirror, visitId).at(-1), voice, now);
}

/** What is known of voice, displays and printers, as far as the hub told this page. */
export function roomHealthOf(mirror: Mirror, now: Instant): RoomHealth {
  const { devices, announcements, printJobs } = mirror;
  return roomHealth(
    { devices: devices.values(), announcements, printJobs: printJobs.values() },
    now,
  );
}

/** The calls of a visit that were not taken back unheard, oldest first. */
export function announcementsOf(mirror: Mirror, visitId: VisitId): readonly Announcement[] {
  return mirror.announcements.filter(
    (announcement) => announcement.visitId === visitId && !isTakenBack(announcement),
  );
}
