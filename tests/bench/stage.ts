import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchCentre, startBenchCentre } from './bench-centre.ts';
import { type Child, scratchDir, startChild } from './processes.ts';

const FLOOR = join(import.meta.dirname, 'baseline-server.ts');

/** What a row is measured on: a hub, and baseline processes without motcua. */
export interface Stage {
  readonly centre: BenchCentre;
  /** Starts another baseline process; returns its address. */
  readonly startFloor: () => Promise<string>;
  readonly seed: number;
}

/** Prepares the stage on a disk of its own, and removes it afterwards. */
export async function onStage<T>(
  options: { readonly waiting: number; readonly kiosks: number; readonly seed: number },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const dir = scratchDir();
  const centre = await startBenchCentre(join(dir.path, 'hub'), options);
  const floors: Child<{ readonly port: number }>[] = [];
  const startFloor = async () => {
    const data = join(dir.path, `floor-${floors.length}`);
    mkdirSync(data);
    const floor = await startChild<{ readonly port: number }>(FLOOR, [data]);
    floors.push(floor);
    return `http://127.0.0.1:${floor.ready.port}`;
  };
  try {
    return await work({ centre, startFloor, seed: options.seed });
  } finally {
    await Promise.all([centre.hub, ...floors].map((child) => child.stop()));
    dir.remove();
  }
}
