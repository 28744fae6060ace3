import type { HubLink } from '@motcua/client';
import type { Announcement, AnnouncementId, Instant } from '@motcua/domain';
import {
  EMPTY_QUEUE,
  observe,
  spoken,
  takeNextCall,
  untilNextExpiry,
  type AnnouncementQueue,
} from './announcement-queue.ts';
import type { AudioPlayer, SoundState } from './audio-player.ts';
import { createReporter } from './reporter.ts';
import { CHIME, clipsOf, hasWords, scoreOf } from './score.ts';

/** What the page shows of the voice. */
export interface VoiceState {
  readonly sound: SoundState | 'off';
  readonly speaking: AnnouncementId | null;
  /** Calls that this display has yet to speak, in order. */
  readonly pending: readonly AnnouncementId[];
  /** Peak RMS of the last announcement; null before the first. */
  readonly loudest: number | null;
}

export interface Announcer {
  readonly getState: () => VoiceState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly unblock: () => void;
  readonly close: () => void;
}

export interface Clocks {
  readonly now: () => number;
  /** Milliseconds on a monotonic clock. */
  readonly uptimeMs: () => number;
  readonly later: (work: () => void, afterMs: number) => () => void;
}

const BROWSER_CLOCKS: Clocks = {
  now: () => Date.now(),
  uptimeMs: () => performance.now(),
  later: (work, afterMs) => {
    const timer = setTimeout(work, afterMs);
    return () => clearTimeout(timer);
  },
};

const LOAD_WITHIN_MS = 4_000;

/** Speaks the hub's calls one after the other and reports to the hub which were audible. */
export function startAnnouncer(
  hub: HubLink,
  player: AudioPlayer,
  clocks: Clocks = BROWSER_CLOCKS,
): Announcer {
  const reporter = createReporter(hub);
  const listeners = new Set<() => void>();
  let queue: AnnouncementQueue = EMPTY_QUEUE;
  let state: VoiceState = {
    sound: player.getState(),
    speaking: null,
    pending: [],
    loudest: null,
  };
  let cancelExpiry = (): void => undefined;

  function set(part: Partial<VoiceState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function listen(): void {
    reporter.linkChanged();
    const { mirror, clockOffsetMs } = hub.getState();
    if (mirror === null) return;
    const at = (clocks.now() + clockOffsetMs) as Instant;
    queue = observe(queue, mirror.announcements, { at, uptimeMs: clocks.uptimeMs() });
    advance();
  }

  function advance(): void {
    cancelExpiry();
    const taken = takeNextCall(queue, clocks.uptimeMs(), state.sound === 'on');
    queue = taken.queue;
    for (const { id } of taken.expired) {
      const failure = state.sound === 'on' ? 'expired' : 'no-sound';
      reporter.announcement(id, { state: 'failed', failure });
    }
    showQueue();
    if (taken.start !== null) {
      void speak(taken.start);
      return;
    }
    const waitMs = untilNextExpiry(queue, clocks.uptimeMs());
    if (waitMs !== null) cancelExpiry = clocks.later(advance, waitMs + 1);
  }

  /** The next call starts at once, so that the screen does not switch to a third one in between. */
  function showQueue(): void {
    const speaking = queue.speaking?.id ?? null;
    const pending = queue.pending.map(({ announcement }) => announcement.id);
    const isShown = speaking === state.speaking && pending.join() === state.pending.join();
    if (!isShown) set({ speaking, pending });
  }

  async function speak(announcement: Announcement): Promise<void> {
    const { id } = announcement;
    reporter.announcement(id, { state: 'playing' });
    try {
      await player.clips.load([CHIME, ...clipsOf(announcement)], LOAD_WITHIN_MS);
      const settings = hub.getState().mirror?.settings.site.announcements;
      const score = scoreOf(
        announcement,
        settings ?? { repeat: 1, chime: true },
        (clip) => player.clips.get(clip) !== null,
      );
      const { heard, loudest } = await player.play(score);
      set({ loudest });
      if (!hasWords(score)) {
        reporter.announcement(id, { state: 'failed', failure: 'missing-clip' });
      } else if (heard) reporter.announcement(id, { state: 'played' });
      else reporter.announcement(id, { state: 'failed', failure: 'no-sound' });
    } catch {
      // A call that cannot be played must not block those behind it.
      reporter.announcement(id, { state: 'failed', failure: 'no-sound' });
    }
    queue = spoken(queue);
    advance();
  }

  function soundChanged(): void {
    set({ sound: player.getState() });
    reporter.sound(player.getState());
    advance();
  }

  const stopListening = hub.subscribe(listen);
  const stopSound = player.subscribe(soundChanged);
  reporter.sound(player.getState());
  listen();

  return {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    unblock: player.unblock,
    close() {
      cancelExpiry();
      stopListening();
      stopSound();
    },
  };
}

/** A display with sound switched off (`?sound=off`): it says so to the hub and reports no calls. */
export function startSilence(hub: HubLink): Announcer {
  const reporter = createReporter(hub);
  reporter.sound('off');
  reporter.linkChanged();
  const state: VoiceState = { sound: 'off', speaking: null, pending: [], loudest: null };
  const close = hub.subscribe(reporter.linkChanged);
  return {
    getState: () => state,
    subscribe: () => () => undefined,
    unblock: () => undefined,
    close,
  };
}
