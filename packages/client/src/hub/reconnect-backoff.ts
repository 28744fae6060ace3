/** The longest pause between two attempts to reach the hub, different for each client so that they spread out. */
export function reconnectDelayMs(random: number = Math.random()): number {
  return Math.round(LONGEST_MS * (1 - SPREAD * random));
}

const LONGEST_MS = 5_000;
const SPREAD = 0.4;
