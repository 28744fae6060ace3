/** The clerks at their counters, and the visitors at the kiosks. */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { setTimeout as rest } from 'node:timers/promises';
import { connectToHub, type HubConnection, type CommandInput } from '@motcua/client';
import type {
  AnnouncementId,
  CommandId,
  CounterId,
  Result,
  ServiceId,
  VisitId,
} from '@motcua/domain';
import { type Change, plainTicket } from '@motcua/protocol';
import { createSeededRandom, until } from '@motcua/testing';
import { countLosses, sum } from './count-losses.ts';
import type { SoakCentre } from './soak-centre.ts';
import { machineMs, serve } from './worker.ts';

/** What they need to know of the centre. */
export interface ClientArguments extends Pick<SoakCentre, 'kioskTokens' | 'clerks' | 'services'> {
  readonly url: string;
  readonly seed: number;
  /** The number of calls without other clients. */
  readonly baselineCalls: number;
}

/** A call, when the clerk pressed the key, and whether the clerk's own connection was cut before the answer. */
export interface Pressed {
  readonly id: AnnouncementId;
  readonly at: number;
  readonly wasCut: boolean;
}

/** The results of all commands. */
export interface CommandResults {
  readonly commands: number;
  readonly tickets: number;
  readonly unanswered: number;
  /** How often one of their connections was lost. */
  readonly losses: number;
  readonly answered: readonly CommandId[];
}

/** Each kiosk issues a number every so many milliseconds on average; together 80 a minute. */
const BETWEEN_TICKETS_MS = 3_000;
const SERVING_MS = [8_000, 40_000] as const;
const IDLE_MS = 1_000;
/** Without other clients the calls are paced as well. */
const BETWEEN_BASELINE_CALLS_MS = 50;

const given = JSON.parse(process.argv[2] ?? '') as ClientArguments;
const { url } = given;
const random = createSeededRandom(given.seed);
const kiosks: HubConnection[] = [];
const clerks: Clerk[] = [];
const losses: (() => number)[] = [];
const answered: CommandId[] = [];
const counts = { commands: 0, tickets: 0, unanswered: 0 };
const slips: VisitId[] = [];
let pressed: Pressed[] = [];
let said: {
  readonly link: HubConnection;
  readonly wish: CommandInput;
  readonly id: CommandId;
} | null = null;
let lostByThen = 0;
let isOver = false;
let work: readonly Promise<void>[] = [];

interface Clerk {
  readonly link: HubConnection;
  readonly counterId: CounterId;
  /** How often a connection was lost so far. */
  readonly losses: () => number;
}

const duties = {
  /** Connects the kiosks, and one clerk. */
  async open() {
    for (const deviceToken of given.kioskTokens)
      kiosks.push(connectToHub({ url, role: 'kiosk', deviceToken }));
    await Promise.all(kiosks.map(isLive));
    for (const kiosk of kiosks) losses.push(countLosses(kiosk));
    await sitDown(given.clerks.slice(0, 1));
  },
  async callAlone(): Promise<readonly Pressed[]> {
    const [kiosk] = kiosks;
    const [clerk] = clerks;
    const [service] = given.services;
    if (kiosk === undefined || clerk === undefined || service === undefined)
      throw new Error('Empty');
    for (let n = 0; n < given.baselineCalls; n += 1) {
      await issue(kiosk, service);
      await rest(BETWEEN_BASELINE_CALLS_MS);
      await call(clerk);
      await act(clerk, 'start-service');
      await act(clerk, 'finish');
    }
    return takePressed();
  },
  /** Connects all other clerks, and issues so many numbers first. */
  async fill(visitors: number) {
    await sitDown(given.clerks.slice(1));
    for (let n = 0; n < visitors; n += kiosks.length)
      await Promise.all(kiosks.map((kiosk) => issue(kiosk, random.pick(given.services))));
  },
  /** The codes on the slips since the last time. */
  takeSlips: (): readonly VisitId[] => slips.splice(0),
  /** Starts the work of all. */
  work() {
    work = [...kiosks.map(giveNumbers), ...clerks.map(serveVisitors)];
  },
  /** Finishes the pending work, and disconnects all clerks but one. */
  async end(): Promise<readonly Pressed[]> {
    isOver = true;
    await Promise.all(work);
    lostByThen = sum(losses);
    for (const { link } of clerks.splice(1)) link.close();
    return takePressed();
  },
  /** Repeats the same command, as after a lost answer. */
  repeat() {
    if (said !== null) void said.link.execute(said.wish, said.id);
  },
  results: (): CommandResults => ({ ...counts, losses: lostByThen, answered }),
};
export type ClientDuties = typeof duties;
serve(duties);

