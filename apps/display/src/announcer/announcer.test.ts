import type { HubLink, HubState, CommandInput } from '@motcua/client';
import { aMirror } from '@motcua/client/builders';
import { ok, refuse, type Announcement, type AnnouncementId, type Instant } from '@motcua/domain';
import { anAnnouncement, T0 } from '@motcua/domain/builders';
import { describe, expect, it } from 'vitest';
import { startAnnouncer, startSilence } from './announcer.ts';
import type { AudioPlayer, Playing, SoundState } from './audio-player.ts';
import type { Note } from './score.ts';

const aCall = (id: string, afterMs = 0, part: Partial<Announcement> = {}) =>
  anAnnouncement({ id: id as AnnouncementId, calledAt: (T0 + afterMs) as Instant, ...part });

function aHub(connection: HubState['connection'] = 'live') {
  const listeners = new Set<() => void>();
  const commands: CommandInput[] = [];
  const mirror = aMirror();
  let state: HubState = {
    connection,
    turnedAway: null,
    mirror,
    history: null,
    clockOffsetMs: 0,
    lastMessageAt: null,
  };
  let answering = true;
  const set = (part: Partial<HubState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const link: HubLink = {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    ask: async () => refuse('hub-unavailable'),
    async execute(wish) {
      if (!answering) return refuse('hub-unavailable');
      commands.push(wish);
      return ok([]);
    },
    close: () => undefined,
  };
  return {
    link,
    set,
    answer: (yes: boolean) => (answering = yes),
    receive: (...announcements: Announcement[]) => set({ mirror: { ...mirror, announcements } }),
    reports: () =>
      commands.flatMap((wish) =>
        wish.type === 'report-announcement'
          ? [
              `${wish.announcementId} ${wish.report.state}${wish.report.state === 'failed' ? ` ${wish.report.failure}` : ''}`,
            ]
          : [],
      ),
    sounds: () =>
      commands.flatMap((wish) => (wish.type === 'report-condition' ? [wish.condition.sound] : [])),
  };
}

function aPlayer(sound: SoundState = 'on', hasClips = true) {
  const listeners = new Set<() => void>();
  const played: (readonly Note[])[] = [];
  let state = sound;
  let settle: ((playing: Playing | Error) => void) | null = null;
  const player: AudioPlayer = {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    unblock: () => become('on'),
    clips: {
      load: async () => undefined,
      preload: async () => undefined,
      get: () => (hasClips ? ({} as unknown as AudioBuffer) : null),
    },
    play: (score) =>
      new Promise((resolve, reject) => {
        played.push(score);
        settle = (end) => (end instanceof Error ? reject(end) : resolve(end));
      }),
  };
  function become(next: SoundState): void {
    state = next;
    for (const listener of listeners) listener();
  }
  return {
    player,
    played,
    become,
    async end(result: Playing | Error = { heard: true, loudest: 0.1 }) {
      settle?.(result);
      await settled();
    },
  };
}

function someClocks() {
  let uptime = 0;
  const due: { readonly at: number; readonly work: () => void }[] = [];
  return {
    now: () => T0 + uptime,
    uptimeMs: () => uptime,
    later(work: () => void, afterMs: number) {
      const alarm = { at: uptime + afterMs, work };
      due.push(alarm);
      return () => void due.splice(due.indexOf(alarm) >>> 0, 1);
    },
    pass(ms: number) {
      uptime += ms;
      for (const alarm of due.filter(({ at }) => at <= uptime)) alarm.work();
    },
  };
}

/** Lets pending promise callbacks run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('an announcer', () => {
  it('speaks one call after the other and reports each to the hub', async () => {
    const [hub, voice] = [aHub(), aPlayer()];
    const announcer = startAnnouncer(hub.link, voice.player, someClocks());
    hub.receive(aCall('a', 0), aCall('b', 1));
    await settled();
    expect(announcer.getState().speaking).toBe('a');
    expect(voice.played).toHaveLength(1);
    await voice.end();
    expect(voice.played).toHaveLength(2);
    await voice.end();
    expect(hub.reports()).toEqual(['a playing', 'a played', 'b playing', 'b played']);
    expect(announcer.getState()).toMatchObject({ speaking: null, loudest: 0.1 });
  });

  it('does not speak a call again when a new snapshot repeats it', async () => {
    const [hub, voice] = [aHub(), aPlayer()];
    startAnnouncer(hub.link, voice.player, someClocks());
    hub.receive(aCall('a'));
    await settled();
    await voice.end();
    hub.set({ connection: 'offline' });
    hub.set({ connection: 'live' });
    hub.receive(aCall('a'), aCall('b', 5));
    await settled();
    await voice.end();
    expect(hub.reports()).toEqual(['a playing', 'a played', 'b playing', 'b played']);
  });

  it('reports failure when the audio graph stayed silent', async () => {
    const [hub, voice] = [aHub(), aPlayer()];
    startAnnouncer(hub.link, voice.player, someClocks());
    hub.receive(aCall('a'));
    await settled();
    await voice.end({ heard: false, loudest: 0 });
    expect(hub.reports()).toEqual(['a playing', 'a failed no-sound']);
  });

  it('goes on after a call that made the player throw', async () => {
    const [hub, voice] = [aHub(), aPlayer()];
    startAnnouncer(hub.link, voice.player, someClocks());
    hub.receive(aCall('a'), aCall('b', 1));
    await settled();
    await voice.end(new Error('no such device'));
    await voice.end();
    expect(hub.reports()).toEqual(['a playing', 'a failed no-sound', 'b playing', 'b played']);
  });

  it('names a missing clip', async () => {
    const [hub, voice] = [aHub(), aPlayer('on', false)];
    startAnnouncer(hub.link, voice.player, someClocks());
    hub.receive(aCall('a'));
    await settled();
    await voice.end({ heard: false, loudest: 0 });
    expect(hub.reports().at(-1)).toBe('a failed missing-clip');
  });

  it('keeps calls while sound is blocked and speaks them when it is allowed', async () => {
    const [hub, voice] = [aHub(), aPlayer('blocked')];
    const announcer = startAnnouncer(hub.link, voice.player, someClocks());
    hub.receive(aCall('a'));
    await settled();
    expect(hub.reports()).toEqual([]);
    announcer.unblock();
    await settled();
    await voice.end();
    expect(hub.reports()).toEqual(['a playing', 'a played']);
    expect(hub.sounds()).toEqual(['blocked', 'on']);
  });

  it('reports a call as failed once it is too old and sound was never allowed', async () => {
    const [hub, voice, clocks] = [aHub(), aPlayer('blocked'), someClocks()];
    startAnnouncer(hub.link, voice.player, clocks);
    hub.receive(aCall('a'));
    clocks.pass(119_000);
    await settled();
    expect(hub.reports()).toEqual([]);
    clocks.pass(2_000);
    await settled();
    expect(hub.reports()).toEqual(['a failed no-sound']);
    voice.become('on');
    await settled();
    expect(voice.played).toEqual([]);
  });

  it('finishes a call after the network was cut, and reports it after the reconnect', async () => {
    const [hub, voice] = [aHub(), aPlayer()];
    startAnnouncer(hub.link, voice.player, someClocks());
    hub.receive(aCall('a'));
    await settled();
    hub.set({ connection: 'offline' });
    await voice.end();
    expect(hub.reports()).toEqual(['a playing']);
    hub.set({ connection: 'live' });
    await settled();
    expect(hub.reports()).toEqual(['a playing', 'a played']);
  });

  it('sends a report again that the hub did not acknowledge', async () => {
    const [hub, voice] = [aHub(), aPlayer()];
    startAnnouncer(hub.link, voice.player, someClocks());
    hub.answer(false);
    hub.receive(aCall('a'));
    await settled();
    await voice.end();
    expect(hub.reports()).toEqual([]);
    hub.answer(true);
    hub.set({ lastMessageAt: T0 });
    await settled();
    expect(hub.reports()).toEqual(['a played']);
  });

  it('reports the sound state after every reconnect', () => {
    const [hub, voice] = [aHub('connecting'), aPlayer()];
    startAnnouncer(hub.link, voice.player, someClocks());
    expect(hub.sounds()).toEqual([]);
    hub.set({ connection: 'live' });
    hub.set({ connection: 'offline' });
    hub.set({ connection: 'live' });
    expect(hub.sounds()).toEqual(['on', 'on']);
  });
});

it('reports that sound is switched off, and nothing about calls', async () => {
  const hub = aHub();
  startSilence(hub.link);
  hub.receive(aCall('a'));
  await settled();
  expect(hub.sounds()).toEqual(['off']);
  expect(hub.reports()).toEqual([]);
});
