import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { connectToHub, type HubConnection, type Wish } from '@motcua/client';
import type { AnnouncementId, CommandId, CounterId, Result } from '@motcua/domain';
import { createHub, verifyDatabase } from '@motcua/hub';
import { type Change, plainTicket } from '@motcua/protocol';
import {
  createSeededRandom,
  layNetworkCable,
  type NetworkCable,
  type SeededRandom,
  until,
} from '@motcua/testing';
import type { Socket } from 'socket.io-client';
import { percentile, rounded } from '../measure.ts';
import { greet } from '../clients.ts';
import { connect, scratchDir } from '../processes.ts';
import { type SoakCentre, startSoakCentre } from './soak-centre.ts';

const DISPLAYS = 50;
const LISTENERS = 500;
const UNLOADED_CALLS = 150;
/** Each kiosk gives a number every so many milliseconds on average; together 80 a minute. */
const BETWEEN_TICKETS_MS = 3_000;
const SERVING_MS = [8_000, 40_000] as const;
const IDLE_MS = 1_000;
const BETWEEN_FAULTS_MS = 500;
const LOOK_AT_MEMORY_MS = 5_000;
const FIRST_MINUTE_MS = 60_000;
const MOST_GROWTH = 0.1;
const MOST_RATIO = 3;

export interface SoakReport {
  readonly minutes: number;
  readonly commands: number;
  readonly tickets: number;
  readonly calls: number;
  readonly faults: number;
  /** Answered commands that the journal does not know, or knows twice. */
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds from the clerk's key to a display that has the call. */
  readonly callP99: number;
  readonly callP99Unloaded: number;
  readonly ratio: number;
  /** Of the hub's resident memory since the first minute, as a share; null where the machine does not tell. */
  readonly memoryGrowth: number | null;
  readonly memoryMib: number | null;
  readonly holds: boolean;
}

/** 40 counters, 4 kiosks, 50 displays and 500 listeners for so many minutes, with random faults all the time. */
export async function soak(minutes: number, seed: number): Promise<SoakReport> {
  const dir = scratchDir();
  const dataDir = join(dir.path, 'hub');
  const centre = await startSoakCentre(dataDir);
  const cable = await layNetworkCable(Number(new URL(centre.hub.ready.url).port));
  const room = new Room(centre, cable, createSeededRandom(seed));
  try {
    await room.open();
    const unloaded = await room.callAlone();
    await room.fill();
    const { memory } = await room.live(minutes * 60_000);
    const loaded = room.calls();
    room.close();
    await centre.hub.stop();

    const { lost, doubled } = compare(dataDir, room.answered());
    const callP99 = percentile(loaded, 0.99);
    const callP99Unloaded = percentile(unloaded, 0.99);
    const ratio = callP99 / callP99Unloaded;
    const growth = growthOf(memory);
    return {
      minutes,
      ...room.counts(),
      calls: loaded.length,
      ...{ lost, doubled },
      callP99: rounded(callP99),
      callP99Unloaded: rounded(callP99Unloaded),
      ratio: rounded(ratio, 2),
      memoryGrowth: growth === null ? null : rounded(growth),
      memoryMib: memory.length === 0 ? null : rounded((memory.at(-1)?.kib ?? 0) / 1_024, 1),
      holds: lost === 0 && doubled === 0 && ratio <= MOST_RATIO && (growth ?? 0) <= MOST_GROWTH,
    };
  } finally {
    room.close();
    await cable.close();
    dir.remove();
  }
}

interface Answered {
  readonly commandId: string;
  readonly changes: readonly Change[];
}
interface MemoryLook {
  readonly atMs: number;
  readonly kib: number;
}

interface Clerk {
  readonly link: HubConnection;
  readonly counterId: CounterId;
}

/** Everybody who is connected, and what they were answered. */
class Room {
  readonly #centre: SoakCentre;
  readonly #cable: NetworkCable;
  readonly #random: SeededRandom;
  readonly #kiosks: HubConnection[] = [];
  readonly #clerks: Clerk[] = [];
  readonly #displays: HubConnection[] = [];
  readonly #listeners: Socket[] = [];
  readonly #answered: Answered[] = [];
  /** When the clerk pressed the key, and when the first display had the call. */
  readonly #pressed = new Map<AnnouncementId, number>();
  readonly #seen = new Map<AnnouncementId, number>();
  readonly #calls: number[] = [];
  #commands = 0;
  #tickets = 0;
  #faults = 0;
  #isOver = false;

  constructor(centre: SoakCentre, cable: NetworkCable, random: SeededRandom) {
    this.#centre = centre;
    this.#cable = cable;
    this.#random = random;
  }

