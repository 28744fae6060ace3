/** All clients that only listen, except the measured display. */
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
// They represent separate computers, so they must not take processor time from the hub.
setPriority(constants.priority.PRIORITY_LOW);
const random = createSeededRandom(Number(seed));
const cable = await layNetworkCable(Number(new URL(url).port));
const hung: HubConnection[] = [];
const losses: (() => number)[] = [];
let gone = 0;
/** Codes of slips whose visitors do not follow them yet; the latest last. */
const slips: VisitId[] = [];
const phones = new Set<Socket>();
let fewest: number | null = null;
let news = 0;
let isOver = false;

/** Starts followers, each with a slip of its own, until there are so many; fewer when there are no more slips. */
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
  const isServed = (view: Result<TicketView>) => !view.ok || view.value.state === 'closed';
  socket.on('ticket', (view: Result<TicketView>) => {
    news += 1;
    if (isServed(view)) putAway();
  });
  const first = (await socket.emitWithAck('follow', {
    type: 'slip',
    visitId,
  })) as Result<TicketView>;
  if (isServed(first)) putAway();
}

const duties = {
  /** The displays connect through a proxy that can be cut. */
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
  /** Followers of served numbers disconnect; others with new slips connect. */
  hand(latest: readonly VisitId[]) {
    slips.push(...latest);
    return takeOutPhones();
  },
  /** One follower disconnects early, and another connects. */
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
  /** Disconnects all; returns how many connections broke until then, the minimum number of followers, and what they received. */
  leave() {
    isOver = true;
    const broken = sum(losses) + gone;
    for (const link of hung) link.close();
    for (const socket of phones) socket.disconnect();
    return { broken, fewest: fewest ?? 0, news };
  },
};
export type ListenerDuties = typeof duties;
serve(duties);
