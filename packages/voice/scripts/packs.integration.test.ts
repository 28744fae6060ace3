import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PREFIX_LETTERS } from '@motcua/domain';
import fc from 'fast-check';
import { OggOpusDecoder } from 'ogg-opus-decoder';
import { expect, it } from 'vitest';
import {
  ANNOUNCEMENT_KINDS,
  composeAnnouncement,
  missingClips,
  parseVoicePack,
  wordsToRecord,
} from '@motcua/voice';
import { loudnessOf } from './loudness.ts';
import { TARGET_LUFS } from './sound.ts';

const PACKS = join(import.meta.dirname, '../packs');
const LANGUAGES = ['vi', 'en', 'de'] as const;

const packOf = (language: string) =>
  parseVoicePack(JSON.parse(readFileSync(join(PACKS, language, 'manifest.json'), 'utf8')));

const packs = new Map(LANGUAGES.map((language) => [language as string, packOf(language)]));

it('has a clip for every number, letter and counter in every reading', () => {
  const letters = [...PREFIX_LETTERS];
  const call = fc.record({
    kind: fc.constantFrom(...ANNOUNCEMENT_KINDS),
    number: fc
      .tuple(fc.constantFrom(...letters), fc.integer({ min: 1, max: 9999 }))
      .map(([letter, value]) => letter + String(value).padStart(3, '0')),
    counterNumber: fc.integer({ min: 1, max: 99 }),
    reading: fc.constantFrom('cardinal' as const, 'digits' as const),
    languages: fc.constant(LANGUAGES),
  });
  fc.assert(
    fc.property(call, (given) => {
      const utterances = composeAnnouncement(given);
      expect(utterances).toHaveLength(3);
      for (const utterance of utterances) {
        const pack = packs.get(utterance.language) ?? null;
        expect(pack && missingClips(utterance, pack)).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});

it.each(LANGUAGES)('says in every clip what the rule asks for (%s)', (language) => {
  const clips = Object.entries(packs.get(language)?.clips ?? {});
  const said = clips.map(([clip, { says }]) => ({ clip, says }));
  expect(said).toEqual(wordsToRecord(language));
});

it.each(LANGUAGES)('contains exactly one small Ogg file for each clip (%s)', (language) => {
  const files = readdirSync(join(PACKS, language)).filter((file) => file !== 'manifest.json');
  const named = Object.values(packs.get(language)?.clips ?? {}).map(({ file }) => file);
  expect(files.toSorted()).toEqual(named.toSorted());
  for (const file of [...files.map((name) => join(language, name)), 'chime.ogg']) {
    const bytes = readFileSync(join(PACKS, file));
    expect(bytes.toString('latin1', 0, 4)).toBe('OggS');
    expect(bytes.length).toBeLessThan(20_000);
  }
});

it.each(LANGUAGES)('has different sounds for different words (%s)', (language) => {
  const saysBySound = new Map<string, Set<string>>();
  for (const { file, says } of Object.values(packs.get(language)?.clips ?? {})) {
    const sound = readFileSync(join(PACKS, language, file), 'base64');
    saysBySound.set(sound, (saysBySound.get(sound) ?? new Set()).add(says));
  }
  const alike = [...saysBySound.values()].filter((says) => says.size > 1);
  expect(alike.map((says) => [...says])).toEqual([]);
});

// Less than 1 dB is hardly noticeable; Opus and the peak limiter take up to that.
const TOLERANCE_DB = 1.5;

it.each(LANGUAGES)('speaks every letter and number equally loud (%s)', async (language) => {
  const decoder = new OggOpusDecoder();
  await decoder.ready;
  const uneven: string[] = [];
  for (const { file } of Object.values(packs.get(language)?.clips ?? {})) {
    const decoded = await decoder.decodeFile(readFileSync(join(PACKS, language, file)));
    const [left] = decoded.channelData;
    if (left === undefined) throw new Error(`${file} has no sound`);
    const samples = Float64Array.from(left);
    const loudness = loudnessOf({ sampleRate: decoded.sampleRate, samples });
    if (Math.abs(loudness - TARGET_LUFS) > TOLERANCE_DB) uneven.push(`${file} ${loudness}`);
    await decoder.reset();
  }
  decoder.free();
  expect(uneven).toEqual([]);
});
