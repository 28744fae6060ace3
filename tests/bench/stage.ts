import { join } from 'node:path';
import { type BenchCentre, startBenchCentre } from './bench-centre.ts';
import { scratchDir, startChild } from './processes.ts';

/** What a row is measured on: a hub, and beside it a process with nothing of ours in it. */
export interface Stage {
  readonly centre: BenchCentre;
  readonly floorUrl: string;
  readonly seed: number;
}

/** Sets the stage on a disk of its own, and clears it away. */
export async function onStage<T>(
  options: { readonly waiting: number; readonly kiosks: number; readonly seed: number },
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const dir = scratchDir();
  const centre = await startBenchCentre(join(dir.path, 'hub'), options);
  const floor = await startChild<{ readonly port: number }>(
    join(import.meta.dirname, 'floor-server.ts'),
    [dir.path],
  );
  try {
    const floorUrl = `http://127.0.0.1:${floor.ready.port}`;
    return await work({ centre, floorUrl, seed: options.seed });
  } finally {
    await Promise.all([centre.hub.stop(), floor.stop()]);
    dir.remove();
  }
}
