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

/** The state of a visit's latest call, given the state of the room's voice. */
export function hearingOf(
  mirror: Mirror,
  visitId: VisitId,
  voice: VoiceHealth,
  now: Instant,
): CallHearing {
  return callHearing(announcementsOf(mirror, visitId).at(-1), voice, now);
}

/** What this page knows of voice, displays and printers. */
export function roomHealthOf(mirror: Mirror, now: Instant): RoomHealth {
  const { devices, announcements, printJobs } = mirror;
  return roomHealth(
    { devices: devices.values(), announcements, printJobs: printJobs.values() },
    now,
  );
}

/** The calls of a visit that were not undone before being spoken, oldest first. */
export function announcementsOf(mirror: Mirror, visitId: VisitId): readonly Announcement[] {
  return mirror.announcements.filter(
    (announcement) => announcement.visitId === visitId && !isTakenBack(announcement),
  );
}
