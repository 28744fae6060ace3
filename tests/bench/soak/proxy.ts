/** The network proxy between the hub and the counters and kiosks, in a process of its own like a separate switch. */
import process from 'node:process';
import { createSeededRandom, layNetworkCable } from '@motcua/testing';
import { serve } from './worker.ts';

const [port, seed] = process.argv.slice(2).map(Number);
const cable = await layNetworkCable(port ?? 0);
const random = createSeededRandom(seed ?? 1);

const duties = {
  url: () => cable.url,
  cut: () => cable.cutOne(random),
};
export type ProxyDuties = typeof duties;
serve(duties);
