import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommandId, type Device, type Instant, UNKNOWN_CONDITION } from '@motcua/domain';
import { aQueue, aSite, KIOSK_1, T0, TODAY } from '@motcua/domain/builders';
import { createHub, type Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';

describe('The checkpoint of the journal', () => {
  let dir: string;
  let given = 0;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-checkpoint-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const open = () => createHub({ dataDir: dir, now: () => T0 });
  const give = (hub: Hub, wish: object, who = THE_HUB_ITSELF) =>
    hub.execute({ ...wish, commandId: `c-${(given += 1)}` as CommandId } as never, who);
  const lettersOf = (hub: Hub) => hub.state.historyLost?.letters ?? null;

  /** Returns the database as it was before its last change. */
  async function setUp(): Promise<Buffer> {
    const hub = open();
    await give(hub, { type: 'put-setting', setting: { kind: 'site', value: aSite() } });
    await give(hub, { type: 'put-setting', setting: { kind: 'queue', value: aQueue() } });
    const device = A_KIOSK;
    await give(hub, { type: 'put-device', device });
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

  it('agrees when the hub starts on what it wrote', async () => {
    await setUp();
    const hub = open();
    expect(hub.state.historyLost).toBeNull();
    expect(hub.store.history.read().epoch).toBe(0);
    hub.close();
  });

  it('agrees in a new folder', () => {
    for (let start = 1; start <= 2; start += 1) {
      const hub = open();
      expect([start, hub.state.historyLost]).toEqual([start, null]);
      hub.close();
    }
  });

  it('detects a restored database: a new life, and a letter that stays after a restart', async () => {
    putBack(await setUp());
    const faults: unknown[] = [];
    createHub({ dataDir: dir, now: () => T0, onFault: (cause) => faults.push(cause) }).close();
    expect(String(faults)).toContain('The journal lacks change');
    const letters = new Set<string | null>();
    const lives = new Set<string>();
    for (let start = 1; start <= 2; start += 1) {
      const hub = open();
      letters.add(lettersOf(hub));
      expect(hub.state.historyLost).toMatchObject({ day: TODAY, since: TODAY });
      lives.add(hub.store.history.read().life);
      hub.close();
    }
    expect([...letters]).toEqual([expect.stringMatching(/^[A-Z]$/)]);
    expect(lives.size).toBe(1);
    expect(lives).not.toContain('');
  });

  it('is missing where a database was moved to another machine', async () => {
    await setUp();
    rmSync(join(dir, 'motcua.seq'));
    const hub = open();
    expect(lettersOf(hub)).not.toBeNull();
    hub.close();
  });

  it('remembers the letters of the day, so that repeated restores take no letter twice', async () => {
    const image = await setUp();
    const letters: (string | null)[] = [];
    for (let n = 1; n <= 10; n += 1) {
      putBack(image);
      rmSync(join(dir, 'motcua.seq'), { force: true });
      const hub = open();
      letters.push(lettersOf(hub));
      hub.close();
    }
    expect(new Set(letters).size).toBe(10);
  });

  it('remembers them also for a backup of the day before', async () => {
    const image = await setUp();
    const letters = new Set<string | null>();
    for (let n = 1; n <= 5; n += 1) {
      putBack(image);
      const hub = createHub({ dataDir: dir, now: () => (T0 + 24 * 3_600_000) as Instant });
      expect(hub.state.historyLost).toMatchObject({ since: TODAY, day: '2026-11-24' });
      letters.add(lettersOf(hub));
      hub.close();
    }
    expect(letters.size).toBe(5);
  });

  it('tells two lives apart that have as many changes', async () => {
    const image = await setUp();
    const first = `${dir}-first`;
    cpSync(dir, first, { recursive: true });
    putBack(image);
    open().close();
    const second = open();
    const before = lettersOf(second);
    second.close();
    cpSync(join(first, 'motcua.db'), join(dir, 'motcua.db'));
    const third = open();
    expect([null, before]).not.toContain(lettersOf(third));
    third.close();
    rmSync(first, { recursive: true });
  });

  it('gives kiosks of an older program their letters', async () => {
    const hub = open();
    const { db } = hub.store;
    await give(hub, { type: 'put-setting', setting: { kind: 'queue', value: aQueue() } });
    await give(hub, { type: 'put-device', device: { ...A_KIOSK, offlineLetter: 'X' } });
    db.exec(`UPDATE device SET body = json_remove(body, '$.offlineLetter')`);
    db.exec(`UPDATE journal SET fact = json_remove(fact, '$.device.offlineLetter')`);
    hub.close();
    const again = open();
    expect(again.state.devices.get(KIOSK_1)).toEqual({ ...A_KIOSK, offlineLetter: 'A' });
    again.close();
  });
});

const A_KIOSK: Device = {
  ...{ id: KIOSK_1, name: 'Kiosk', role: 'kiosk', pairedAt: T0, revoked: false },
  ...{ condition: UNKNOWN_CONDITION, locked: false, training: false },
};
