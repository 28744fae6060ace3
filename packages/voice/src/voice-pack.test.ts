import { PREFIX_PATTERN } from '@motcua/domain';
import { LANGUAGES, SPOKEN } from '@motcua/i18n';
import { describe, expect, it } from 'vitest';
import { composeAnnouncement } from './compose-announcement.ts';
import { missingClips, parseVoicePack, wordsToRecord } from './voice-pack.ts';

const manifest = {
  language: 'vi',
  voice: 'Lan',
  clips: { 'call-1': { file: 'call-1.ogg', says: 'Mời công dân có số' } },
};

describe('parseVoicePack', () => {
  it('reads a manifest', () => {
    expect(parseVoicePack(manifest)).toEqual(manifest);
  });

  it.each([
    null,
    'text',
    [],
    {},
    { ...manifest, voice: 7 },
    { ...manifest, language: undefined },
    { ...manifest, clips: [] },
    { ...manifest, clips: { a: null } },
    { ...manifest, clips: { a: { file: '../a.ogg', says: '' } } },
    { ...manifest, clips: { a: { file: 'https://x/a.ogg', says: '' } } },
    { ...manifest, clips: { a: { file: 'a.exe', says: '' } } },
    { ...manifest, clips: { a: { file: 'a.ogg' } } },
  ])('returns null for %j', (value) => {
    expect(parseVoicePack(value)).toBeNull();
  });
});

it('names the clips that a pack lacks, ignoring inherited properties', () => {
  const pack = { language: 'vi', voice: 'Lan', clips: manifest.clips };
  const utterance = { language: 'vi', caption: '', clips: ['call-1', 'n-3', 'toString'] };
  expect(missingClips(utterance, pack)).toEqual(['n-3', 'toString']);
});

it('requires a clip for every phrase between placeholders', () => {
  const phrases = wordsToRecord('vi').filter(({ clip }) => clip.includes('call-'));
  expect(phrases).toEqual([
    { clip: 'call-1', says: 'Mời công dân có số' },
    { clip: 'call-2', says: 'đến quầy số' },
    { clip: 'recall-1', says: 'Xin nhắc lại. Mời công dân có số' },
    { clip: 'recall-2', says: 'đến quầy số' },
  ]);
});

it.each(['vi', 'en', 'de'] as const)('requires no clip twice (%s)', (language) => {
  const clips = wordsToRecord(language).map(({ clip }) => clip);
  expect(new Set(clips).size).toBe(clips.length);
  const [utterance] = composeAnnouncement({
    kind: 'recall',
    number: 'Đ999',
    counterNumber: 99,
    reading: 'cardinal',
    languages: [language],
  });
  expect(clips).toEqual(expect.arrayContaining([...(utterance?.clips ?? [])]));
});

it('speaks every letter that a queue may have, in every language', () => {
  const letters = Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code)).filter(
    (letter) => PREFIX_PATTERN.test(letter),
  );
  expect(letters).toHaveLength(33);
  for (const language of LANGUAGES)
    for (const letter of letters) expect(SPOKEN[language].letter(letter), letter).not.toBeNull();
});
