import type { Mirror } from '@motcua/client';
import type { Announcement, AnnouncementId, Instant, PauseReason } from '@motcua/domain';

/** A call this young is marked as new: about the time it takes to look up, understand and rise. */
export const FRESH_MS = 30_000;

/** More numbers in one strip would be read by nobody. */
export const MISSED_SHOWN = 6;

export interface ShownCall {
  readonly id: AnnouncementId;
  readonly number: string;
  readonly counterNumber: number;
  readonly captions: readonly Caption[];
  readonly fresh: boolean;
}

export interface Caption {
  readonly language: string;
  readonly text: string;
}

export interface RoomView {
  /** What the room looks at: the call being spoken, else the newest whose visitor is still to come; null: nobody is. */
  readonly focus: ShownCall | null;
  /** The other calls, newest first, each visit once. */
  readonly lately: readonly ShownCall[];
  readonly paused: readonly PausedCounter[];
  readonly missed: MissedNumbers;
}

/** Who did not come when called and may still come back; the latest first. */
export interface MissedNumbers {
  readonly shown: readonly string[];
  /** How many are not shown. */
  readonly more: number;
}

export interface PausedCounter {
  readonly counterNumber: number;
  readonly reason: PauseReason;
}

/** What the screen shows of the mirror at a time of the hub's clock. */
export function roomView(
  { announcements, counters, settings, missed }: Mirror,
  at: Instant,
  speaking: AnnouncementId | null,
): RoomView {
  const latest = latestOfEachVisit(announcements);
  const spoken = announcements.find(({ id, ended }) => id === speaking && ended !== 'taken-back');
  const focus = spoken ?? latest.find(({ ended }) => ended === undefined);
  return {
    focus: focus === undefined ? null : toShownCall(focus, at),
    lately: latest
      .filter(({ number }) => number !== focus?.number)
      .map((announcement) => toShownCall(announcement, at)),
    paused: settings.counters
      .flatMap(({ id, number }): PausedCounter[] => {
        const counter = counters.get(id);
        return counter?.state === 'paused' && !counter.training
          ? [{ counterNumber: number, reason: counter.reason }]
          : [];
      })
      .toSorted((a, b) => a.counterNumber - b.counterNumber),
    missed: {
      shown: missed.slice(0, MISSED_SHOWN),
      more: Math.max(0, missed.length - MISSED_SHOWN),
    },
  };
}

/** A number is one visit's for a day, and all a wall knows of it. Newest call first. A recall replaces the call it repeats; what was missed or taken back is not shown. */
function latestOfEachVisit(announcements: readonly Announcement[]): readonly Announcement[] {
  const latest = new Map<string, Announcement>();
  for (const announcement of announcements) {
    if (announcement.ended === 'missed' || announcement.ended === 'taken-back') continue;
    latest.delete(announcement.number);
    latest.set(announcement.number, announcement);
  }
  return [...latest.values()].toReversed();
}

function toShownCall(announcement: Announcement, at: Instant): ShownCall {
  const { id, number, counterNumber, utterances, calledAt, ended } = announcement;
  return {
    id,
    number,
    counterNumber,
    captions: utterances.map(({ language, caption }) => ({ language, text: caption })),
    fresh: ended === undefined && at - calledAt < FRESH_MS,
  };
}
