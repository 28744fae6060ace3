import { loudnessOf, type Sound } from './loudness.ts';

/** Loudness of every clip, so that a row of them sounds like one voice; leaves headroom for the peaks of short words. */
export const TARGET_LUFS = -19;
/** Peaks above the knee are compressed towards the ceiling, which leaves headroom for Opus. */
const KNEE = 0.5;
const CEILING = 0.8;
const LEVEL_ROUNDS = 8;
/** 42 dB below the peak counts as silence. */
const SILENCE = 0.008;
const KEPT_BEFORE_S = 0.01;
/** Vietnamese final stops are unreleased: a little of the closing breath must stay. */
const KEPT_AFTER_S = 0.04;
const FADE_S = 0.006;

/** Trims silence, normalises the loudness and fades the edges. Throws when the recording is silent. */
export function polish(sound: Sound): Sound {
  return fade(level(trim(sound)));
}

function trim({ sampleRate, samples }: Sound): Sound {
  const limit = peakOf(samples) * SILENCE;
  const first = samples.findIndex((sample) => Math.abs(sample) > limit);
  const last = samples.findLastIndex((sample) => Math.abs(sample) > limit);
  if (limit === 0 || first === -1) throw new Error('The recording is silent.');
  const from = Math.max(0, first - Math.round(KEPT_BEFORE_S * sampleRate));
  return {
    sampleRate,
    samples: samples.slice(from, last + 1 + Math.round(KEPT_AFTER_S * sampleRate)),
  };
}

/** Compressing peaks lowers the loudness, which the next iteration corrects. */
function level({ sampleRate, samples }: Sound): Sound {
  const atGain = (gain: number): Sound => ({
    sampleRate,
    samples: samples.map((sample) => bend(sample * gain)),
  });
  let gain = 1 / peakOf(samples);
  for (let round = 0; round < LEVEL_ROUNDS; round += 1)
    gain *= 10 ** ((TARGET_LUFS - loudnessOf(atGain(gain))) / 20);
  return atGain(gain);
}

function bend(sample: number): number {
  const excess = Math.abs(sample) - KNEE;
  if (excess <= 0) return sample;
  return Math.sign(sample) * (KNEE + (CEILING - KNEE) * Math.tanh(excess / (CEILING - KNEE)));
}

function fade({ sampleRate, samples }: Sound): Sound {
  const length = Math.round(FADE_S * sampleRate);
  return {
    sampleRate,
    samples: samples.map((sample, index) => {
      const distance = Math.min(index, samples.length - 1 - index);
      return distance >= length ? sample : (sample * distance) / length;
    }),
  };
}

export function rmsOf(samples: Float64Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

export function peakOf(samples: Float64Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

/** A falling third, struck softly: the chime before a call. */
export function chime(sampleRate = 48_000): Sound {
  const strikes = [
    { hertz: 659.26, at: 0 },
    { hertz: 523.25, at: 0.38 },
  ];
  const samples = Float64Array.from({ length: Math.round(1.45 * sampleRate) }, (_, index) => {
    const time = index / sampleRate;
    return strikes.reduce((sum, { hertz, at }) => sum + bell(hertz, time - at), 0);
  });
  return fade(level({ sampleRate, samples }));
}

function bell(hertz: number, time: number): number {
  if (time < 0) return 0;
  const attack = Math.min(1, time / 0.008);
  const partials = [
    { ratio: 1, share: 1, decay: 4 },
    { ratio: 2, share: 0.35, decay: 5 },
    { ratio: 3, share: 0.12, decay: 8 },
  ];
  return partials.reduce(
    (sum, { ratio, share, decay }) =>
      sum + attack * share * Math.exp(-decay * time) * Math.sin(2 * Math.PI * hertz * ratio * time),
    0,
  );
}

/** Reads 16-bit mono WAV; ignores the length in the header, which is wrong when written to a pipe. */
export function readWav(bytes: Buffer): Sound {
  const data = bytes.indexOf('data', 12, 'latin1');
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || data === -1) throw new Error('Not a WAV file.');
  if (bytes.readUInt16LE(22) !== 1 || bytes.readUInt16LE(34) !== 16) {
    throw new Error('Only 16-bit WAV files with one channel are read.');
  }
  const start = data + 8;
  return {
    sampleRate: bytes.readUInt32LE(24),
    samples: Float64Array.from(
      { length: Math.floor((bytes.length - start) / 2) },
      (_, index) => bytes.readInt16LE(start + index * 2) / 32_768,
    ),
  };
}

export function toWav({ sampleRate, samples }: Sound): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sampleRate, 24);
  bytes.writeUInt32LE(sampleRate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) =>
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2),
  );
  return bytes;
}
