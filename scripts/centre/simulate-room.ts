import { connectToHub, type HubConnection } from '@motcua/client';
import { type CounterId, type Service, type Visit, type VisitId } from '@motcua/domain';
import {
  connectToKiosk,
  createSeededRandom,
  type KioskPage,
  type SeededRandom,
} from '@motcua/testing';

export interface SimulatedRoom {
  readonly hub: string;
  readonly kiosk: string;
  readonly clerkSessions: readonly string[];
  /** How many times faster than life. */
  readonly speed: number;
  readonly say: (line: string) => void;
}

const MINUTE_MS = 60_000;
/** In life: a visitor every four minutes, a walk to the counter of half a minute, eight minutes of service. */
const BETWEEN_ARRIVALS_MS = 4 * MINUTE_MS;
const WALK_MS = 0.5 * MINUTE_MS;
const SERVICE_MS = 8 * MINUTE_MS;
const NO_SHOW_SHARE = 0.06;
const LOOK_AGAIN_MS = 0.5 * MINUTE_MS;

/** Visitors touch the kiosk and clerks call them, as a day would go. Resolves with how to end it. */
export async function simulateRoom(room: SimulatedRoom): Promise<() => Promise<void>> {
  const { hub, kiosk, clerkSessions, speed } = room;
  const random = createSeededRandom(speed);
  const ended = new AbortController();
  const { signal } = ended;
  const rest = (meanMs: number) => pause(random.exponential(meanMs) / speed, signal);

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
    comeAndGo(page, random, rest, signal),
    ...clerks.map((clerk, index) => serve(clerk, index, random, rest, signal)),
  ];
  return async () => {
    ended.abort();
    await Promise.all(lives);
    page.close();
    for (const clerk of clerks) clerk.close();
  };
}

type Rest = (meanMs: number) => Promise<void>;

async function comeAndGo(
  page: KioskPage,
  random: SeededRandom,
  rest: Rest,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await rest(BETWEEN_ARRIVALS_MS);
    const services = page.services().filter(({ noNumbers }) => noNumbers === null);
    if (services.length === 0 || signal.aborted) continue;
    await page.issue(someService(services, random).id, random.next() < 0.9 ? 'vi' : 'en');
  }
}

/** From every group alike, mostly what stands first in it. */
function someService<S extends Service>(services: readonly S[], random: SeededRandom): S {
  const group = random.pick([...new Set(services.map(({ groupId }) => groupId))]);
  const inGroup = services.filter(({ groupId }) => groupId === group);
  return random.pick(inGroup.slice(0, 3));
}

async function serve(
  clerk: HubConnection,
  index: number,
  random: SeededRandom,
  rest: Rest,
  signal: AbortSignal,
): Promise<void> {
  const counterId = await openCounter(clerk, index, signal);
  if (counterId === null) return;
  while (!signal.aborted) {
    const current = visitAt(clerk, counterId);
    if (current !== null) await goOn(clerk, current, counterId, random, rest);
    else if (!(await clerk.execute({ type: 'call-next', counterId, finishCurrent: false })).ok)
      await rest(LOOK_AGAIN_MS);
  }
  if (visitAt(clerk, counterId) === null) await clerk.execute({ type: 'close-counter', counterId });
}

async function openCounter(
  clerk: HubConnection,
  index: number,
  signal: AbortSignal,
): Promise<CounterId | null> {
  while (!signal.aborted) {
    const { mirror } = clerk.getState();
    const mine = [...(mirror?.counters.values() ?? [])].find(
      (now) => now.state !== 'closed' && now.clerkId === mirror?.personId,
    );
    if (mine?.state === 'paused')
      await clerk.execute({ type: 'resume-counter', counterId: mine.counterId });
    if (mine !== undefined) return mine.counterId;
    const counterId = mirror?.settings.counters[index]?.id;
    if (mirror !== null && counterId === undefined) return null;
    if (counterId !== undefined) {
      const opened = await clerk.execute({ type: 'open-counter', counterId, training: false });
      if (opened.ok) return counterId;
    }
    await pause(500, signal);
  }
  return null;
}

async function goOn(
  clerk: HubConnection,
  visit: Visit,
  counterId: CounterId,
  random: SeededRandom,
  rest: Rest,
): Promise<void> {
  const act = (visitId: VisitId, type: 'start-service' | 'finish' | 'mark-no-show' | 'recall') =>
    clerk.execute({
      type: 'act-on-visit',
      visitId,
      counterId,
      action: { type },
      note: null,
      reason: null,
    });
  if (visit.state === 'called') {
    await rest(WALK_MS);
    if (random.next() >= NO_SHOW_SHARE) return void (await act(visit.id, 'start-service'));
    await act(visit.id, 'recall');
    await rest(2 * WALK_MS);
    await act(visit.id, 'mark-no-show');
  } else {
    await rest(SERVICE_MS);
    await act(visit.id, 'finish');
  }
}

function visitAt(clerk: HubConnection, counterId: CounterId): Visit | null {
  const visits = clerk.getState().mirror?.visits.values() ?? [];
  for (const visit of visits)
    if ((visit.state === 'called' || visit.state === 'serving') && visit.counterId === counterId)
      return visit;
  return null;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const timer = setTimeout(done, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
}
