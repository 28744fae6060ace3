import type { AnnouncementId, CounterId, Instant, VisitId } from '../ids.ts';

/** One sentence of an announcement, fixed when the call is made. */
export interface Utterance {
  readonly language: string;
  /** What is shown while it is spoken, in the same words. */
  readonly caption: string;
  /** Names of the clips of the voice pack of that language, in order. */
  readonly clips: readonly string[];
}

export type AnnouncementKind = 'call' | 'recall';
/** `withdrawn`: no longer to be spoken; `expired`: no display could speak it within two minutes. */
export type AnnouncementFailure = 'no-sound' | 'missing-clip' | 'expired' | 'withdrawn';

/** What a display shows and speaks for one call. */
export interface Announcement {
  readonly id: AnnouncementId;
  /** Empty on a display: the id alone lets its holder follow the visit. */
  readonly visitId: VisitId;
  readonly number: string;
  readonly counterId: CounterId;
  readonly counterNumber: number;
  readonly kind: AnnouncementKind;
  readonly utterances: readonly Utterance[];
  readonly calledAt: Instant;
  readonly state: 'queued' | 'playing' | 'played' | 'failed';
  readonly stateSince: Instant;
  readonly failure: AnnouncementFailure | null;
  /** Absent while the visit is called by it. */
  readonly ended?: CallEnd;
}

/**
 * `over`: the visitor came; `missed`: the visitor did not, and displays drop the counter, though a voice may end its
 * sentence; `taken-back`: the call was undone. A later one of these outweighs an earlier one.
 */
export const CALL_ENDS = ['over', 'missed', 'taken-back'] as const;
export type CallEnd = (typeof CALL_ENDS)[number];

/** What a display reports about an announcement; `played` only when sound left its audio graph. */
export type AnnouncementReport =
  | { readonly state: 'playing' }
  | { readonly state: 'played' }
  | { readonly state: 'failed'; readonly failure: AnnouncementFailure };

/** Older calls are shown but not spoken any more: the visitor has moved, and the sentence would mislead. */
export const ANNOUNCEMENT_LIFE_MS = 120_000;

/** A display that was cut off reports soon what it spoke; a later report says nothing about the call. */
const REPORTED_WITHIN_MS = 5 * ANNOUNCEMENT_LIFE_MS;

/**
 * The announcement after a display's report, or null when the report changes nothing.
 * Several displays report on one call: it was heard as soon as one of them played it, whatever the others say.
 */
export function afterReport(
  announcement: Announcement,
  report: AnnouncementReport,
  at: Instant,
): Announcement | null {
  const { state, failure } = announcement;
  if (state === 'played' || failure === 'withdrawn') return null;
  if (at - announcement.calledAt > REPORTED_WITHIN_MS) return null;
  if (report.state === state) return null;
  if (report.state === 'playing' && state !== 'queued') return null;
  return {
    ...announcement,
    state: report.state,
    stateSince: at,
    failure: report.state === 'failed' ? report.failure : null,
  };
}

/** Whether a queued or playing announcement is too old to be spoken at `at`. */
export function hasExpired(announcement: Announcement, at: Instant): boolean {
  return (
    (announcement.state === 'queued' || announcement.state === 'playing') &&
    at - announcement.calledAt > ANNOUNCEMENT_LIFE_MS
  );
}

/** Whether the call was over before a display spoke it, by whatever end. */
export function isUnspoken({ failure }: Announcement): boolean {
  return failure === 'withdrawn';
}

/** Whether the call was undone before it could be heard, so that it counts as never made. */
export function isTakenBack(call: Announcement): boolean {
  return isUnspoken(call) && call.ended !== 'over' && call.ended !== 'missed';
}

/** The announcement of a call that was undone: displays stop showing it, and it counts as never made. */
export function withdraw(announcement: Announcement, at: Instant): Announcement {
  return {
    ...announcement,
    state: 'failed',
    stateSince: at,
    failure: 'withdrawn',
    ended: 'taken-back',
  };
}

/**
 * The announcement once its visit is no longer called: what is queued is withdrawn, what is being spoken ends, and what
 * was heard stays heard. Null when nothing changes.
 */
export function endCall(
  announcement: Announcement,
  end: CallEnd,
  at: Instant,
): Announcement | null {
  const { state, ended } = announcement;
  if (state === 'queued')
    return { ...announcement, state: 'failed', stateSince: at, failure: 'withdrawn', ended: end };
  return ended !== undefined && CALL_ENDS.indexOf(ended) >= CALL_ENDS.indexOf(end)
    ? null
    : { ...announcement, ended: end };
}

/** The announcement of a visit that is called by it again, because what followed was undone. */
export function reopenCall({ ended: _ended, ...announcement }: Announcement): Announcement {
  return announcement;
}
