import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '@motcua/i18n';
import { parseVoicePack, wordsToRecord, type VoiceClip } from '@motcua/voice';
import type { Sound } from './loudness.ts';
import { chime, polish, readWav, toWav } from './sound.ts';

const HELP = `Makes the voice packs.

  npm run make-voice                          all packs and the chime, with espeak-ng
  npm run make-voice -- --list --language vi  what has to be recorded: file name and words
  npm run make-voice -- --language vi --from FOLDER --out FOLDER
                                              takes your recordings (n-1.wav, call-1.mp3 …) into a pack;
                                              what you did not record stays as it was

Needs ffmpeg; without --from also espeak-ng.`;

interface Voice {
  readonly name: string;
  /** Single words are spoken slower than phrases, and letters slower still, because there is no context that helps to understand them. */
  readonly wordsPerMinute: Readonly<Record<'phrase' | 'word' | 'letter', number>>;
  /** Words that espeak-ng mispronounces, and a spelling that it pronounces right. */
  readonly respelled: readonly (readonly [RegExp, string])[];
}

const VOICES = {
  vi: {
    name: 'vi',
    wordsPerMinute: { phrase: 135, word: 122, letter: 100 },
    respelled: [[/^gi$/, 'di']],
  },
  en: {
    name: 'en-gb',
    wordsPerMinute: { phrase: 140, word: 125, letter: 115 },
    respelled: [[/^ay\b/, 'eh']],
  },
  de: { name: 'de', wordsPerMinute: { phrase: 135, word: 125, letter: 110 }, respelled: [] },
} as const satisfies Record<Language, Voice>;

const PACKS = join(import.meta.dirname, '../packs');

main();

function main(): void {
  const { values } = parseArgs({
    options: {
      language: { type: 'string' },
      from: { type: 'string' },
      out: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const languages = LANGUAGES.filter((language) => language === (values.language ?? language));
  if (languages.length === 0) return fail(`There is no language “${values.language}”.`);
  if (values.list) return languages.forEach(list);
  const { from, out } = values;
  if (from !== undefined) {
    const [language] = languages;
    if (values.language === undefined || language === undefined || out === undefined) {
      return fail('Recordings need --language and --out.');
    }
    return takeRecordings(language, from, out);
  }
  languages.forEach((language) => synthesise(language, out ?? join(PACKS, language)));
  if (values.language === undefined) encode(chime(), join(PACKS, 'chime.ogg'));
}

function list(language: Language): void {
  for (const { clip, says } of wordsToRecord(language)) console.log(`${clip}\t${says}`);
}

function synthesise(language: Language, folder: string): void {
  const { name, wordsPerMinute, respelled }: Voice = VOICES[language];
  mkdirSync(folder, { recursive: true });
  const clips = wordsToRecord(language).map(({ clip, says }): [string, VoiceClip] => {
    // A comma keeps the intonation up: every clip but the last is in the middle of a sentence.
    const text = `${respelled.reduce((words, [from, to]) => words.replace(from, to), says)},`;
    const rate = wordsPerMinute[kindOf(clip)];
    const options = ['-v', name, '-s', String(rate), '--stdout'];
    const spoken = execFileSync('espeak-ng', [...options, text], { maxBuffer: 1e8 });
    encode(polish(readWav(spoken)), join(folder, `${clip}.ogg`));
    return [clip, { file: `${clip}.ogg`, says }];
  });
  writeManifest(folder, language, `espeak-ng, voice ${name}`, clips);
}

function kindOf(clip: string): keyof Voice['wordsPerMinute'] {
  if (clip.startsWith('letter-')) return 'letter';
  return clip.includes('call-') ? 'phrase' : 'word';
}

function takeRecordings(language: Language, from: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const present = existingPack(folder) ?? existingPack(join(PACKS, language));
  const recordings = new Map(readdirSync(from).map((file) => [parse(file).name, file]));
  const taken: string[] = [];
  const clips = wordsToRecord(language).flatMap(({ clip, says }): [string, VoiceClip][] => {
    const file = recordings.get(clip);
    if (file !== undefined) {
      const wav = ['-f', 'wav', '-ac', '1', '-ar', '48000', '-c:a', 'pcm_s16le', '-'];
      const decoded = ffmpeg(['-i', join(from, file), ...wav]);
      encode(polish(readWav(decoded)), join(folder, `${clip}.ogg`));
      taken.push(clip);
      return [[clip, { file: `${clip}.ogg`, says }]];
    }
    const old = present?.clips[clip];
    if (present === null || old === undefined) return [];
    if (!existsSync(join(folder, old.file))) {
      writeFileSync(join(folder, old.file), readFileSync(join(PACKS, language, old.file)));
    }
    return [[clip, old]];
  });
  writeManifest(folder, language, 'own recordings', clips);
  console.log(`Taken: ${taken.length} of ${clips.length} clips (${taken.join(', ')}).`);
}

function existingPack(folder: string) {
  const file = join(folder, 'manifest.json');
  return existsSync(file) ? parseVoicePack(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

function writeManifest(
  folder: string,
  language: Language,
  voice: string,
  clips: readonly [string, VoiceClip][],
): void {
  const manifest = { language, voice, clips: Object.fromEntries(clips) };
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Ogg Opus, with the same bytes for the same sound. */
function encode(sound: Sound, file: string): void {
  const opus = ['-c:a', 'libopus', '-b:a', '28k', '-application', 'voip', '-ac', '1'];
  const repeatable = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
  const written = ffmpeg(
    ['-f', 'wav', '-i', '-', ...opus, ...repeatable, '-f', 'ogg', '-'],
    toWav(sound),
  );
  writeFileSync(file, written);
}

function ffmpeg(options: readonly string[], input?: Buffer): Buffer {
  return execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', ...options], {
    maxBuffer: 1e8,
    ...(input === undefined ? {} : { input }),
  });
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
