import { anAnnouncement } from '@motcua/domain/builders';
import { expect, it } from 'vitest';
import { clipsOf, hasWords, scoreOf } from './score.ts';

const call = anAnnouncement({
  utterances: [
    { language: 'vi', caption: '', clips: ['call-1', 'letter-h', 'n-2', 'tens', 'call-2', 'n-3'] },
    { language: 'en', caption: '', clips: ['call-1', 'n-3'] },
  ],
});
const all = () => true;
const clips = (score: ReturnType<typeof scoreOf>) => score.map(({ clip }) => clip);
const vietnamese = clipsOf(call).slice(0, 6);
const english = clipsOf(call).slice(6);

it('begins with the chime and speaks one language after the other', () => {
  expect(clips(scoreOf(call, { repeat: 1, chime: true }, all))).toEqual([
    'chime',
    ...vietnamese,
    ...english,
  ]);
});

it('repeats the words but not the chime, after a pause', () => {
  const score = scoreOf(call, { repeat: 2, chime: true }, all);
  expect(clips(score)).toEqual(['chime', ...vietnamese, ...english, ...vietnamese, ...english]);
  const longest = score.reduce((a, b) => (b.restMs > a.restMs ? b : a));
  expect(score.indexOf(longest)).toBe(9);
});

it.each([
  [0, 1],
  [7, 3],
  [2.4, 2],
])('speaks %d times as %i, at least once and at most the limit', (repeat, rounds) => {
  const score = scoreOf(call, { repeat, chime: false }, all);
  expect(score).toHaveLength(8 * rounds);
});

it('pauses where the number ends', () => {
  const rests = scoreOf(call, { repeat: 1, chime: false }, all).map(({ restMs }) => restMs);
  expect(rests[4]).toBeGreaterThan(Math.max(...rests.slice(1, 4), rests[5] ?? 0));
});

it('leaves out a language with a missing clip instead of speaking half a sentence', () => {
  const score = scoreOf(call, { repeat: 1, chime: true }, (clip) => clip !== 'vi/tens');
  expect(clips(score)).toEqual(['chime', ...english]);
  expect(hasWords(score)).toBe(true);
});

it('keeps at least the chime when no language can be spoken', () => {
  const score = scoreOf(call, { repeat: 2, chime: true }, (clip) => clip === 'chime');
  expect(clips(score)).toEqual(['chime']);
  expect(hasWords(score)).toBe(false);
});
