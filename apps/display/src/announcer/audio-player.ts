import { createClipStore, type ClipStore } from './clip-store.ts';
import { loudnessOf, wasHeard } from './loudness.ts';
import type { Note } from './score.ts';

export type SoundState = 'on' | 'blocked';

export interface Playing {
  /** Whether the audio graph really produced sound. */
  readonly heard: boolean;
  /** Peak RMS, from 0 to 1. */
  readonly loudest: number;
}

/** Plays rows of clips, one row at a time. */
export interface AudioPlayer {
  readonly getState: () => SoundState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Resumes the audio context; browsers allow it only within a touch or a key press. */
  readonly unblock: () => void;
  readonly clips: ClipStore;
  /** Never rejects. Resolves when the row has ended, or when playback has stalled for two seconds. */
  readonly play: (score: readonly Note[]) => Promise<Playing>;
}

/** Screens connected by HDMI drop the first moments of sound after silence. */
const LEAD_S = 0.25;
const MEASURE_INTERVAL_MS = 50;
const STANDS_STILL_MS = 2_000;

/** The player on the browser's audio graph: clips → analyser → loudspeaker. */
export function createAudioPlayer(context: AudioContext = new AudioContext()): AudioPlayer {
  const analyser = context.createAnalyser();
  analyser.fftSize = 4096;
  analyser.connect(context.destination);
  const clips = createClipStore((bytes) => context.decodeAudioData(bytes));

  /** Schedules every clip at its exact sample; returns the end on the context's clock. */
  function schedule(score: readonly Note[]): { sources: AudioBufferSourceNode[]; endS: number } {
    let endS = context.currentTime + LEAD_S;
    const sources = score.flatMap(({ clip, restMs }) => {
      const buffer = clips.get(clip);
      if (buffer === null) return [];
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(analyser);
      source.start(endS + restMs / 1000);
      endS += restMs / 1000 + buffer.duration;
      return source;
    });
    return { sources, endS };
  }

  function play(score: readonly Note[]): Promise<Playing> {
    const { sources, endS } = schedule(score);
    const samples = new Float32Array(analyser.fftSize);
    const measured: number[] = [];
    let reachedS = context.currentTime;
    let movedAtMs = performance.now();
    return new Promise((resolve) => {
      const measuring = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        measured.push(loudnessOf(samples));
        const nowMs = performance.now();
        if (context.currentTime > reachedS) movedAtMs = nowMs;
        reachedS = context.currentTime;
        // A slow computer may be late; a suspended context would block the queue for ever.
        if (reachedS >= endS || nowMs - movedAtMs > STANDS_STILL_MS) finish();
      }, MEASURE_INTERVAL_MS);
      function finish(): void {
        clearInterval(measuring);
        const complete = context.currentTime >= endS;
        for (const source of sources) source.disconnect();
        const loudest = Math.max(0, ...measured);
        resolve({ heard: complete && sources.length > 0 && wasHeard(measured), loudest });
      }
    });
  }

  return {
    getState: () => (context.state === 'running' ? 'on' : 'blocked'),
    subscribe(onChange) {
      context.addEventListener('statechange', onChange);
      return () => context.removeEventListener('statechange', onChange);
    },
    unblock: () => void context.resume().catch(() => undefined),
    clips,
    play,
  };
}