  /** By way of the cable that is cut now and then. */
  get #url(): string {
    return this.#cable.url;
  }

  /** The kiosks, one counter and one display. */
  async open(): Promise<void> {
    for (const deviceToken of this.#centre.kioskTokens)
      this.#kiosks.push(connectToHub({ url: this.#url, role: 'kiosk', deviceToken }));
    this.#sit(0);
    this.#hang();
    await this.#allLive();
  }

  async callAlone(): Promise<readonly number[]> {
    const [kiosk] = this.#kiosks;
    const [clerk] = this.#clerks;
    const [display] = this.#displays;
    if (kiosk === undefined || clerk === undefined || display === undefined)
      throw new Error('Empty');
    await this.#tell(clerk.link, {
      type: 'open-counter',
      counterId: clerk.counterId,
      training: false,
    });
    for (let n = 0; n < UNLOADED_CALLS; n += 1) {
      await this.#issue(kiosk, 0);
      const called = this.#calls.length;
      await this.#call(clerk);
      await until(display, () => this.#calls.length > called);
      await this.#act(clerk, 'start-service');
      await this.#act(clerk, 'finish');
    }
    return this.#calls.splice(0);
  }

  /** Everybody else. */
  async fill(): Promise<void> {
    for (let n = 1; n < this.#centre.clerks.length; n += 1) this.#sit(n);
    for (let n = 1; n < DISPLAYS; n += 1) this.#hang();
    for (let n = 0; n < LISTENERS; n += 1) await this.#listen();
    await this.#allLive();
    for (const { link, counterId } of this.#clerks.slice(1))
      await this.#tell(link, { type: 'open-counter', counterId, training: false });
  }

  /** Lets everybody work for so long. */
  async live(forMs: number): Promise<{ readonly memory: readonly MemoryLook[] }> {
    const memory: MemoryLook[] = [];
    const start = performance.now();
    const look = setInterval(() => {
      const kib = this.#centre.hub.memoryKib();
      if (kib !== null) memory.push({ atMs: performance.now() - start, kib });
    }, LOOK_AT_MEMORY_MS);
    const work = [
      ...this.#kiosks.map((kiosk) => this.#giveNumbers(kiosk)),
      ...this.#clerks.map((clerk) => this.#serve(clerk)),
      this.#breakThings(),
    ];
    await rest(forMs);
    this.#isOver = true;
    clearInterval(look);
    await Promise.all(work);
    return { memory };
  }

  calls(): readonly number[] {
    return this.#calls;
  }

  answered(): readonly Answered[] {
    return this.#answered;
  }

  counts() {
    return { commands: this.#commands, tickets: this.#tickets, faults: this.#faults };
  }

  close(): void {
    this.#isOver = true;
    for (const link of [
      ...this.#kiosks,
      ...this.#displays,
      ...this.#clerks.map((each) => each.link),
    ])
      link.close();
    for (const socket of this.#listeners) socket.disconnect();
  }

  #sit(n: number): void {
    const clerk = this.#centre.clerks[n];
    if (clerk === undefined) return;
    const { cookie, counterId } = clerk;
    const link = connectToHub({ url: this.#url, role: 'counter', deviceToken: null, cookie });
    this.#clerks.push({ link, counterId });
  }

  /** A display that notes when it has a call for the first time. */
  #hang(): void {
    const deviceToken = this.#centre.displayToken;
    const link = connectToHub({ url: this.#url, role: 'display', deviceToken });
    const isFirst = this.#displays.length === 0;
    const known = new Set<AnnouncementId>();
    link.subscribe(() => {
      if (!isFirst) return;
      for (const { id } of link.getState().mirror?.announcements ?? []) {
        if (known.has(id)) continue;
        known.add(id);
        this.#seen.set(id, performance.now());
      }
      this.#pair();
    });
    this.#displays.push(link);
  }

  async #listen(): Promise<void> {
    const { socket } = await greet(this.#centre.hub.ready.url, 'display', {
      deviceToken: this.#centre.displayToken,
    });
    this.#listeners.push(socket);
  }

  async #allLive(): Promise<void> {
    const links = [...this.#kiosks, ...this.#displays, ...this.#clerks.map((each) => each.link)];
    await Promise.all(
      links.map((link) => until(link, () => link.getState().connection === 'live')),
    );
  }

  async #giveNumbers(kiosk: HubConnection): Promise<void> {
    while (!this.#isOver) {
      await rest(-Math.log(1 - this.#random.next()) * BETWEEN_TICKETS_MS);
      await this.#issue(kiosk, this.#random.whole(0, this.#centre.services.length - 1));
    }
  }

  async #issue(kiosk: HubConnection, n: number): Promise<void> {
    const service = this.#centre.services[n];
    if (service === undefined) return;
    if ((await this.#tell(kiosk, plainTicket(service))).ok) this.#tickets += 1;
  }

  async #serve(clerk: Clerk): Promise<void> {
    while (!this.#isOver) {
      if (!(await this.#call(clerk))) {
        await rest(IDLE_MS);
        continue;
      }
      await this.#act(clerk, 'start-service');
      await rest(this.#random.whole(...SERVING_MS));
      await this.#act(clerk, 'finish');
    }
  }

  async #call({ link, counterId }: Clerk): Promise<boolean> {
    const pressed = performance.now();
    const called = await this.#tell(link, { type: 'call-next', counterId, finishCurrent: false });
    if (!called.ok) return false;
    for (const change of called.value)
      if (change.type === 'announcement-changed')
        this.#pressed.set(change.announcement.id, pressed);
    this.#pair();
    return true;
  }

  /** The display may have a call before the clerk has the answer, or after it. */
  #pair(): void {
    for (const [id, at] of this.#seen) {
      const pressed = this.#pressed.get(id);
      if (pressed === undefined) continue;
      this.#calls.push(at - pressed);
      this.#pressed.delete(id);
      this.#seen.delete(id);
    }
  }

  async #act({ link, counterId }: Clerk, type: 'start-service' | 'finish'): Promise<void> {
    const visits = [...(link.getState().mirror?.visits.values() ?? [])];
    const visit = visits.find(
      (each) => 'counterId' in each && each.counterId === counterId && each.state !== 'parked',
    );
    if (visit === undefined) return;
    await this.#tell(link, {
      ...{ type: 'act-on-visit', visitId: visit.id, counterId, note: null, reason: null },
      action: { type },
    });
  }

  async #tell(link: HubConnection, wish: Wish): Promise<Result<readonly Change[]>> {
    const commandId = randomUUID() as CommandId;
    this.#commands += 1;
    const answer = await link.execute(wish, commandId);
    if (answer.ok && answer.value.length > 0)
      this.#answered.push({ commandId, changes: answer.value });
    return answer;
  }

  /** Cuts a wire, talks nonsense, or says everything twice; somebody else each time. */
  async #breakThings(): Promise<void> {
    while (!this.#isOver) {
      await rest(-Math.log(1 - this.#random.next()) * BETWEEN_FAULTS_MS);
      this.#faults += 1;
      const what = this.#random.pick(['cut', 'cut', 'listener', 'nonsense', 'twice'] as const);
      if (what === 'cut') this.#cable.cutOne(this.#random);
      if (what === 'listener') await this.#replaceListener();
      if (what === 'nonsense') await this.#talkNonsense();
      if (what === 'twice') this.#repeat();
    }
  }

  async #replaceListener(): Promise<void> {
    const n = this.#random.whole(0, this.#listeners.length - 1);
    this.#listeners.splice(n, 1)[0]?.disconnect();
    await this.#listen();
  }

  async #talkNonsense(): Promise<void> {
    const stranger = await connect(this.#centre.hub.ready.url);
    stranger.emit('hello', this.#random.pick([null, 7, 'xin chào', { role: 'admin' }]), () => {});
    stranger.emit('command', { type: 'call-next', commandId: 'x'.repeat(9_000) }, () => {});
    stranger.disconnect();
  }

  #repeat(): void {
    const said = this.#answered.at(-1);
    const [kiosk] = this.#kiosks;
    const service = this.#centre.services[0];
    if (said === undefined || kiosk === undefined || service === undefined) return;
    void kiosk.execute(plainTicket(service), said.commandId as CommandId);
  }
}

