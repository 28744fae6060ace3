import type { Mirror } from '@motcua/client';
import {
  type Announcement,
  type AnnouncementId,
  hasExpired,
  type Instant,
  type PauseReason,
} from '@motcua/domain';

/** A call this young is marked as new: about the time it takes to look up, understand and rise. */
export const FRESH_MS = 30_000;
/** Where nothing is heard each call of a burst stands large for this long. */
export const SILENT_TURN_MS = 6_000;
/** A display that says for longer that it speaks a call has died over it. */
const MAX_SPEECH_MS = 30_000;

export interface ShownCall {
  readonly id: AnnouncementId;
  readonly number: string;
  readonly counterNumber: number;
  readonly captions: readonly Caption[];
  /** Its visitor is still to come. */
  readonly open: boolean;
  /** To be marked: it is young, or was not spoken yet. */
  readonly fresh: boolean;
}

export interface Caption {
  readonly language: string;
  readonly text: string;
}

export interface RoomView {
  /** What the room looks at: the call being spoken, else the one whose turn it is to be read; null: nobody is called. */
  readonly focus: ShownCall | null;
  /** The other calls, newest first, each visit once. */
  readonly lately: readonly ShownCall[];
  readonly paused: readonly PausedCounters[];
  /** Numbers of those who did not come when called and may still come back; the latest first. */
  readonly missed: readonly string[];
}

/** Counters that rest for the same reason. */
export interface PausedCounters {
  readonly counterNumbers: readonly number[];
  readonly reason: PauseReason;
}

/** What the voice of this display does. */
export interface Speech {
  readonly speaking: AnnouncementId | null;
  readonly pending: readonly AnnouncementId[];
}

/** What the screen shows of the mirror at a time of the hub's clock. */
export function roomView(mirror: Mirror, at: Instant, speech: Speech): RoomView {
  const latest = latestOfEachVisit(mirror.announcements);
  const focus = focusOf(mirror.announcements, latest, at, speech);
  const shown = (call: Announcement) => toShownCall(call, at, speech);
  return {
    focus: focus === undefined ? null : shown(focus),
    lately: latest.filter(({ number }) => number !== focus?.number).map(shown),
    paused: pausedCounters(mirror),
    missed: mirror.missed,
  };
}

/**
 * The rows of a list that holds `size`: every call that is still awaited, and of the others the newest. Where more are
 * awaited than there are rows, they take turns: `turn` counts up.
 */
export function rowsOf(
  calls: readonly ShownCall[],
  size: number,
  turn: number,
): readonly ShownCall[] {
  const open = calls.filter((call) => call.open);
  if (open.length > size) return pageOf(open, size, turn);
  const ended = calls.filter((call) => !call.open).slice(0, size - open.length);
  return calls.filter((call) => call.open || ended.includes(call));
}

/** One page of a list whose pages take turns. */
function pageOf<T>(all: readonly T[], size: number, turn: number): readonly T[] {
  const page = turn % Math.ceil(all.length / size);
  return all.slice(page * size, (page + 1) * size);
}

function focusOf(
  announcements: readonly Announcement[],
  latest: readonly Announcement[],
  at: Instant,
  { speaking }: Speech,
): Announcement | undefined {
  const spoken = announcements.find(({ id, ended }) => id === speaking && ended !== 'taken-back');
  const open = latest.filter(({ ended }) => ended === undefined);
  return spoken ?? open.find((call) => isSpokenElsewhere(call, at)) ?? turnOf(open, at);
}

/** A display without sound shows what another one says. */
function isSpokenElsewhere({ state, stateSince }: Announcement, at: Instant): boolean {
  return state === 'playing' && at - stateSince < MAX_SPEECH_MS;
}

/** The newest call; of several that nobody has heard each for a while, in the order in which they were made. */
function turnOf(newestFirst: readonly Announcement[], at: Instant): Announcement | undefined {
  let free = 0;
  let current: Announcement | undefined;
  for (const call of newestFirst.toReversed()) {
    const begins = Math.max(call.calledAt, free);
    if (current !== undefined && begins > at) break;
    current = call;
    free = begins + (isUnheard(call, at) ? SILENT_TURN_MS : 0);
  }
  return current;
}

function isUnheard(call: Announcement, at: Instant): boolean {
  return call.state === 'queued' && !hasExpired(call, at);
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

function toShownCall(call: Announcement, at: Instant, { pending }: Speech): ShownCall {
  const { id, number, counterNumber, utterances, calledAt, ended } = call;
  const open = ended === undefined;
  const unspoken = pending.includes(id) || isUnheard(call, at);
  return {
    id,
    number,
    counterNumber,
    captions: utterances.map(({ language, caption }) => ({ language, text: caption })),
    open,
    fresh: open && (unspoken || at - calledAt < FRESH_MS),
  };
}

function pausedCounters({ counters, settings }: Mirror): readonly PausedCounters[] {
  const byReason = new Map<PauseReason, number[]>();
  for (const { id, number } of settings.counters.toSorted((a, b) => a.number - b.number)) {
    const counter = counters.get(id);
    if (counter?.state !== 'paused' || counter.training) continue;
    byReason.set(counter.reason, [...(byReason.get(counter.reason) ?? []), number]);
  }
  return [...byReason].map(([reason, counterNumbers]) => ({ reason, counterNumbers }));
}
