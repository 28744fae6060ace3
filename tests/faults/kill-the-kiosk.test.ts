import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToHub } from '@motcua/client';
import { startThermalPrinter, type ThermalPrinter } from '@motcua/thermal-printer-simulator';
import { connectToKiosk, createSeededRandom, type KioskPage, kimBoi } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import { type CentreData, inspectData, startHubProcess, writeCentreData } from './hub-process.ts';
import { startKioskProcess } from './kiosk-process.ts';
import { count, addToTally } from './tally.ts';

avoidMidnight();

const SEED = Number(process.env['FAULT_SEED'] ?? 1);
const ROUNDS = 3;

describe('a kiosk that is killed while its hub is down', () => {
  let centre: CentreData;
  let dataDir: string;
  let printer: ThermalPrinter;

  beforeEach(async () => {
    centre = await writeCentreData();
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-killed-kiosk-'));
    printer = await startThermalPrinter();
  });
  afterEach(async () => {
    await printer.close();
    centre.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('issues one number for each touch, and reports all of them to the hub in the end', async () => {
    const random = createSeededRandom(SEED);
    const shown = new Map<string, string>();
    let hub = await startHubProcess(centre.dataDir);
    const start = () =>
      startKioskProcess({
        hubUrl: hub.url,
        deviceToken: centre.kioskToken,
        printer: `tcp://127.0.0.1:${printer.port}`,
        dataDir,
      });
    let kiosk = await start();
    let page = await connectToKiosk(kiosk.url);

    async function touch(on: KioskPage, requestId: string = randomUUID()): Promise<void> {
      const serviceId = kimBoi.services[0]?.id ?? ('' as never);
      const answer = await on.issue(serviceId, 'vi', requestId);
      if (!answer.ok) throw new Error(answer.refusal.code);
      expect(shown.get(requestId) ?? answer.value.number).toBe(answer.value.number);
      shown.set(requestId, answer.value.number);
    }

    await page.live();
    for (let n = 0; n < 3; n += 1) await touch(page);
    for (let round = 0; round < ROUNDS; round += 1) {
      hub.child.kill('SIGKILL');
      await once(hub.child, 'exit');
      await page.shows(({ issuesOffline }) => issuesOffline);
      for (let n = random.whole(1, 3); n > 0; n -= 1) await touch(page);
      const unheard = randomUUID();
      const gone = once(kiosk.child, 'exit');
      void page.issue(kimBoi.services[0]?.id ?? ('' as never), 'vi', unheard);
      for (let turns = random.whole(0, 8); turns > 0; turns -= 1) await new Promise(setImmediate);
      kiosk.child.kill('SIGKILL');
      await gone;
      page.close();
      kiosk = await start();
      page = await connectToKiosk(kiosk.url);
      await page.shows(({ issuesOffline }) => issuesOffline);
      await touch(page, unheard);
      for (const requestId of [...shown.keys()].slice(-3)) await touch(page, requestId);
      await touch(page);
      const { port } = hub;
      hub = await startHubProcess(centre.dataDir, { port });
      await page.live();
      await touch(page);
    }
    const numbers = [...shown.values()];
    const counter = connectToHub({
      ...{ url: hub.url, role: 'counter', deviceToken: null, cookie: centre.cookies[0] ?? '' },
    });
    await expect
      .poll(() => counter.getState().mirror?.visits.size, { timeout: 60_000 })
      .toBe(numbers.length);
    counter.close();
    const stopped = once(kiosk.child, 'exit');
    kiosk.child.kill('SIGKILL');
    await stopped;
    page.close();
    await hub.stop();
    const held = inspectData(centre.dataDir);
    expect(held.differences).toEqual([]);
    addToTally(count(2 * ROUNDS, numbers, held.numbers));
  });
});