/** What was answered against what the journal holds when all is over. */
function compare(dataDir: string, answered: readonly Answered[]) {
  const hub = createHub({ dataDir });
  try {
    const held = new Map<string, number>();
    let before = '';
    for (const { id } of hub.store.db
      .prepare<[], { id: string }>('SELECT command_id AS id FROM journal ORDER BY seq')
      .iterate()) {
      if (id !== before) held.set(id, (held.get(id) ?? 0) + 1);
      before = id;
    }
    const { differences } = verifyDatabase(hub.store.db);
    return {
      lost: answered.filter(({ commandId }) => !held.has(commandId)).length + differences.length,
      doubled: answered.filter(({ commandId }) => (held.get(commandId) ?? 0) > 1).length,
    };
  } finally {
    hub.close();
  }
}

/** From the end of the first minute to the last, each the median of its looks. */
function growthOf(memory: readonly MemoryLook[]): number | null {
  const last = memory.at(-1);
  if (last === undefined) return null;
  const middle = (looks: readonly MemoryLook[]) =>
    percentile(
      looks.map(({ kib }) => kib),
      0.5,
    );
  const first = memory.filter(({ atMs }) => Math.abs(atMs - FIRST_MINUTE_MS) <= 15_000);
  const end = memory.filter(({ atMs }) => last.atMs - atMs <= 30_000);
  return first.length === 0 ? null : middle(end) / middle(first) - 1;
}

const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
