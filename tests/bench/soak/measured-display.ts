import { connectToHub } from '@motcua/client';
import type { AnnouncementId } from '@motcua/domain';
import { layNetworkCable, type SeededRandom, until } from '@motcua/testing';
import { countLosses } from './count-losses.ts';
import type { Pressed } from './clerks-and-kiosks.ts';
import { machineMs } from './worker.ts';

/** Milliseconds from the key to the display; separately, those whose connection was cut on the way, and calls never shown. */
export interface CallTimes {
  readonly whole: readonly number[];
  readonly cut: readonly number[];
  readonly unseen: number;
}

export interface MeasuredDisplay {
  readonly cut: () => void;
  /** How often the connection was lost. */
  readonly losses: () => number;
  /** Reconnects, so that it is the last to be served in every broadcast. */
  readonly standBehind: () => Promise<void>;
  readonly timesOf: (pressed: readonly Pressed[]) => CallTimes;
  readonly close: () => Promise<void>;
}

/** The display that records when it first shows a call; it has a proxy of its own. */
export async function hangMeasuredDisplay(
  hubUrl: string,
  deviceToken: string,
  random: SeededRandom,
): Promise<MeasuredDisplay> {
  const cable = await layNetworkCable(Number(new URL(hubUrl).port));
  const link = connectToHub({ url: cable.url, role: 'display', deviceToken });
  const seen = new Map<AnnouncementId, { readonly at: number; readonly liveSince: number }>();
  let liveSince = 0;
  /** Losses caused by itself. */
  let own = 0;
  let wasLive = false;
  const losses = countLosses(link);
  link.subscribe(() => {
    const at = machineMs();
    const { connection, mirror } = link.getState();
    if (connection === 'live' && !wasLive) liveSince = at;
    wasLive = connection === 'live';
    for (const { id } of mirror?.announcements ?? [])
      if (!seen.has(id)) seen.set(id, { at, liveSince });
  });
  const isLive = () => until(link, () => link.getState().connection === 'live');
  await isLive();

  return {
    losses: () => losses() - own,
    cut: () => cable.cutOne(random),
    async standBehind() {
      const before = losses();
      link.retry();
      own += losses() - before;
      await isLive();
    },
    timesOf(pressed) {
      const whole: number[] = [];
      const cut: number[] = [];
      let unseen = 0;
      for (const { id, at, wasCut } of pressed) {
        const there = seen.get(id);
        if (there === undefined) unseen += 1;
        else (wasCut || there.liveSince > at ? cut : whole).push(there.at - at);
      }
      return { whole, cut, unseen };
    },
    async close() {
      link.close();
      await cable.close();
    },
  };
}
