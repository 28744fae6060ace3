import { type Fact, plainTicket } from '@motcua/protocol';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ONE_PERSON,
  type CommandId,
  type DeviceId,
  type Instant,
  type LocalDate,
  type PrintJobId,
  type ServiceId,
  type VisitId,
} from '@motcua/domain';
import { createHub, createSessions, hashToken, type Identity, verifyDatabase } from '@motcua/hub';
import { openStore, versionOf } from '@motcua/store';
import { openJournalCheckpoint } from '../../apps/hub/src/operations/journal-checkpoint.ts';
import { asKnownTo, contentOf, NEWEST, shapeOf, VERSIONS, writeOlderFile } from './older-files.ts';

/** Later on the second morning in the older files: Tuesday, 08:30 in Việt Nam. */
const NOW = Date.UTC(2026, 10, 24, 1, 30) as Instant;

describe('a database of an older version', () => {
  let dataDir: string;
  let file: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'motcua-migrations-'));
    file = join(dataDir, 'motcua.db');
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Reads the file without running this version's migrations. */
  function look<T>(read: (db: Database.Database) => T): T {
    const db = new Database(file);
    try {
      return read(db);
    } finally {
      db.close();
    }
  }

  /** Writes the checkpoint that the last hub had noted beside it. */
  function noteLast(): void {
    const { db, journal } = openStore(file);
    const checkpoint = openJournalCheckpoint(dataDir);
    checkpoint.note(journal.lastSeq(), journal.hashOf(journal.lastSeq()));
    checkpoint.close();
    db.close();
  }

  it.each(VERSIONS)('%i keeps every row when it is migrated', (version) => {
    writeOlderFile(file, version);
    const before = look(contentOf);
    expect(look(versionOf)).toBe(version);
    openStore(file).db.close();
    const after = look(contentOf);

    expect(look(versionOf)).toBe(NEWEST);
    for (const rows of before.values()) expect(rows.length).toBeGreaterThan(0);
    expect(asKnownTo(before, after)).toEqual(before);
  });

  it.each(VERSIONS)('%i gets the tables of a new one', (version) => {
    writeOlderFile(file, version);
    openStore(file).db.close();
    const fresh = openStore(':memory:').db;

    expect(look(shapeOf)).toEqual(shapeOf(fresh));
    fresh.close();
  });

  it.each(VERSIONS)('%i is unchanged when it is opened a second time', (version) => {
    writeOlderFile(file, version);
    openStore(file).db.close();
    const once = [look(shapeOf), look(contentOf)];
    openStore(file).db.close();

    expect([look(shapeOf), look(contentOf)]).toEqual(once);
  });

  it.each(VERSIONS)(
    '%i continues its day: the journal agrees, the numbers continue',
    async (version) => {
      writeOlderFile(file, version);
      noteLast();
      const hub = createHub({ dataDir, now: () => NOW });
      try {
        expect(verifyDatabase(hub.store.db).differences).toEqual([]);
        const { visits, people, settings, counters, today } = hub.state;
        expect(today).toBe('2026-11-24');
        const states = [...visits.values()].map(({ ticket, state }) => `${ticket.number} ${state}`);
        expect(states).toEqual(['H001 closed', 'H002 waiting', 'S001 closed', 'H003 waiting']);
        expect([...people.values()].map(({ name }) => name)).toContain('Bùi Thị Lan');
        expect(settings.site.authority.vi).toBe('UBND xã Kim Bôi');
        expect([...counters.values()].map(({ state }) => state)).toEqual(['open', 'paused']);

        const kiosk = {
          deviceId: 'kiosk-1',
          deviceRole: 'kiosk',
          personId: null,
          personRole: null,
        };
        const issued = await hub.execute(
          {
            commandId: 'next' as CommandId,
            ...plainTicket('1.001193' as ServiceId),
          },
          kiosk as Identity,
        );
        expect(issued).toMatchObject({ value: [{ visit: { ticket: { number: 'H004' } } }] });
        expect(verifyDatabase(hub.store.db).differences).toEqual([]);
      } finally {
        hub.close();
      }
    },
  );

  it('still accepts offline tickets from a number range reserved on that day', async () => {
    writeOlderFile(file, 8);
    const { db, journal } = openStore(file);
    const by = { deviceId: null, personId: null, reason: null };
    const block = { queueId: 'civil', prefix: 'H', from: 970, to: 999, reservedAt: NOW };
    for (const fact of [
      { type: 'numbers-reserved', kioskId: 'kiosk-1', day: '2026-11-24', blocks: [block] },
      { type: 'numbers-doubted', day: '2026-11-24', awaited: [], lastNumbers: {} },
    ] as unknown as Fact[])
      journal.append({ seq: journal.lastSeq() + 1, at: NOW, commandId: null, by, fact });
    db.close();
    noteLast();
    const hub = createHub({ dataDir, now: () => NOW });
    const settle = (number: string) =>
      hub.execute(
        {
          commandId: `settle-${number}` as CommandId,
          type: 'settle-ticket',
          ticket: {
            ...{
              visitId: `paper-${number}` as VisitId,
              printJobId: `slip-${number}` as PrintJobId,
            },
            ...{ number, day: '2026-11-24' as LocalDate, arrivedAt: NOW, bookedFor: null },
            ...{ serviceIds: ['1.001193' as ServiceId], language: 'vi', priorityGroupId: null },
            ...{ needs: [], party: ONE_PERSON },
          },
          ...{ print: null, resolution: null, instead: null },
        },
        {
          ...{ deviceId: 'kiosk-1' as DeviceId, deviceRole: 'kiosk' },
          ...{ personId: null, personRole: null },
        },
      );
    expect(await settle('H970')).toMatchObject({ value: [{ type: 'ticket-issued' }] });
    expect(await settle('H969')).toMatchObject({ value: [{ type: 'ticket-refused' }] });
    expect(hub.state.devices.get('kiosk-1' as DeviceId)?.offlineLetter).toBe('A');
    expect(verifyDatabase(hub.store.db).differences).toEqual([]);
    hub.close();
  });

  it('accepts the credentials of version 2', () => {
    writeOlderFile(file, 2);
    const { db, secrets, sessions } = openStore(file);
    const registered = createSessions(sessions, () => NOW);

    expect(secrets.deviceOfToken(hashToken('kiosk-of-version-2'))).toBe('kiosk-1');
    expect(secrets.passwordOf('lan' as never)).toMatch(/^\$argon2id\$/);
    expect(registered.personOf('session-of-version-2')).toBe('lan');
    expect(registered.takeLink('link-of-version-2')).toBe('dung');
    db.close();
  });

  it.each(['wal', 'delete'])(
    'that is newer than the program is refused in one sentence and left unchanged, in mode %s',
    (mode) => {
      writeOlderFile(file, NEWEST);
      look((db) => {
        db.pragma(`journal_mode = ${mode}`);
        db.exec('CREATE TABLE of_tomorrow (id TEXT) STRICT');
        db.pragma(`user_version = ${NEWEST + 1}`);
      });
      const before = fingerprint(file);
      const said = messageOf(() => createHub({ dataDir, now: () => NOW }));

      expect(said).toBe(
        `The data in ${file} cannot be read: The database is of version ${NEWEST + 1}, this program knows only ${NEWEST}.`,
      );
      expect(fingerprint(file)).toBe(before);
      expect(readdirSync(dataDir).filter((name) => name.startsWith('motcua.db'))).toEqual([
        'motcua.db',
      ]);
    },
  );
});

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function messageOf(work: () => unknown): string {
  try {
    work();
    return 'nothing was refused';
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
