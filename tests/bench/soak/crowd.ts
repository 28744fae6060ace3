/** All who only listen, but for the one display that is measured. */
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { connectToHub, type HubConnection } from '@motcua/client';
import { createSeededRandom, layNetworkCable, until } from '@motcua/testing';
import type { Socket } from 'socket.io-client';
import { greet } from '../clients.ts';
import { connect } from '../processes.ts';
import { countLosses, sum } from './count-losses.ts';
import { serve } from './worker.ts';

const [url = '', displayToken = '', phoneToken = '', displays, listeners, seed] =
  process.argv.slice(2);
// They stand for computers of their own, so they must not take the processor from the hub.
setPriority(constants.priority.PRIORITY_LOW);
const random = createSeededRandom(Number(seed));
const cable = await layNetworkCable(Number(new URL(url).port));
const hung: HubConnection[] = [];
const losses: (() => number)[] = [];
let gone = 0;
const listening: Socket[] = [];

/** Phones have no role of their own yet; as kiosks they are told how the whole room moves on, after the wall. */
async function listen(): Promise<void> {
  const { socket } = await greet(url, 'kiosk', { deviceToken: phoneToken });
  socket.once('disconnect', (why) => {
    if (why !== 'io client disconnect') gone += 1;
  });
  listening.push(socket);
}

const duties = {
  /** The displays hang on a cable that can be cut. */
  async come() {
    for (let n = 0; n < Number(displays); n += 1) {
      const link = connectToHub({ url: cable.url, role: 'display', deviceToken: displayToken });
      hung.push(link);
      losses.push(countLosses(link));
    }
    for (let n = 0; n < Number(listeners); n += 1) await listen();
    await Promise.all(hung.map((link) => until(link, () => link.getState().connection === 'live')));
  },
  cut: () => cable.cutOne(random),
  /** One puts the phone away, another takes theirs out. */
  async replace() {
    const n = random.whole(0, listening.length - 1);
    listening.splice(n, 1)[0]?.disconnect();
    await listen();
  },
  async talkNonsense() {
    const stranger = await connect(url);
    stranger.emit('hello', random.pick([null, 7, 'xin chào', { role: 'admin' }]), () => {});
    stranger.emit('command', { type: 'call-next', commandId: 'x'.repeat(9_000) }, () => {});
    stranger.disconnect();
  },
  /** All go home; answers how many connections broke until then. */
  leave(): number {
    const broken = sum(losses) + gone;
    for (const link of hung) link.close();
    for (const socket of listening) socket.disconnect();
    return broken;
  },
};
export type CrowdDuties = typeof duties;
serve(duties);
