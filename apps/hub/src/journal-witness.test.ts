import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommandId, UNKNOWN_CONDITION } from '@motcua/domain';
import { aQueue, aSite, KIOSK_1, T0, TODAY } from '@motcua/domain/builders';
import { createHub, type Hub } from './hub.ts';
import { type Identity, THE_HUB_ITSELF } from './hub-command.ts';

const KIOSK: Identity = { ...THE_HUB_ITSELF, deviceId: KIOSK_1, deviceRole: 'kiosk' };

describe('The witness beside the journal', () => {
  let dir: string;
  let given = 0;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-witness-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const open = () => createHub({ dataDir: dir, now: () => T0 });
  const give = (hub: Hub, wish: object, who = THE_HUB_ITSELF) =>
    hub.execute({ ...wish, commandId: `c-${(given += 1)}` as CommandId } as never, who);
  const isInDoubt = (hub: Hub) => hub.state.kioskNumbers.isDoubted(hub.state.devices);

  /** With a kiosk that holds numbers; answers the database as it was then. */
  async function setUp(): Promise<Buffer> {
    const hub = open();
    const site = aSite({ offlineNumbers: 5 });
    await give(hub, { type: 'put-setting', setting: { kind: 'site', value: site } });
    await give(hub, { type: 'put-setting', setting: { kind: 'queue', value: aQueue() } });
    const device = {
      ...{ id: KIOSK_1, name: 'Kiosk', role: 'kiosk', pairedAt: T0, revoked: false },
      ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
    };
    await give(hub, { type: 'put-device', device });
    const reserve = { type: 'reserve-numbers', holds: [], lastNumbers: {}, day: TODAY };
    await give(hub, { ...reserve, toldAll: false }, KIOSK);
    const image = hub.store.db.serialize();
    await give(hub, { type: 'put-device', device: { ...device, name: 'Ki-ốt' } });
    hub.close();
    return image;
  }

  function putBack(image: Buffer): void {
    for (const file of ['motcua.db', 'motcua.db-wal', 'motcua.db-shm'])
      rmSync(join(dir, file), { force: true });
    writeFileSync(join(dir, 'motcua.db'), image);
  }

  it('says nothing while the hub starts on what it wrote', async () => {
    await setUp();
    const hub = open();
    expect(isInDoubt(hub)).toBe(false);
    hub.close();
  });

  it('knows a database that was put back, and goes on doubting after a restart', async () => {
    putBack(await setUp());
    const faults: unknown[] = [];
    createHub({ dataDir: dir, now: () => T0, onFault: (cause) => faults.push(cause) }).close();
    expect(String(faults)).toContain('The journal lacks change');
    for (let start = 1; start <= 2; start += 1) {
      const hub = open();
      expect([start, isInDoubt(hub)]).toEqual([start, true]);
      hub.close();
    }
  });

  it('is missed where a database came to another machine', async () => {
    await setUp();
    rmSync(join(dir, 'motcua.seq'));
    const hub = open();
    expect(isInDoubt(hub)).toBe(true);
    hub.close();
  });

  it('tells two lives apart that have as many changes', async () => {
    const image = await setUp();
    const first = `${dir}-first`;
    cpSync(dir, first, { recursive: true });
    putBack(image);
    const second = open();
    await give(
      second,
      { type: 'reserve-numbers', holds: [], lastNumbers: {}, day: TODAY, toldAll: true },
      KIOSK,
    );
    expect(isInDoubt(second)).toBe(false);
    second.close();
    cpSync(join(first, 'motcua.db'), join(dir, 'motcua.db'));
    const third = open();
    expect(isInDoubt(third)).toBe(true);
    third.close();
    rmSync(first, { recursive: true });
  });
});
