/** Well above the noise of an idle graph (0), well below speech in our packs (0.05 to 0.2). */
export const AUDIBLE_RMS = 0.01;
/** There is silence between words, and a hidden page samples only once a second. */
const AUDIBLE_SHARE = 0.25;

/** Root mean square of samples from -1 to 1. */
export function loudnessOf(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** Whether the measurements over a whole announcement show that it was audible. */
export function wasHeard(measured: readonly number[]): boolean {
  const audible = measured.filter((loudness) => loudness > AUDIBLE_RMS).length;
  return measured.length > 0 && audible / measured.length >= AUDIBLE_SHARE;
}
