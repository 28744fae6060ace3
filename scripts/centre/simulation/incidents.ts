import type { SeededRandom } from '@motcua/domain';
import { MINUTE_MS } from './visitor-plan.ts';

export interface Incidents {
  readonly paper: string;
  readonly cable: { readonly unplug: () => void; readonly plugIn: () => void };
  readonly random: SeededRandom;
  readonly rest: (lifeMs: number) => Promise<void>;
  /** Waits for that real time. */
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

const BETWEEN_MS = 25 * MINUTE_MS;
const PAPER_CHANGE_MS = 4 * MINUTE_MS;
/** Real time: long enough for the kiosk to notice, and to issue numbers offline. */
const UNPLUGGED_MS = 40_000;

/** Occasionally the roll ends, or the kiosk is disconnected; each is repaired again. */
export async function haveIncidents(incidents: Incidents): Promise<void> {
  const { cable, random, rest, wait, signal, say } = incidents;
  while (!signal.aborted) {
    await rest(BETWEEN_MS * (0.6 + 0.8 * random.next()));
    if (signal.aborted) return;
    if (random.next() < 0.6) {
      say("The kiosk's paper has run out; a new roll is on its way.");
      await setPaper(incidents, 'out');
      await rest(PAPER_CHANGE_MS);
      await setPaper(incidents, 'ok');
    } else {
      say("The kiosk's cable is out; it gives numbers of its own.");
      cable.unplug();
      await wait(UNPLUGGED_MS);
      cable.plugIn();
    }
  }
}

async function setPaper({ paper, say }: Incidents, state: 'out' | 'ok'): Promise<void> {
  try {
    await fetch(`${paper}/state`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ paper: state }),
    });
  } catch {
    say('The simulated printer cannot be reached.');
  }
}
