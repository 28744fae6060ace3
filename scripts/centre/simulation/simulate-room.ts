import { connectToHub } from '@motcua/client';
import type { Service } from '@motcua/domain';
import {
  connectToKiosk,
  createSeededRandom,
  type KioskPage,
  type SeededRandom,
} from '@motcua/testing';
import { workAtCounter } from './clerk-life.ts';
import { haveIncidents } from './incidents.ts';
import { pause } from './pause.ts';
import { arrivalsPerMinute, MINUTE_MS, visitorRequest } from './visitor-plan.ts';

export interface SimulatedRoom {
  readonly hub: string;
  readonly kiosk: string;
  /** The address where the printer's paper is shown. */
  readonly paper: string;
  /** The connection between kiosk and hub. */
  readonly cable: { readonly unplug: () => void; readonly plugIn: () => void };
  readonly clerkSessions: readonly string[];
  /** The speed relative to real time. */
  readonly speed: number;
  readonly say: (line: string) => void;
  /** Waits that long in real time; a test may let time run faster. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** A fixed seed: every simulated day is the same, except for what people do at the pages. */
const SEED = 1;
const SLIP_WITHIN_MS = 30_000;

/** Simulates visitors at the kiosk and clerks who call them. Resolves with a function that stops it. */
export async function simulateRoom(room: SimulatedRoom): Promise<() => Promise<void>> {
  const { hub, kiosk, clerkSessions, speed } = room;
  const ended = new AbortController();
  const { signal } = ended;
  const wait = (ms: number) => (room.pause ?? pause)(ms, signal);
  const rest = (lifeMs: number) => wait(lifeMs / speed);

  const page = await connectToKiosk(kiosk);
  const clerks = clerkSessions.map((session) =>
    connectToHub({
      url: hub,
      role: 'counter',
      deviceToken: null,
      cookie: `motcua_session=${session}`,
    }),
  );
  const lives = [
    comeAndGo({ page, rest, wait, signal }),
    haveIncidents({ ...room, rest, wait, signal, random: createSeededRandom(SEED) }),
    ...clerks.map((clerk, place) => {
      const random = createSeededRandom(SEED + 1 + place);
      return workAtCounter({ clerk, place, random, seed: SEED, rest, wait, signal });
    }),
  ];
  return async () => {
    ended.abort();
    await Promise.all(lives);
    page.close();
    for (const clerk of clerks) clerk.close();
  };
}

interface Visitors {
  readonly page: KioskPage;
  readonly rest: (lifeMs: number) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

async function comeAndGo({ page, rest, wait, signal }: Visitors): Promise<void> {
  const random = createSeededRandom(SEED);
  let sinceOpeningMs = 0;
  while (!signal.aborted) {
    const gapMs = random.exponential(MINUTE_MS / arrivalsPerMinute(sinceOpeningMs));
    await rest(gapMs);
    sinceOpeningMs += gapMs;
    const { language, priority } = visitorRequest(random);
    const services = page.services().filter(({ noNumbers }) => noNumbers === null);
    if (services.length === 0 || signal.aborted) continue;
    const group = priority ? random.pick(page.priorityGroups()).id : null;
    const slip = page.nextSlip();
    const { id } = someService(services, random);
    const issued = await page.issue(id, language, undefined, group);
    if (!issued.ok) continue;
    // Without paper the number is shown large: the visitor notes it, and the next one can come.
    const news = await Promise.race([slip, wait(SLIP_WITHIN_MS)]);
    if (news?.state === 'failed') await page.resolve(news.id, 'noted');
  }
}

/** From every group equally often, and mostly its first services. */
function someService<S extends Service>(services: readonly S[], random: SeededRandom): S {
  const group = random.pick([...new Set(services.map(({ groupId }) => groupId))]);
  const inGroup = services.filter(({ groupId }) => groupId === group);
  return random.pick(inGroup.slice(0, 3));
}
