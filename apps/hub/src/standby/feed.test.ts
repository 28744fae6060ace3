import type { CommandId, Instant } from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { openDatabase, applyRows } from '@motcua/store';
import type { ReplicationPosition } from '@motcua/protocol/http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDevice } from '../identity/devices.ts';
import { createHub, type Hub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { type Feed, createFeed } from './feed.ts';
import { type FeedLine, parseFeedLine } from './feed-line.ts';
import { positionOf } from './replication-position.ts';

const DAY_MS = 24 * 3_600_000;

describe('the feed of a standby', () => {
  let at: Instant;
  let hub: Hub;
  let feed: Feed;
  let faults: unknown[];

  beforeEach(async () => {
    at = T0;
    faults = [];
    hub = createHub({ dataDir: ':memory:', now: () => at });
    feed = createFeed(hub, (cause) => faults.push(cause));
    await addKiosk();
  });
  afterEach(() => {
    feed.stop();
    hub.close();
    expect(faults).toEqual([]);
  });

  const addKiosk = () => addDevice(hub, { role: 'kiosk', name: 'Kiosk' }, THE_HUB_ITSELF);
  function open(position: ReplicationPosition | null): {
    readonly lines: FeedLine[];
    readonly close: () => void;
  } {
    const lines: FeedLine[] = [];
    const close = feed.open(position, {
      send: (line) => lines.push(parseFeedLine(JSON.stringify(line))),
      end: () => undefined,
    });
    return { lines, close };
  }
  const howWith = (part: Partial<ReplicationPosition>) => {
    const { lines, close } = open({ ...positionOf(hub.store.db), ...part });
    close();
    const [begin] = lines;
    return begin?.type === 'begin' ? begin.how : null;
  };

  it('continues with a follower of the same past, and with no other', async () => {
    const position = positionOf(hub.store.db);
    expect(howWith({})).toBe('go-on');
    await addKiosk();
    expect(howWith(position)).toBe('go-on');
    const others: readonly Partial<ReplicationPosition>[] = [
      { database: 'other' },
      { epoch: 1 },
      { version: 99 },
      { day: '2026-11-22' },
      { seq: position.seq + 99 },
      { mark: 'another row' },
    ];
    expect(others.map(howWith)).toEqual(others.map(() => 'copy'));
    expect(open(null).lines).toMatchObject([{ type: 'begin', how: 'copy' }]);
  });

  it('requires a copy after a midnight: what was deleted then is in no journal', async () => {
    const position = positionOf(hub.store.db);
    at = (at + DAY_MS) as Instant;
    await hub.execute({ commandId: 'day' as CommandId, type: 'close-day' }, THE_HUB_ITSELF);
    expect(howWith(position)).toBe('copy');
  });

  it('sends every commit, and what is written beside the journal, so that a follower has the same rows', async () => {
    const follower = openDatabase(':memory:');
    const { lines, close } = open(positionOf(hub.store.db));
    const added = await addKiosk();
    if (!added.ok) throw new Error(added.refusal.code);
    await addKiosk(); // the token of the first is sent at the latest with the next commit
    for (const line of lines)
      if (line.type === 'catch-up' || line.type === 'rows') applyRows(follower, line.changes);
    close();

    const rows = (db: typeof follower, table: string) =>
      db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
    expect(rows(follower, 'device')).toEqual(rows(hub.store.db, 'device'));
    expect(rows(follower, 'secret').length).toBeGreaterThanOrEqual(2);
    expect(feed.followers()).toBe(0);
    follower.close();
  });
});
