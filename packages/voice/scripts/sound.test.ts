import { expect, it } from 'vitest';
import { loudnessOf } from './loudness.ts';
import { chime, peakOf, polish, readWav, rmsOf, TARGET_LUFS, toWav } from './sound.ts';

const RATE = 8000;
const tone = (loudness: number, seconds: number) =>
  Array.from(
    { length: RATE * seconds },
    (_, index) => loudness * Math.sin((2 * Math.PI * 400 * index) / RATE),
  );
const silence = (seconds: number) => Array.from({ length: RATE * seconds }, () => 0);

const recording = (loudness: number) => ({
  sampleRate: RATE,
  samples: Float64Array.from([...silence(1), ...tone(loudness, 0.5), ...silence(1)]),
});

it('removes the silence and keeps the word', () => {
  const { samples } = polish(recording(0.3));
  expect(samples.length / RATE).toBeCloseTo(0.55, 1);
});

it('makes quiet and loud recordings, short and long words equally loud', () => {
  const word = (loudness: number, seconds: number) =>
    loudnessOf(polish({ sampleRate: RATE, samples: Float64Array.from(tone(loudness, seconds)) }));
  for (const loudness of [0.02, 0.9])
    for (const seconds of [0.2, 0.5, 2])
      expect(word(loudness, seconds), `${loudness} ${seconds}`).toBeCloseTo(TARGET_LUFS, 0);
});

it('measures loudness as the standard does', () => {
  const rate = 48_000;
  const sine = Float64Array.from({ length: rate }, (_, index) =>
    Math.sin((2 * Math.PI * 997 * index) / rate),
  );
  // ITU-R BS.1770: a full-scale sine of 997 Hz in one channel has -3.01 LUFS.
  expect(loudnessOf({ sampleRate: rate, samples: sine })).toBeCloseTo(-3.01, 1);
});

it('never clips, even with a click in the recording', () => {
  const { sampleRate, samples } = recording(0.05);
  samples[RATE + 100] = 1;
  expect(peakOf(polish({ sampleRate, samples }).samples)).toBeLessThanOrEqual(0.8);
});

it('begins and ends without a click', () => {
  const { samples } = polish(recording(0.3));
  expect([samples.at(0), samples.at(-1)]).toEqual([0, 0]);
});

it('throws for a silent recording', () => {
  expect(() => polish({ sampleRate: RATE, samples: new Float64Array(RATE) })).toThrow('silent');
});

it('reads what it writes, and refuses a file that is not WAV', () => {
  const back = readWav(toWav(recording(0.3)));
  expect(back.sampleRate).toBe(RATE);
  expect(rmsOf(back.samples)).toBeCloseTo(rmsOf(recording(0.3).samples), 4);
  expect(() => readWav(Buffer.from('no sound at all, only some text of no importance'))).toThrow(
    'Not a WAV file',
  );
});

it('makes the same chime every time', () => {
  expect(toWav(chime(RATE)).equals(toWav(chime(RATE)))).toBe(true);
  expect(rmsOf(chime(RATE).samples)).toBeGreaterThan(0.05);
});
