import type { Utterance } from '@motcua/domain';
import { SPOKEN, type Language, type SpokenWord } from '@motcua/i18n';
import { ANNOUNCEMENT_KINDS, phraseParts } from './phrases.ts';

/** The recorded voice of one language, as described by its `manifest.json`. */
export interface VoicePack {
  readonly language: string;
  /** Whose voice it is and how it was made. */
  readonly voice: string;
  readonly clips: Readonly<Record<string, VoiceClip>>;
}

export interface VoiceClip {
  /** Name of the sound file beside the manifest. */
  readonly file: string;
  /** The words spoken in it. */
  readonly says: string;
}

/** Path separators are refused, because the name becomes part of an address. */
const FILE_NAME = /^[\w-]+\.(ogg|opus|wav|mp3|m4a|flac)$/;

/** Parses a `manifest.json`. Null when it is invalid. */
export function parseVoicePack(value: unknown): VoicePack | null {
  if (!isRecord(value) || !isRecord(value['clips'])) return null;
  const { language, voice } = value;
  if (typeof language !== 'string' || typeof voice !== 'string') return null;
  const clips: [string, VoiceClip][] = [];
  for (const [name, clip] of Object.entries(value['clips'])) {
    if (!isRecord(clip)) return null;
    const { file, says } = clip;
    if (typeof file !== 'string' || !FILE_NAME.test(file) || typeof says !== 'string') return null;
    clips.push([name, { file, says }]);
  }
  return { language, voice, clips: Object.fromEntries(clips) };
}

/** The clips that an utterance needs and the pack lacks. */
export function missingClips(utterance: Utterance, pack: VoicePack): readonly string[] {
  return utterance.clips.filter((clip) => !Object.hasOwn(pack.clips, clip));
}

/** Everything a pack of this language must contain: the list to record. */
export function wordsToRecord(language: Language): readonly SpokenWord[] {
  const phrases = ANNOUNCEMENT_KINDS.flatMap((kind) => phraseParts(language, kind)).flatMap(
    (part) => (part.type === 'clip' ? [{ clip: part.clip, says: part.says }] : []),
  );
  return [...phrases, ...SPOKEN[language].vocabulary];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
