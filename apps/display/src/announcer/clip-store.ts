import { parseVoicePack, type VoicePack } from '@motcua/voice';
import { CHIME } from './score.ts';

/** The path under which the hub serves the voice packs. */
const VOICE = '/voice';

export interface ClipStore {
  /** Loads as many of these clips as possible within the time; loaded clips are kept. */
  readonly load: (clips: readonly string[], withinMs: number) => Promise<void>;
  /** Loads a whole language in the background. */
  readonly preload: (language: string) => Promise<void>;
  /** The decoded clip; null when it is missing, broken or not loaded. */
  readonly get: (clip: string) => AudioBuffer | null;
}

/** Fetches and decodes clips named `vi/call-1` (or `chime`). A failed fetch is tried again at the next need. */
export function createClipStore(
  decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>,
  fetchBytes: (address: string) => Promise<ArrayBuffer> = fetchFrom,
): ClipStore {
  const packs = new Map<string, Promise<VoicePack | null>>();
  const loading = new Map<string, Promise<void>>();
  const buffers = new Map<string, AudioBuffer>();

  function packOf(language: string): Promise<VoicePack | null> {
    const known = packs.get(language);
    if (known !== undefined) return known;
    const pack = fetchBytes(`${VOICE}/${language}/manifest.json`)
      .then((bytes) => parseVoicePack(JSON.parse(new TextDecoder().decode(bytes))))
      .catch(() => null)
      .then((read) => {
        if (read === null) packs.delete(language);
        return read;
      });
    packs.set(language, pack);
    return pack;
  }

  async function addressOf(clip: string): Promise<string | null> {
    if (clip === CHIME) return `${VOICE}/chime.ogg`;
    const [language = '', name = ''] = clip.split('/');
    const pack = await packOf(language);
    if (pack === null || !Object.hasOwn(pack.clips, name)) return null;
    return `${VOICE}/${language}/${pack.clips[name]?.file ?? ''}`;
  }

  async function fetchClip(clip: string): Promise<void> {
    try {
      const address = await addressOf(clip);
      if (address !== null) buffers.set(clip, await decode(await fetchBytes(address)));
    } catch {
      // A network error or a broken file leaves the clip missing; the report to the hub says so.
    } finally {
      loading.delete(clip);
    }
  }

  function need(clip: string): Promise<void> {
    if (buffers.has(clip)) return Promise.resolve();
    const known = loading.get(clip) ?? fetchClip(clip);
    loading.set(clip, known);
    return known;
  }

  return {
    load: (clips, withinMs) =>
      Promise.race([
        Promise.all([...new Set(clips)].map(need)).then(() => undefined),
        new Promise<void>((resolve) => setTimeout(resolve, withinMs)),
      ]),
    async preload(language) {
      const pack = await packOf(language);
      for (const name of Object.keys(pack?.clips ?? {})) await need(`${language}/${name}`);
    },
    get: (clip) => buffers.get(clip) ?? null,
  };
}

async function fetchFrom(address: string): Promise<ArrayBuffer> {
  // Revalidated at every start, so that a replaced clip is used after a reload.
  const answer = await fetch(address, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}
