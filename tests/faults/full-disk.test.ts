import { plainTicket } from '@motcua/protocol';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import { kimBoi } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import {
  type CentreData,
  connectKiosk,
  type HubProcess,
  inspectData,
  runToTheEnd,
  startHubProcess,
  writeCentreData,
} from './hub-process.ts';
import { CAN_MOUNT, mountSmallDisk } from './small-disk.ts';
import { count, addToTally } from './tally.ts';

avoidMidnight();

describe('a disk that is full', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  function open(hub: HubProcess, centre: CentreData): HubConnection {
    const kiosk = connectKiosk(hub, centre);
    cleanUp.push(async () => {
      kiosk.close();
      if (hub.child.exitCode !== null || hub.child.signalCode !== null) return;
      hub.child.kill('SIGKILL');
      await once(hub.child, 'exit');
    });
    return kiosk;
  }

  /** Requests so many numbers at once; returns those issued, and the codes of the refusals. */
  async function ask(kiosk: HubConnection, howMany: number) {
    const given: string[] = [];
    const codes = new Set<string>();
    await Promise.all(
      Array.from({ length: howMany }, async (_, n) => {
        const serviceId = kimBoi.services[n % kimBoi.services.length]?.id;
        if (serviceId === undefined) throw new Error('The centre has no service');
        const answer = await kiosk.execute(plainTicket(serviceId));
        if (!answer.ok) codes.add(answer.refusal.code);
        else
          for (const change of answer.value)
            if (change.type === 'ticket-issued') given.push(change.visit.ticket.number);
      }),
    );
    return { given, codes: [...codes] };
  }

  /** Requests numbers until all are refused. */
  async function askUntilRefused(kiosk: HubConnection): Promise<readonly string[]> {
    const all: string[] = [];
    for (;;) {
      const { given, codes } = await ask(kiosk, 20);
      all.push(...given);
      if (codes.length === 0) continue;
      expect(codes).toEqual(['hub-unavailable']);
      return all;
    }
  }

  const lives = async ({ url }: HubProcess) => {
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
  };

  it('is a refusal for a request, and after a restart with space everything answered is there', async () => {
    const centre = await writeCentreData();
    cleanUp.push(() => centre.remove());
    const hub = await startHubProcess(centre.dataDir, { largestFileKiB: 1_024 });
    const kiosk = open(hub, centre);
    const before = [...(await askUntilRefused(kiosk))];
    expect(before.length).toBeGreaterThan(0);
    // A small commit may still fit where a large one did not; then it is as durable as any other.
    const { given, codes } = await ask(kiosk, 40);
    expect(codes).toEqual(['hub-unavailable']);
    before.push(...given);
    await lives(hub);
    await hub.stop();

    const again = await startHubProcess(centre.dataDir);
    const { given: after } = await ask(open(again, centre), 30);
    expect(after).toHaveLength(30);
    await again.stop();
    const { numbers, differences } = inspectData(centre.dataDir);
    expect(differences).toEqual([]);
    expect(numbers).toHaveLength(before.length + after.length);
    addToTally(count(1, [...before, ...after], numbers));
  });

  it.skipIf(!CAN_MOUNT)(
    'is named by a hub that cannot start, with old data and without',
    async () => {
      const disk = mountSmallDisk(8);
      if (disk === null) throw new Error('No disk could be mounted');
      cleanUp.push(() => disk.remove());
      const centre = await writeCentreData(`${disk.path}/hub`);
      const hub = await startHubProcess(centre.dataDir);
      const { given } = await ask(open(hub, centre), 20);
      await hub.stop();
      disk.fill();
      for (const dataDir of [centre.dataDir, `${disk.path}/new`]) {
        const { code, said } = await runToTheEnd(['--data', dataDir, '--port', '0']);
        expect(code).toBe(1);
        expect(said).toMatch(/^The disk of \S+ is full; make room on it and start again/);
        expect(said.split('\n')).toHaveLength(1);
      }
      disk.makeRoom();
      expect(inspectData(centre.dataDir)).toEqual({ numbers: given, differences: [] });
    },
  );

  it.skipIf(!CAN_MOUNT)(
    'has no effect as soon as there is space again, without a restart',
    async () => {
      const disk = mountSmallDisk(8);
      if (disk === null) throw new Error('No disk could be mounted');
      cleanUp.push(() => disk.remove());
      const centre = await writeCentreData(`${disk.path}/hub`);
      // The log is on the same disk, and has much to write.
      const logFile = `${disk.path}/hub.log`;
      const hub = await startHubProcess(centre.dataDir, { logFile });
      const kiosk = open(hub, centre);
      const given = [...(await ask(kiosk, 20)).given];
      const rounds = 3;
      for (let round = 0; round < rounds; round += 1) {
        disk.fill();
        given.push(...(await askUntilRefused(kiosk)));
        await lives(hub);
        disk.makeRoom();
        const { given: afterwards, codes } = await ask(kiosk, 20);
        expect(codes).toEqual([]);
        given.push(...afterwards);
      }
      await hub.stop();
      const { numbers, differences } = inspectData(centre.dataDir);

      expect(differences).toEqual([]);
      expect(numbers).toHaveLength(given.length);
      const log = readFileSync(logFile, 'utf8').trimEnd().split('\n');
      expect(log.at(-1)).toContain('the hub is closed');
      addToTally(count(rounds, given, numbers));
    },
  );
});
