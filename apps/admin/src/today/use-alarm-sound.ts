import { useEffect, useRef, useState } from 'react';

const KEY = 'motcua.admin.alarm-sound';
/** An alarm that is not acknowledged sounds again. */
const AGAIN_MS = 30_000;
const TONES_HZ = [660, 880] as const;
const TONE_SECONDS = 0.25;

export interface AlarmSound {
  /** `blocked`: wanted, but the browser needs a touch first. */
  readonly state: 'off' | 'blocked' | 'on';
  /** To be called by a touch. */
  readonly turn: () => void;
}

/** A short tone while any of these alarms is not acknowledged, at once for a new one; remembered on this computer. */
export function useAlarmSound(loud: readonly string[]): AlarmSound {
  const [wanted, setWanted] = useState(() => localStorage.getItem(KEY) === 'on');
  const [audio, setAudio] = useState<AudioContext | null>(null);
  const heard = useRef<ReadonlySet<string>>(new Set());
  const ids = loud.join('\n');

  useEffect(() => {
    if (audio === null) return;
    const now = new Set(ids === '' ? [] : ids.split('\n'));
    if ([...now].some((id) => !heard.current.has(id))) play(audio);
    heard.current = now;
    if (now.size === 0) return;
    const timer = setInterval(() => play(audio), AGAIN_MS);
    return () => clearInterval(timer);
  }, [audio, ids]);

  useEffect(() => () => void audio?.close(), [audio]);

  const turn = () => {
    const isOn = wanted && audio !== null;
    localStorage.setItem(KEY, isOn ? 'off' : 'on');
    setWanted(!isOn);
    heard.current = new Set();
    setAudio(isOn ? null : new AudioContext());
  };
  return { state: !wanted ? 'off' : audio === null ? 'blocked' : 'on', turn };
}

function play(audio: AudioContext): void {
  for (const [place, hz] of TONES_HZ.entries()) {
    const startsAt = audio.currentTime + place * TONE_SECONDS;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0.3, startsAt);
    volume.gain.exponentialRampToValueAtTime(0.001, startsAt + TONE_SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.start(startsAt);
    tone.stop(startsAt + TONE_SECONDS);
  }
}
