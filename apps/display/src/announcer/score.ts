import type { Announcement, AnnouncementSettings } from '@motcua/domain';

/** A clip, and the silence before it in ms. */
export interface Note {
  /** `vi/call-1`, or `chime`. */
  readonly clip: string;
  readonly restMs: number;
}

const REST_AFTER_CHIME_MS = 120;
const REST_BETWEEN_LANGUAGES_MS = 700;
const REST_BEFORE_REPEAT_MS = 1_000;
/** The comma of "…, đến quầy số": a short pause makes the number easier to understand. */
const REST_BEFORE_PHRASE_MS = 260;
const REST_AFTER_PHRASE_MS = 90;
const REST_AFTER_LETTER_MS = 130;
const REST_BETWEEN_WORDS_MS = 15;

/**
 * Everything that is played for one call: the chime, then each language, repeated as configured. A
 * language with an unplayable clip is left out entirely, because half a sentence would mislead.
 */
export function scoreOf(
  { utterances }: Announcement,
  { repeat, chime }: Pick<AnnouncementSettings, 'repeat' | 'chime'>,
  canPlay: (clip: string) => boolean,
): readonly Note[] {
  const sentences = utterances
    .map(({ language, clips }) => clips.map((clip) => `${language}/${clip}`))
    .filter((clips) => clips.length > 0 && clips.every(canPlay));
  const rounds = Array.from({ length: Math.min(3, Math.max(1, Math.round(repeat))) });
  const notes = rounds.flatMap((_, round) =>
    sentences.flatMap((clips, index) =>
      clips.map((clip, place): Note => {
        if (place > 0) return { clip, restMs: restBetween(clips[place - 1] ?? '', clip) };
        if (index > 0) return { clip, restMs: REST_BETWEEN_LANGUAGES_MS };
        return { clip, restMs: round > 0 ? REST_BEFORE_REPEAT_MS : REST_AFTER_CHIME_MS };
      }),
    ),
  );
  return chime && canPlay(CHIME) ? [{ clip: CHIME, restMs: 0 }, ...notes] : notes;
}

export const CHIME = 'chime';

/** The clips of all languages of a call, to be loaded before it is spoken. */
export function clipsOf({ utterances }: Announcement): readonly string[] {
  return utterances.flatMap(({ language, clips }) => clips.map((clip) => `${language}/${clip}`));
}

/** Whether the score has more than the chime. */
export function hasWords(score: readonly Note[]): boolean {
  return score.some(({ clip }) => clip !== CHIME);
}

function restBetween(before: string, after: string): number {
  if (isPhrase(after)) return REST_BEFORE_PHRASE_MS;
  if (isPhrase(before)) return REST_AFTER_PHRASE_MS;
  if (before.includes('/letter-')) return REST_AFTER_LETTER_MS;
  return REST_BETWEEN_WORDS_MS;
}

function isPhrase(clip: string): boolean {
  return /\/(re)?call-\d+$/.test(clip);
}
