import { plainTicket } from '@motcua/protocol';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { kimBoi } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import {
  type CentreData,
  connectKiosk,
  inspectData,
  runToTheEnd,
  startHubProcess,
  writeCentreData,
} from './hub-process.ts';
import { CAN_MOUNT, mountSmallDisk } from './small-disk.ts';
import { count, addToTally } from './tally.ts';

avoidMidnight();

const IS_ROOT = process.getuid?.() === 0;

describe('a hub that cannot start', () => {
  const cleanUp: (() => unknown)[] = [];
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  /** The numbers of a morning, issued by a working hub. */
  async function giveNumbers(centre: CentreData): Promise<readonly string[]> {
    const hub = await startHubProcess(centre.dataDir);
    const kiosk = connectKiosk(hub, centre);
    const answers = await Promise.all(
      kimBoi.services.map(({ id }) => kiosk.execute(plainTicket(id))),
    );
    kiosk.close();
    await hub.stop();
    return answers.flatMap((answer) =>
      answer.ok && answer.value[0]?.type === 'ticket-issued'
        ? [answer.value[0].visit.ticket.number]
        : [],
    );
  }

  it('reports a port in use, and leaves the folder unlocked', async () => {
    const centre = await writeCentreData();
    cleanUp.push(() => centre.remove());
    const given = await giveNumbers(centre);
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    cleanUp.push(() => other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    expect(await runToTheEnd(['--data', centre.dataDir, '--port', String(port)])).toEqual({
      code: 1,
      said: `Port ${port} on 127.0.0.1 cannot be used by the hub.`,
    });
    const more = await giveNumbers(centre);
    const { numbers, differences } = inspectData(centre.dataDir);
    expect(differences).toEqual([]);
    addToTally(count(1, [...given, ...more], numbers));
  });

  // Root may write anywhere, so for root the disk itself must be read-only.
  it.skipIf(IS_ROOT && !CAN_MOUNT)(
    'reports a folder that cannot be written, and changes nothing in it',
    async () => {
      const disk = IS_ROOT ? mountSmallDisk(16) : null;
      if (disk !== null) cleanUp.push(() => disk.remove());
      const centre = await writeCentreData(disk === null ? undefined : `${disk.path}/hub`);
      cleanUp.push(() => (disk === null ? centre.remove() : undefined));
      const given = await giveNumbers(centre);
      const before = fingerprint(centre.dataDir);
      if (disk === null) chmodSync(centre.dataDir, 0o555);
      else disk.protect();

      const refused = await runToTheEnd(['--data', centre.dataDir, '--port', '0']);
      expect(fingerprint(centre.dataDir)).toEqual(before);
      if (disk === null) chmodSync(centre.dataDir, 0o755);
      else disk.unprotect();
      expect(refused).toEqual({
        code: 1,
        said: `The folder ${centre.dataDir} cannot be written.`,
      });
      const { numbers, differences } = inspectData(centre.dataDir);
      expect(differences).toEqual([]);
      addToTally(count(1, given, numbers));
    },
  );
});

/** The contents of a folder, byte for byte. */
function fingerprint(dir: string): readonly string[] {
  return readdirSync(dir)
    .toSorted()
    .map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(dir, name)));
      return `${name} ${hash.digest('hex')}`;
    });
}
