/** One channel of sound, samples from -1 to 1. */
export interface Sound {
  readonly sampleRate: number;
  readonly samples: Float64Array;
}

/** The window of the "momentary" loudness of ITU-R BS.1770 and EBU Tech 3341. */
const WINDOW_S = 0.4;
const HOP_S = 0.02;

/**
 * The loudness of the loudest 0.4 s of a sound, in LUFS. A shorter sound counts as followed by
 * silence, as hearing integrates it: a short word must be stronger to seem as loud as a long one.
 */
export function loudnessOf({ sampleRate, samples }: Sound): number {
  const weighted = kWeighted(samples, sampleRate);
  const window = Math.round(WINDOW_S * sampleRate);
  const hop = Math.round(HOP_S * sampleRate);
  const energyUpTo = new Float64Array(weighted.length + 1);
  weighted.forEach((sample, index) => {
    energyUpTo[index + 1] = (energyUpTo[index] ?? 0) + sample * sample;
  });
  let loudest = 0;
  for (let from = 0; from === 0 || from + window <= weighted.length; from += hop) {
    const to = Math.min(weighted.length, from + window);
    loudest = Math.max(loudest, (energyUpTo[to] ?? 0) - (energyUpTo[from] ?? 0));
  }
  return -0.691 + 10 * Math.log10(loudest / window);
}

interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** K-weighting: the two filters of BS.1770, for any sampling rate. */
function kWeighted(samples: Float64Array, sampleRate: number): Float64Array {
  return filtered(filtered(samples, headFilter(sampleRate)), lowCut(sampleRate));
}

function headFilter(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const damping = k / 0.7071752369554196;
  const scale = 1 + damping + k * k;
  return {
    b: [
      (high + band * damping + k * k) / scale,
      (2 * (k * k - high)) / scale,
      (high - band * damping + k * k) / scale,
    ],
    a: [(2 * (k * k - 1)) / scale, (1 - damping + k * k) / scale],
  };
}

function lowCut(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const damping = k / 0.5003270373238773;
  const scale = 1 + damping + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / scale, (1 - damping + k * k) / scale] };
}

function filtered(samples: Float64Array, { b, a }: Biquad): Float64Array {
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  return samples.map((x) => {
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    return y;
  });
}
