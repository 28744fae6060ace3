import {
  ANNOUNCEMENT_LIFE_MS,
  type Announcement,
  type AnnouncementId,
  type Instant,
} from '@motcua/domain';

/**
 * Decides which call is spoken next. Every display speaks every call once, in order, independently
 * of other displays. A call that was already played when first received is not spoken.
 */
export interface AnnouncementQueue {
  /** In the order of the calls. */
  readonly pending: readonly PendingAnnouncement[];
  readonly speaking: Announcement | null;
  /** All announcements ever received, so that a reconnect does not queue one again. */
  readonly seen: ReadonlySet<AnnouncementId>;
}

export interface PendingAnnouncement {
  readonly announcement: Announcement;
  /** On the clock of `Times.uptimeMs`. */
  readonly speakBeforeMs: number;
}

export interface Times {
  /** The hub's time. */
  readonly at: Instant;
  /** A monotonic clock of this device. */
  readonly uptimeMs: number;
}

/** Ten times the number of announcements in one snapshot. */
const SEEN_KEPT = 500;

export const EMPTY_QUEUE: AnnouncementQueue = { pending: [], speaking: null, seen: new Set() };

/** Merges the hub's announcements: new ones are queued; those no longer called or listed leave, except the one being spoken here. */
export function observe(
  queue: AnnouncementQueue,
  announcements: readonly Announcement[],
  times: Times,
): AnnouncementQueue {
  const latest = new Map(announcements.map((announcement) => [announcement.id, announcement]));
  const fresh = announcements.filter(({ id }) => !queue.seen.has(id)).map(({ id }) => id);
  const stay = queue.pending.filter(({ announcement: { id } }) => {
    const now = latest.get(id);
    return now !== undefined && isCalled(now);
  });
  const join = announcements
    .filter((each) => !queue.seen.has(each.id) && isCalled(each) && isUnfinished(each))
    .map((announcement) => ({ announcement, speakBeforeMs: Infinity }));
  return {
    pending: [...stay, ...join]
      .map((pending) => ({
        ...pending,
        // The hub's time is accurate only right after a message; between messages the uptime is used.
        speakBeforeMs: Math.min(
          pending.speakBeforeMs,
          times.uptimeMs + lifeLeft(pending.announcement, times.at),
        ),
      }))
      .toSorted((a, b) => a.announcement.calledAt - b.announcement.calledAt),
    speaking: queue.speaking,
    seen: new Set([...queue.seen, ...fresh].slice(-SEEN_KEPT)),
  };
}

export interface TakenCall {
  readonly queue: AnnouncementQueue;
  /** To be spoken now in full; null while another is being spoken or none is pending. */
  readonly start: Announcement | null;
  /** Too old to be spoken; already removed from the queue. */
  readonly expired: readonly Announcement[];
}

/** Takes the next call out of the queue. While sound is blocked only expired ones are removed. */
export function takeNextCall(
  queue: AnnouncementQueue,
  uptimeMs: number,
  canSpeak: boolean,
): TakenCall {
  const expired = queue.pending.filter(({ speakBeforeMs }) => speakBeforeMs < uptimeMs);
  const alive = queue.pending.filter(({ speakBeforeMs }) => speakBeforeMs >= uptimeMs);
  const [next] = alive;
  const start = canSpeak && queue.speaking === null && next !== undefined ? next : null;
  return {
    queue: {
      ...queue,
      pending: start === null ? alive : alive.slice(1),
      speaking: start?.announcement ?? queue.speaking,
    },
    start: start?.announcement ?? null,
    expired: expired.map(({ announcement }) => announcement),
  };
}

/** The queue after the current call was spoken. */
export function spoken(queue: AnnouncementQueue): AnnouncementQueue {
  return { ...queue, speaking: null };
}

/** How long until the next pending call is too old, in ms; null when none is pending. */
export function untilNextExpiry(queue: AnnouncementQueue, uptimeMs: number): number | null {
  if (queue.pending.length === 0) return null;
  return Math.max(0, Math.min(...queue.pending.map((p) => p.speakBeforeMs)) - uptimeMs);
}

/** A call that another display began is not started here once its visitor is no longer called. */
function isCalled({ failure, ended }: Announcement): boolean {
  return failure !== 'withdrawn' && ended === undefined;
}

function isUnfinished({ state }: Announcement): boolean {
  return state === 'queued' || state === 'playing';
}

function lifeLeft({ calledAt }: Announcement, at: Instant): number {
  return Math.min(ANNOUNCEMENT_LIFE_MS, ANNOUNCEMENT_LIFE_MS - (at - calledAt));
}
