import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { createSeededRandom, type SeededRandom } from '@motcua/testing';
import { percentile, rounded } from '../measure.ts';
import { scratchDir } from '../processes.ts';
import type { ProxyDuties } from './proxy.ts';
import type { ListenerDuties } from './listeners.ts';
import { checkJournal } from './journal-check.ts';
import { type CallTimes, hangMeasuredDisplay, type MeasuredDisplay } from './measured-display.ts';
import { watchMemory } from './memory-watch.ts';
import type { ClientArguments, ClientDuties, CommandResults } from './clerks-and-kiosks.ts';
import { COUNTERS, KIOSKS, type SoakCentre, startSoakCentre } from './soak-centre.ts';
import { type Duties, startWorker, type Worker } from './worker.ts';

const DISPLAYS = 50;
const LISTENERS = 500;
/** Forty clerks serve faster than four kiosks issue; with these enough visits wait until the end, each with a follower. */
const VISITORS_BEFORE = 1_200;
/** Before the other clients connect, and again after they have left, so that changes of the machine's speed affect both. */
const BASELINE_CALLS = 400;
const BETWEEN_FAULTS_MS = 500;
const MAX_GROWTH = 0.1;
const MAX_RATIO = 3;

export interface SoakReport {
  readonly minutes: number;
  readonly commands: number;
  readonly tickets: number;
  readonly calls: number;
  readonly callsUnloaded: number;
  readonly faults: number;
  /** Answered commands that the journal lacks, or has twice. */
  readonly lost: number;
  readonly doubled: number;
  /** Commands without an answer in ten seconds, and calls that never reached the display. */
  readonly unanswered: number;
  readonly unseen: number;
  /** Connections that broke without being cut. */
  readonly dropped: number;
  /** The minimum number of followers, and how many messages they received in total. */
  readonly listeners: number;
  readonly newsToListeners: number;
  /** Milliseconds from the clerk's key to a display that shows the call, where neither connection was cut on the way. */
  readonly callP99: number;
  readonly callP99Unloaded: number;
  readonly ratio: number;
  readonly callP50: number;
  readonly callP50Unloaded: number;
  readonly callP90: number;
  readonly callP90Unloaded: number;
  readonly callWorst: number;
  readonly callWorstUnloaded: number;
  /** Calls whose own connection was cut on the way, so that they had to wait for a reconnect. */
  readonly cutCalls: number;
  readonly cutCallWorst: number | null;
  /** Growth of the hub's resident memory since the first minute, as a share; null where unavailable. */
  readonly memoryGrowth: number | null;
  readonly memoryMib: number | null;
  readonly holds: boolean;
}

interface House {
  readonly display: MeasuredDisplay;
  readonly cable: Worker<ProxyDuties>;
  readonly people: Worker<ClientDuties>;
  readonly crowd: Worker<ListenerDuties>;
  readonly close: () => Promise<void>;
}

/**
 * Runs 40 counters, 4 kiosks, 50 displays and 500 followers, each with a number of its own, for so
 * many minutes, with random faults all the time. A call is measured from the clerk's key to the
 * display, and likewise without other clients.
 */
export async function soak(minutes: number, seed: number): Promise<SoakReport> {
  const dir = scratchDir();
  try {
    return await soakIn(join(dir.path, 'hub'), minutes, seed);
  } finally {
    dir.remove();
  }
}

