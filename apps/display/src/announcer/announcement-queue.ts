import {
  ANNOUNCEMENT_LIFE_MS,
  type Announcement,
  type AnnouncementId,
  type Instant,
} from '@motcua/domain';

/**
 * Which call is spoken next. Every display speaks every call once, in the order of the calls,
 * whatever other displays do meanwhile; a call it met as already spoken is history to it.
 */
export interface AnnouncementQueue {
  /** In the order of the calls. */
  readonly pending: readonly PendingAnnouncement[];
  readonly speaking: Announcement | null;
  /** All that were ever pending or history, so that no reconnect brings one back. */
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
  /** A clock of this device that nobody can set. */
  readonly uptimeMs: number;
}

/** Ten times what the hub tells at once. */
const SEEN_KEPT = 500;

export const EMPTY_QUEUE: AnnouncementQueue = { pending: [], speaking: null, seen: new Set() };

/** The queue after the hub told its announcements: new ones join; what is called no longer, or forgotten, leaves unless it is being spoken here. */
export function observe(
  queue: AnnouncementQueue,
  announcements: readonly Announcement[],
  times: Times,
): AnnouncementQueue {
  const told = new Map(announcements.map((announcement) => [announcement.id, announcement]));
  const fresh = announcements.filter(({ id }) => !queue.seen.has(id)).map(({ id }) => id);
  const stay = queue.pending.filter(({ announcement: { id } }) => {
    const now = told.get(id);
    return now !== undefined && isCalled(now);
  });
  const join = announcements
    .filter((each) => !queue.seen.has(each.id) && isCalled(each) && isUnfinished(each))
    .map((announcement) => ({ announcement, speakBeforeMs: Infinity }));
  return {
    pending: [...stay, ...join]
      .map((pending) => ({
        ...pending,
        // The hub's time is right just after a message; between messages only the uptime can be trusted.
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

export interface Turn {
  readonly queue: AnnouncementQueue;
  /** To be spoken now, to its end; null while another is spoken or nothing is pending. */
  readonly start: Announcement | null;
  /** Too old to be spoken; they have left the queue. */
  readonly expired: readonly Announcement[];
}

/** Takes the next call out of the queue. While sound is blocked only the expired ones leave. */
export function takeTurn(queue: AnnouncementQueue, uptimeMs: number, canSpeak: boolean): Turn {
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

/** The queue after the spoken call came to its end. */
export function spoken(queue: AnnouncementQueue): AnnouncementQueue {
  return { ...queue, speaking: null };
}

/** How long until the next pending call is too old, in ms; null when none is pending. */
export function untilNextExpiry(queue: AnnouncementQueue, uptimeMs: number): number | null {
  if (queue.pending.length === 0) return null;
  return Math.max(0, Math.min(...queue.pending.map((p) => p.speakBeforeMs)) - uptimeMs);
}

/** What another display has begun is ended there, and begun nowhere else, once its visitor is called no longer. */
function isCalled({ failure, ended }: Announcement): boolean {
  return failure !== 'withdrawn' && ended === undefined;
}

function isUnfinished({ state }: Announcement): boolean {
  return state === 'queued' || state === 'playing';
}

function lifeLeft({ calledAt }: Announcement, at: Instant): number {
  return Math.min(ANNOUNCEMENT_LIFE_MS, ANNOUNCEMENT_LIFE_MS - (at - calledAt));
}
