import type { Mirror } from '@motcua/client';
import {
  type Announcement,
  type AnnouncementId,
  hasExpired,
  type Instant,
  type PauseReason,
} from '@motcua/domain';

/** A call this young is marked as new: about the time it takes to notice it, understand it and get up. */
export const FRESH_MS = 30_000;
/** On a display without sound each call of a burst is shown large for this long. */
export const SILENT_TURN_MS = 6_000;
/** A display that reports speaking one call for longer than this has crashed. */
const MAX_SPEECH_MS = 30_000;

export interface ShownCall {
  readonly id: AnnouncementId;
  readonly number: string;
  readonly counterNumber: number;
  readonly captions: readonly Caption[];
  /** Its visitor is still expected. */
  readonly open: boolean;
  /** Marked as new: recent, or not spoken yet. */
  readonly fresh: boolean;
}

export interface Caption {
  readonly language: string;
  readonly text: string;
}

export interface RoomView {
  /** The call shown large: the one being spoken, else the one whose turn it is; null: no visit is called. */
  readonly focus: ShownCall | null;
  /** The other calls, newest first, each visit once. */
  readonly lately: readonly ShownCall[];
  readonly paused: readonly PausedCounters[];
  /** Numbers that missed their call and may still come back; newest first. */
  readonly missed: readonly string[];
}

/** Counters that are paused for the same reason. */
export interface PausedCounters {
  readonly counterNumbers: readonly number[];
  readonly reason: PauseReason;
}

/** The state of this display's voice. */
export interface Speech {
  readonly speaking: AnnouncementId | null;
  readonly pending: readonly AnnouncementId[];
}

/** What the screen shows of the mirror at a given hub time. */
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
 * The rows of a list with `size` places: every call still awaited, then the newest others. If more
 * are awaited than there are rows, they rotate: `turn` counts up.
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

/** One page of a list whose pages rotate. */
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

/** A display without sound shows what another one speaks. */
function isSpokenElsewhere({ state, stateSince }: Announcement, at: Instant): boolean {
  return state === 'playing' && at - stateSince < MAX_SPEECH_MS;
}

/** The newest call; several unspoken ones each for a while, in the order in which they were made. */
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

/**
 * A display knows only numbers, and a number belongs to one visit per day. Newest call first. A
 * recall replaces the call it repeats; missed and undone calls are left out.
 */
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
