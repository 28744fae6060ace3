import type { HubConnection } from '@motcua/client';
import type { CounterId, SeededRandom, Visit, VisitId } from '@motcua/domain';
import type { RequestedAction } from '@motcua/protocol';
import { breakAfter, fateOf, MINUTE_MS, type VisitorFate } from './visitor-plan.ts';

export interface ClerkLife {
  readonly clerk: HubConnection;
  /** Which counter the clerk opens, from 0. */
  readonly place: number;
  readonly random: SeededRandom;
  readonly seed: number;
  /** Waits for that simulated time. */
  readonly rest: (lifeMs: number) => Promise<void>;
  /** Waits for that real time. */
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

const RETRY_MS = 0.5 * MINUTE_MS;
const PARKED_MS = 6 * MINUTE_MS;
const LATE_MS = 10 * MINUTE_MS;
/** Real time: the voice is not faster in a simulation. */
const UNTIL_HEARD_MS = 3_000;
const SETTLE_MS = 500;

/** A clerk's day: opens, calls, serves, parks, transfers, pauses; closes at the end. */
export async function workAtCounter(life: ClerkLife): Promise<void> {
  const { clerk, random, rest, signal } = life;
  const counterId = await openCounter(life);
  if (counterId === null) return;
  while (!signal.aborted) {
    const current = visitAt(clerk, counterId);
    if (current !== null) {
      await serve(life, counterId, current);
      continue;
    }
    const pauseNow = breakAfter(random);
    if (pauseNow !== null) {
      await clerk.execute({ type: 'pause-counter', counterId, reason: pauseNow.reason });
      await rest(pauseNow.lengthMs);
      await clerk.execute({ type: 'resume-counter', counterId });
    }
    const called = await clerk.execute({ type: 'call-next', counterId, finishCurrent: false });
    if (!called.ok) await rest(RETRY_MS);
  }
  if (visitAt(clerk, counterId) === null) await clerk.execute({ type: 'close-counter', counterId });
}

async function serve(life: ClerkLife, counterId: CounterId, visit: Visit): Promise<void> {
  const fate = fateOf(life.seed, visit.ticket.number);
  if (visit.state === 'called' && !fate.comes && visit.placedAt === null)
    return waitInVain(life, counterId, visit, fate);
  if (visit.state === 'called') {
    await life.rest(fate.walkMs);
    await act(life, counterId, visit.id, { type: 'start-service' });
    return;
  }
  await life.rest(fate.serviceMs);
  const isFirstStep = visit.past.length === 0;
  if (isFirstStep && fate.course === 'park') return parkForAWhile(life, counterId, visit.id);
  if (isFirstStep && fate.course === 'transfer' && (await sendOn(life, counterId, visit))) return;
  await act(life, counterId, visit.id, { type: 'finish' });
}

/** A no-show is refused until the call was spoken, so the clerk repeats it. */
async function waitInVain(
  life: ClerkLife,
  counterId: CounterId,
  { id }: Visit,
  { walkMs, comesLater }: VisitorFate,
): Promise<void> {
  await life.rest(2 * walkMs);
  await act(life, counterId, id, { type: 'recall' });
  while (!life.signal.aborted && visitAt(life.clerk, counterId)?.id === id) {
    await life.wait(UNTIL_HEARD_MS);
    await act(life, counterId, id, { type: 'mark-no-show' });
    await life.wait(SETTLE_MS);
  }
  if (comesLater)
    void life.rest(LATE_MS).then(() => act(life, counterId, id, { type: 'reinstate' }));
}

/** The visitor fetches a copy; the parked visit is called again before the next. */
async function parkForAWhile(life: ClerkLife, counterId: CounterId, id: VisitId): Promise<void> {
  await act(life, counterId, id, { type: 'park', shared: false });
  await life.rest(PARKED_MS);
  await act(life, counterId, id, { type: 'call' });
  await act(life, counterId, id, { type: 'start-service' });
  await act(life, counterId, id, { type: 'finish' });
}

async function sendOn(life: ClerkLife, counterId: CounterId, visit: Visit): Promise<boolean> {
  const queues = life.clerk.getState().mirror?.settings.queues ?? [];
  const others = queues.filter(({ id, active }) => active && id !== visit.queueId);
  if (others.length === 0) return false;
  const toQueueId = life.random.pick(others).id;
  const action = { type: 'transfer', toQueueId, reservedFor: null, andBack: false } as const;
  return act(life, counterId, visit.id, action);
}

async function act(
  { clerk, signal }: ClerkLife,
  counterId: CounterId,
  visitId: VisitId,
  action: RequestedAction,
): Promise<boolean> {
  if (signal.aborted) return false;
  const about = { visitId, counterId, note: null, reason: null };
  return (await clerk.execute({ type: 'act-on-visit', ...about, action })).ok;
}

async function openCounter({ clerk, place, wait, signal }: ClerkLife): Promise<CounterId | null> {
  while (!signal.aborted) {
    const { mirror } = clerk.getState();
    const mine = [...(mirror?.counters.values() ?? [])].find(
      (now) => now.state !== 'closed' && now.clerkId === mirror?.personId,
    );
    if (mine?.state === 'paused')
      await clerk.execute({ type: 'resume-counter', counterId: mine.counterId });
    if (mine !== undefined) return mine.counterId;
    const counterId = mirror?.settings.counters[place]?.id;
    if (mirror !== null && counterId === undefined) return null;
    if (counterId !== undefined) {
      const opened = await clerk.execute({ type: 'open-counter', counterId, training: false });
      if (opened.ok) return counterId;
    }
    await wait(SETTLE_MS);
  }
  return null;
}

function visitAt(clerk: HubConnection, counterId: CounterId): Visit | null {
  const visits = clerk.getState().mirror?.visits.values() ?? [];
  for (const visit of visits)
    if ((visit.state === 'called' || visit.state === 'serving') && visit.counterId === counterId)
      return visit;
  return null;
}
