import type { HubConnection } from '@motcua/client';

/** Counts how often the connection of a link is lost from now on. */
export function countLosses(link: Pick<HubConnection, 'getState' | 'subscribe'>): () => number {
  let losses = 0;
  let wasLive = link.getState().connection === 'live';
  link.subscribe(() => {
    const { connection } = link.getState();
    if (wasLive && connection === 'offline') losses += 1;
    wasLive = connection === 'live';
  });
  return () => losses;
}

export const sum = (losses: readonly (() => number)[]): number =>
  losses.reduce((all, lost) => all + lost(), 0);