async function soakIn(dataDir: string, minutes: number, seed: number): Promise<SoakReport> {
  const centre = await startSoakCentre(dataDir);
  const random = createSeededRandom(seed);
  let unloaded: CallTimes;
  let loaded: CallTimes;
  let faults: Faults;
  let results: CommandResults;
  let dropped: number;
  let listened: ReturnType<ListenerDuties['leave']>;
  const memory = watchMemory(centre.hub.memoryKib);
  try {
    const house = await openHouse(centre, random, seed);
    const { people, crowd, display } = house;
    try {
      await people.ask('open');
      const before = await people.ask('callAlone');
      await people.ask('fill', VISITORS_BEFORE);
      await crowd.ask('hand', await people.ask('takeSlips'));
      await crowd.ask('come');
      await display.standBehind();

      memory.start();
      faults = await live(house, minutes * 60_000, random);
      memory.stop();
      const pressed = await people.ask('end');
      listened = await crowd.ask('leave');
      const after = await people.ask('callAlone');

      results = await people.ask('results');
      dropped = Math.max(0, results.losses + display.losses() + listened.broken - faults.cuts);
      loaded = display.timesOf(pressed);
      unloaded = display.timesOf([...before, ...after]);
    } finally {
      await house.close();
    }
  } finally {
    memory.stop();
    await centre.hub.stop();
  }
  const { answered, commands, tickets, unanswered } = results;
  const ratio = percentile(loaded.whole, 0.99) / percentile(unloaded.whole, 0.99);
  const growth = memory.growth();
  const kib = memory.lastKib();
  const unseen = loaded.unseen + unloaded.unseen;
  const { lost, doubled } = checkJournal(dataDir, answered);
  const isWhole =
    [lost, doubled, unanswered, unseen, dropped].every((n) => n === 0) &&
    listened.fewest === LISTENERS;
  return {
    minutes,
    ...{ commands, tickets },
    calls: loaded.whole.length,
    callsUnloaded: unloaded.whole.length,
    faults: faults.all,
    ...{ lost, doubled, unanswered, unseen, dropped },
    ...{ listeners: listened.fewest, newsToListeners: listened.news },
    callP50: rounded(percentile(loaded.whole, 0.5)),
    callP50Unloaded: rounded(percentile(unloaded.whole, 0.5)),
    callP90: rounded(percentile(loaded.whole, 0.9)),
    callP90Unloaded: rounded(percentile(unloaded.whole, 0.9)),
    callP99: rounded(percentile(loaded.whole, 0.99)),
    callP99Unloaded: rounded(percentile(unloaded.whole, 0.99)),
    ratio: rounded(ratio, 2),
    callWorst: rounded(Math.max(...loaded.whole)),
    callWorstUnloaded: rounded(Math.max(...unloaded.whole)),
    cutCalls: loaded.cut.length,
    cutCallWorst: loaded.cut.length === 0 ? null : rounded(Math.max(...loaded.cut)),
    memoryGrowth: growth === null ? null : rounded(growth),
    memoryMib: kib === null ? null : rounded(kib / 1_024, 1),
    holds: isWhole && ratio <= MAX_RATIO && (growth ?? 0) <= MAX_GROWTH,
  };
}

/** All clients run in processes of their own, so that nothing here delays the measured display. */
async function openHouse(centre: SoakCentre, random: SeededRandom, seed: number): Promise<House> {
  const { url } = centre.hub.ready;
  const { kioskTokens, clerks, services, displayToken } = centre;
  const started: { readonly stop: () => Promise<void> }[] = [];
  const close = async () => {
    for (const { stop } of started.toReversed()) await stop();
  };
  const start = async <D extends Duties>(module: string, args: readonly (string | number)[]) => {
    const file = join(import.meta.dirname, `${module}.ts`);
    const worker = await startWorker<D>(file, args.map(String));
    started.push(worker);
    return worker;
  };
  try {
    const cable = await start<ProxyDuties>('proxy', [new URL(url).port, seed]);
    const clientArguments: ClientArguments = {
      ...{ url: await cable.ask('url'), kioskTokens, clerks, services, seed },
      baselineCalls: BASELINE_CALLS,
    };
    const people = await start<ClientDuties>('clerks-and-kiosks', [
      JSON.stringify(clientArguments),
    ]);
    const crowd = await start<ListenerDuties>('listeners', [
      ...[url, displayToken, DISPLAYS - 1, LISTENERS, seed],
    ]);
    const display = await hangMeasuredDisplay(url, displayToken, random);
    started.push({ stop: display.close });
    return { display, cable, people, crowd, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

interface Faults {
  readonly all: number;
  readonly cuts: number;
}

/** Runs the load while cutting connections, sending garbage and repeating commands; returns how often. */
async function live(house: House, forMs: number, random: SeededRandom): Promise<Faults> {
  const { people, crowd } = house;
  await people.ask('work');
  const end = performance.now() + forMs;
  let all = 0;
  let cuts = 0;
  for (;;) {
    const pauseMs = -Math.log(1 - random.next()) * BETWEEN_FAULTS_MS;
    if (performance.now() + pauseMs >= end) break;
    await rest(pauseMs);
    await crowd.ask('hand', await people.ask('takeSlips'));
    all += 1;
    const what = random.pick(['cut', 'cut', 'listener', 'nonsense', 'twice'] as const);
    if (what === 'cut') {
      cuts += 1;
      await cutOne(house, random);
    }
    if (what === 'listener') await crowd.ask('replace');
    if (what === 'nonsense') await crowd.ask('talkNonsense');
    if (what === 'twice') await people.ask('repeat');
  }
  await rest(Math.max(0, end - performance.now()));
  return { all, cuts };
}

/** A random connection of a kiosk, a counter or a display. */
async function cutOne({ cable, crowd, display }: House, random: SeededRandom): Promise<void> {
  const wire = random.whole(1, KIOSKS + COUNTERS + DISPLAYS);
  if (wire <= KIOSKS + COUNTERS) await cable.ask('cut');
  else if (wire < KIOSKS + COUNTERS + DISPLAYS) await crowd.ask('cut');
  else display.cut();
}