async function sitDown(who: ClientArguments['clerks']): Promise<void> {
  await Promise.all(
    who.map(async ({ cookie, counterId }) => {
      const link = connectToHub({ url, role: 'counter', deviceToken: null, cookie });
      await isLive(link);
      const lost = countLosses(link);
      losses.push(lost);
      clerks.push({ link, counterId, losses: lost });
      await send(link, { type: 'open-counter', counterId, training: false });
    }),
  );
}

function isLive(link: HubConnection): Promise<void> {
  return until(link, () => link.getState().connection === 'live');
}

function takePressed(): readonly Pressed[] {
  const taken = pressed;
  pressed = [];
  return taken;
}

async function giveNumbers(kiosk: HubConnection): Promise<void> {
  while (!isOver) {
    await rest(-Math.log(1 - random.next()) * BETWEEN_TICKETS_MS);
    await issue(kiosk, random.pick(given.services));
  }
}

async function issue(kiosk: HubConnection, service: ServiceId): Promise<void> {
  const issued = await send(kiosk, plainTicket(service));
  if (!issued.ok) return;
  counts.tickets += 1;
  for (const change of issued.value)
    if (change.type === 'ticket-issued') slips.push(change.visit.id);
}

async function serveVisitors(clerk: Clerk): Promise<void> {
  // Clerks do not press their keys at the same moment.
  await rest(random.whole(0, SERVING_MS[1]));
  while (!isOver) {
    if (!(await call(clerk))) {
      await rest(IDLE_MS);
      continue;
    }
    await act(clerk, 'start-service');
    await rest(random.whole(...SERVING_MS));
    await act(clerk, 'finish');
  }
}

async function call({ link, counterId, losses }: Clerk): Promise<boolean> {
  const before = losses();
  const isOffline = link.getState().connection !== 'live';
  const at = machineMs();
  const called = await send(link, { type: 'call-next', counterId, finishCurrent: false });
  if (!called.ok) return false;
  const wasCut = isOffline || losses() > before;
  for (const change of called.value)
    if (change.type === 'announcement-changed')
      pressed.push({ id: change.announcement.id, at, wasCut });
  return true;
}

async function act({ link, counterId }: Clerk, type: 'start-service' | 'finish'): Promise<void> {
  const visits = [...(link.getState().mirror?.visits.values() ?? [])];
  const visit = visits.find(
    (each) => 'counterId' in each && each.counterId === counterId && each.state !== 'parked',
  );
  if (visit === undefined) return;
  await send(link, {
    ...{ type: 'act-on-visit', visitId: visit.id, counterId, note: null, reason: null },
    action: { type },
  });
}

async function send(link: HubConnection, wish: CommandInput): Promise<Result<readonly Change[]>> {
  const id = randomUUID() as CommandId;
  counts.commands += 1;
  const answer = await link.execute(wish, id);
  if (!answer.ok && answer.refusal.code === 'hub-unavailable') counts.unanswered += 1;
  if (answer.ok && answer.value.length > 0) {
    answered.push(id);
    said = { link, wish, id };
  }
  return answer;
}
