/** All who only listen, but for the one display that is measured. */
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { Result, VisitId } from '@motcua/domain';
import type { TicketView } from '@motcua/protocol';
import { createSeededRandom, layNetworkCable, until } from '@motcua/testing';
import type { Socket } from 'socket.io-client';
import { connect } from '../processes.ts';
import { countLosses, sum } from './count-losses.ts';
import { serve } from './worker.ts';

const [url = '', displayToken = '', displays, listeners, seed] = process.argv.slice(2);
// They stand for computers of their own, so they must not take the processor from the hub.
setPriority(constants.priority.PRIORITY_LOW);
const random = createSeededRandom(Number(seed));
const cable = await layNetworkCable(Number(new URL(url).port));
const hung: HubConnection[] = [];
const losses: (() => number)[] = [];
let gone = 0;
/** Codes of slips whose visitors have their phone in the pocket yet; the latest last. */
const slips: VisitId[] = [];
const phones = new Set<Socket>();
let fewest: number | null = null;
let news = 0;
let isOver = false;

/** Visitors take out their phones, each with a slip of their own, until so many follow; fewer when there are no more slips. */
async function takeOutPhones(): Promise<void> {
  while (!isOver && phones.size < Number(listeners)) {
    const visitId = slips.pop();
    if (visitId === undefined) break;
    await takeOut(visitId);
  }
  if (!isOver && fewest !== null) fewest = Math.min(fewest, phones.size);
}

async function takeOut(visitId: VisitId): Promise<void> {
  const socket = await connect(url);
  phones.add(socket);
  const putAway = () => {
    phones.delete(socket);
    socket.disconnect();
  };
  socket.once('disconnect', (why) => {
    phones.delete(socket);
    if (why !== 'io client disconnect') gone += 1;
  });
  const isServed = (told: Result<TicketView>) => !told.ok || told.value.state === 'closed';
  socket.on('ticket', (told: Result<TicketView>) => {
    news += 1;
    if (isServed(told)) putAway();
  });
  const first = (await socket.emitWithAck('follow', {
    type: 'slip',
    visitId,
  })) as Result<TicketView>;
  if (isServed(first)) putAway();
}

const duties = {
  /** The displays hang on a cable that can be cut. */
  async come() {
    for (let n = 0; n < Number(displays); n += 1) {
      const link = connectToHub({ url: cable.url, role: 'display', deviceToken: displayToken });
      hung.push(link);
      losses.push(countLosses(link));
    }
    await takeOutPhones();
    fewest = phones.size;
    await Promise.all(hung.map((link) => until(link, () => link.getState().connection === 'live')));
  },
  cut: () => cable.cutOne(random),
  /** Whose number was served puts the phone away; others with new slips take theirs out. */
  hand(latest: readonly VisitId[]) {
    slips.push(...latest);
    return takeOutPhones();
  },
  /** One puts the phone away before the time, another takes theirs out. */
  replace() {
    [...phones][random.whole(0, phones.size - 1)]?.disconnect();
    return takeOutPhones();
  },
  async talkNonsense() {
    const stranger = await connect(url);
    stranger.emit('hello', random.pick([null, 7, 'xin chào', { role: 'admin' }]), () => {});
    stranger.emit('command', { type: 'call-next', commandId: 'x'.repeat(9_000) }, () => {});
    stranger.disconnect();
  },
  /** All go home; answers how many connections broke until then, how many phones followed at any time, and what they heard. */
  leave() {
    isOver = true;
    const broken = sum(losses) + gone;
    for (const link of hung) link.close();
    for (const socket of phones) socket.disconnect();
    return { broken, fewest: fewest ?? 0, news };
  },
};
export type CrowdDuties = typeof duties;
serve(duties);
