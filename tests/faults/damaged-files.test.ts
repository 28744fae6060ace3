import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandId, DeviceId } from '@motcua/domain';
import { createHub, type Identity, verifyDatabase } from '@motcua/hub';
import { plainTicket } from '@motcua/protocol';
import { openDatabase } from '@motcua/store';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import { seededFor, printSeed } from '../fuzz/seed.ts';
import { runToTheEnd } from './hub-process.ts';
import { addToTally } from './tally.ts';

avoidMidnight();

const KIOSK: Identity = {
  deviceId: 'kiosk-1' as DeviceId,
  deviceRole: 'kiosk',
  personId: null,
  personRole: null,
};
const TICKETS = 40;
const ROUNDS = 60;

describe('files damaged while the hub was stopped', () => {
  let scratch: string;
  let db: Buffer;
  let wal: Buffer;
  let shown: readonly string[];

  beforeEach(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'motcua-damage-'));
    const alive = join(scratch, 'alive');
    const hub = createHub({ dataDir: alive });
    await setUpCentre(hub, aroundTheClock(kimBoi));
    hub.store.db.pragma('wal_checkpoint(TRUNCATE)');
    const numbers: string[] = [];
    for (let n = 0; n < TICKETS; n += 1) {
      const serviceId = kimBoi.services[n % kimBoi.services.length]?.id;
      if (serviceId === undefined) throw new Error('The centre has no service');
      const command = { ...plainTicket(serviceId), commandId: `c-${n}` as CommandId };
      const answer = await hub.execute(command, KIOSK);
      if (!answer.ok) throw new Error(answer.refusal.code);
      for (const change of answer.value)
        if (change.type === 'ticket-issued') numbers.push(change.visit.ticket.number);
    }
    // As they are on the disk of a computer that loses power now.
    db = readFileSync(join(alive, 'motcua.db'));
    wal = readFileSync(join(alive, 'motcua.db-wal'));
    shown = numbers;
    hub.close();
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  function lay(name: string, files: { readonly db?: Buffer; readonly wal?: Buffer }): string {
    const dir = join(scratch, name);
    mkdirSync(dir);
    writeFileSync(join(dir, 'motcua.db'), files.db ?? db);
    writeFileSync(join(dir, 'motcua.db-wal'), files.wal ?? wal);
    return dir;
  }

  it('at the end of the log lose only what was written there: the hub starts and verifies', () => {
    printSeed('damaged files');
    const random = seededFor('damaged files');
    let answered = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = random.whole(0, wal.length - 1);
      const damaged = random.next() < 0.5 ? wal.subarray(0, from) : Buffer.from(wal);
      if (damaged.length === wal.length)
        for (let at = from; at < wal.length; at += random.whole(1, 2_000))
          damaged[at] = random.whole(0, 255);
      const hub = createHub({ dataDir: lay(`log-${round}`, { wal: damaged }) });
      const held = [...hub.state.visits.values()].map(({ ticket }) => ticket.number);
      // What is there is a prefix of what was answered: nothing in the middle is missing.
      expect(shown.slice(0, held.length)).toEqual(held);
      expect(verifyDatabase(hub.store.db).differences).toEqual([]);
      answered += held.length;
      hub.close();
    }
    expect(answered).toBeGreaterThan(0);
    addToTally({ injected: ROUNDS, answered, lost: 0, doubled: 0 });
  });

  it('in the whole log lose nothing that was checkpointed', () => {
    const hub = createHub({ dataDir: lay('whole', {}) });
    const held = [...hub.state.visits.values()].map(({ ticket }) => ticket.number);
    expect(held).toEqual(shown);
    hub.close();
  });

  it('in the middle of the database are detected, or reported in one sentence with the remedy', () => {
    const random = seededFor('damaged database');
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const damaged = Buffer.from(db);
      const page = random.whole(0, Math.floor(db.length / 4_096) - 1) * 4_096;
      for (let at = page; at < page + 4_096; at += 1) damaged[at] = random.whole(0, 255);
      const dataDir = lay(`database-${round}`, { db: damaged });
      const said = whatIsWrong(dataDir);
      if (said === null) continue;
      found += 1;
      expect(said).toMatch(/^(The data in .+motcua restore"\.|[a-z ]+.*)$/);
      expect(said).not.toMatch(/\n|\bat \w+ \(/);
    }
    // Damage to a page that the log replaces, or that is unused, has no effect.
    expect(found).toBeGreaterThan(ROUNDS / 4);
    addToTally({ injected: ROUNDS, answered: 0, lost: 0, doubled: 0 });
  });

  it('are reported with the remedy also where damage shows late in the start', async () => {
    const dir = lay('late', {});
    const whole = openDatabase(join(dir, 'motcua.db'));
    const table = "SELECT rootpage FROM sqlite_schema WHERE name = 'sign_in_link'";
    const page = whole.prepare<[], { rootpage: number }>(table).get()?.rootpage ?? 0;
    whole.pragma('journal_mode = DELETE');
    whole.close();
    const damaged = readFileSync(join(dir, 'motcua.db'));
    damaged.fill(0xab, (page - 1) * 4_096, page * 4_096);
    writeFileSync(join(dir, 'motcua.db'), damaged);
    const { code, said } = await runToTheEnd([
      '--data',
      dir,
      '--port',
      '0',
      '--log-level',
      'silent',
    ]);
    expect(code).toBe(1);
    expect(said).toMatch(/^The data in .+ is damaged: .+"motcua restore"\.$/);
    addToTally({ injected: 1, answered: 0, lost: 0, doubled: 0 });
  });

  it('that are not a database are left as they are', () => {
    const dir = join(scratch, 'letter');
    mkdirSync(dir);
    writeFileSync(join(dir, 'motcua.db'), 'Kính gửi Trung tâm. '.repeat(1_000));
    copyFileSync(join(dir, 'motcua.db'), join(dir, 'before'));
    expect(whatIsWrong(dir)).toMatch(/^The data in .+ cannot be read: .+"motcua restore"\.$/);
    expect(readFileSync(join(dir, 'motcua.db'))).toEqual(readFileSync(join(dir, 'before')));
  });
});

/** The hub's error instead of a start, or the findings of verify; null: none. */
function whatIsWrong(dataDir: string): string | null {
  try {
    const hub = createHub({ dataDir });
    try {
      return verifyDatabase(hub.store.db).differences[0] ?? null;
    } finally {
      hub.close();
    }
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
