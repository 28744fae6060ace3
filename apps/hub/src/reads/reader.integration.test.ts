import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, LocalDate } from '@motcua/domain';
import { aSite, T0 } from '@motcua/domain/builders';
import { createHub, type Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { recordAccess } from '../operations/record-access.ts';
import { createReader, type Reader } from './reader.ts';
import type { ReadTask } from './read-task.ts';

const DAY = '2026-11-23' as LocalDate;
const EXPORT: ReadTask = { type: 'journal-csv', query: { from: DAY, to: DAY }, language: 'vi' };
const PAGE: ReadTask = { type: 'journal-page', query: { from: DAY, to: DAY } };

describe('reads beside the hub', () => {
  let folder: string;
  let hub: Hub;
  let reader: Reader;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-reader-'));
    hub = createHub({ dataDir: folder, now: () => T0 });
    const setting = { kind: 'site', value: aSite({ zone: 'Asia/Ho_Chi_Minh' }) } as const;
    const put = { commandId: 'c-1' as CommandId, type: 'put-setting', setting } as const;
    await hub.execute(put, THE_HUB_ITSELF);
    reader = createReader(hub);
  });
  afterEach(() => {
    reader.close();
    hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('see what was committed before, and answer as the hub itself would', async () => {
    for (const task of [EXPORT, PAGE]) {
      const inPlace = createReader({ ...hub, store: inMemory(hub), state: hub.state });
      expect(await reader.text(task)).toBe(await inPlace.text(task));
    }
    await recordAccess(hub, 'journal-exported', null, THE_HUB_ITSELF);
    expect(await reader.text(EXPORT)).toContain('journal-exported');
  });

  it('are not done by the connection that carries out commands', async () => {
    const days: ReadTask = { type: 'day-report', day: DAY, format: 'json', language: 'vi' };
    expect(JSON.parse(await reader.text(days))).toMatchObject({
      kind: 'day',
      day: DAY,
      madeAt: T0,
    });
    // The hub's own connection was not asked.
    hub.store.db.close();
    expect(JSON.parse(await reader.text(PAGE))).toMatchObject({ isMore: false });
  });

  it('fail with an error when they break off', async () => {
    hub.store.db.pragma('user_version = 9999');
    const pieces = reader.stream(PAGE);
    if (!pieces.ok) throw new Error(pieces.refusal.code);
    await expect(pieces.value.toArray()).rejects.toThrow('A read of journal-page failed');
  });

  it('fail when the reader dies, and the next one starts another', async () => {
    const program = join(folder, 'dies-once.mjs');
    const real = new URL('./reader-process.ts', import.meta.url).href;
    writeFileSync(
      program,
      `import { existsSync, writeFileSync } from 'node:fs';
      if (existsSync('${program}.died')) await import('${real}');
      else process.on('message', () => {
        writeFileSync('${program}.died', '');
        process.exit(3);
      });`,
    );
    const mortal = createReader(hub, pathToFileURL(program));
    const pieces = mortal.stream(PAGE);
    if (!pieces.ok) throw new Error(pieces.refusal.code);
    await expect(pieces.value.toArray()).rejects.toThrow('The reader ended: 3');
    rmSync(`${program}.died`);
    // Requested by the hub itself: the reader dies again, and the read is repeated.
    expect(JSON.parse(await mortal.text(PAGE))).toMatchObject({ isMore: false });
    mortal.close();
    expect(mortal.stream(PAGE)).toMatchObject({ ok: false });
  });

  it('are refused when too many wait, and free their place when the requester is gone', async () => {
    const streams = Array.from({ length: 100 }, () => reader.stream(PAGE));
    expect(streams.at(-1)).toMatchObject({ ok: false, refusal: { code: 'too-many-requests' } });
    // The night's figures do not wait for slow downloads.
    expect(JSON.parse(await reader.text(PAGE))).toMatchObject({ isMore: false });
    for (const stream of streams) {
      if (!stream.ok) continue;
      const closed = once(stream.value, 'close');
      stream.value.destroy();
      await closed;
    }
    expect(reader.stream(PAGE)).toMatchObject({ ok: true });
  });
});

/** The same data where only the hub's own process can read them. */
function inMemory({ store }: Hub): Hub['store'] {
  return {
    ...store,
    db: new Proxy(store.db, {
      get: (db, key) => key === 'memory' || (Reflect.get(db, key) as unknown),
    }),
  };
}
