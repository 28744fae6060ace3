import { expect, it } from 'vitest';
import { chime, peakOf, polish, readWav, rmsOf, toWav } from './sound.ts';

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

it('takes the silence away and leaves the word', () => {
  const { samples } = polish(recording(0.3));
  expect(samples.length / RATE).toBeCloseTo(0.55, 1);
});

it('makes a timid and a loud recording equally loud', () => {
  const timid = rmsOf(polish(recording(0.02)).samples);
  const loud = rmsOf(polish(recording(0.9)).samples);
  expect(timid / loud).toBeCloseTo(1, 2);
});

it('never overdrives, even with a click in the recording', () => {
  const { sampleRate, samples } = recording(0.05);
  samples[RATE + 100] = 1;
  expect(peakOf(polish({ sampleRate, samples }).samples)).toBeLessThanOrEqual(0.75);
});

it('begins and ends without a crack', () => {
  const { samples } = polish(recording(0.3));
  expect([samples.at(0), samples.at(-1)]).toEqual([0, 0]);
});

it('says that a recording is silent', () => {
  expect(() => polish({ sampleRate: RATE, samples: new Float64Array(RATE) })).toThrow('silent');
});

it('reads what it writes, and refuses what is no WAV file', () => {
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
