import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '@motcua/client';
import {
  type CommandId,
  type DeviceId,
  type Instant,
  type PersonId,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { T0 } from '@motcua/domain/builders';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF, verifyDatabase } from '@motcua/hub';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import { commandOf, type Sender } from '../fuzz/commands.ts';
import { knownTo } from '../fuzz/known-to.ts';
import { seededFor, printSeed } from '../fuzz/seed.ts';
import { addToTally } from './tally.ts';
import { watchStatements } from './watched-database.ts';

const COMMANDS = 110;
const FILES = ['motcua.db', 'motcua.db-wal'];

const KIOSK: Identity = {
  deviceId: 'kiosk-1' as DeviceId,
  deviceRole: 'kiosk',
  personId: null,
  personRole: null,
};
const clerk = (id: string): Identity => ({
  deviceId: null,
  deviceRole: null,
  personId: id as PersonId,
  personRole: 'clerk',
});
const ACTORS: readonly (readonly [Sender, Identity])[] = [
  ['kiosk', KIOSK],
  ['clerk', clerk('lan')],
  ['clerk', clerk('hoa')],
  ['clerk', clerk('minh')],
];

interface Given {
  readonly wish: CommandInput;
  readonly identity: Identity;
  readonly commandId: CommandId;
}
/** The files as left by a process that is killed at this moment. */
interface Death {
  readonly dir: string;
  readonly where: string;
  readonly dying: Given;
  /** Ids of the commands that were answered before. */
  readonly answered: readonly CommandId[];
}

describe('a hub that is killed', () => {
  let scratch: string;
  let stopWatching = () => {};

  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'motcua-boundaries-'));
  });
  afterEach(() => {
    stopWatching();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('at any statement of any command has everything it answered, and the last command completely or not at all', async () => {
    printSeed('statement boundaries');
    let at = T0;
    const now = () => at;
    const dataDir = join(scratch, 'alive');
    const deaths: Death[] = [];
    const answered: CommandId[] = [];
    let dying: Given | null = null;
    stopWatching = watchStatements((sql, when) => {
      // After a statement is the same as before the next, except for the last.
      if (dying === null || (when === 'after' && sql !== 'COMMIT')) return;
      const dir = join(scratch, String(deaths.length));
      mkdirSync(dir);
      for (const file of FILES)
        if (existsSync(join(dataDir, file))) copyFileSync(join(dataDir, file), join(dir, file));
      deaths.push({ dir, where: `${when} ${sql}`, dying, answered: [...answered] });
    });
    const hub = await openCentre(dataDir, now);
    const random = seededFor('statement boundaries');
    for (let n = 0; n < COMMANDS; n += 1) {
      at = (at + random.pick([0, 1_000, 20_000, 60_000])) as Instant;
      const [sender, identity] = random.pick(ACTORS);
      const wish = commandOf(sender, random, knownTo(hub, identity, at));
      const commandId = `c-${n}` as CommandId;
      dying = { wish, identity, commandId };
      const answer = await give(hub, dying);
      dying = null;
      if (answer.ok && answer.value.length > 0) answered.push(commandId);
    }
    hub.close();
    stopWatching();
    expect(deaths.length).toBeGreaterThan(400);

    let lost = 0;
    let doubled = 0;
    for (const death of deaths) {
      const again = createHub({ dataDir: death.dir, now });
      const before = idsIn(again);
      lost += death.answered.filter((id) => !before.has(id)).length;
      expect([death.where, verifyDatabase(again.store.db).differences]).toEqual([death.where, []]);
      // The client got no answer and repeats the command: it is executed once, or refused as before.
      await give(again, death.dying);
      await give(again, death.dying);
      doubled += (idsIn(again).get(death.dying.commandId) ?? 1) - 1;
      again.close();
      rmSync(death.dir, { recursive: true });
    }
    addToTally({ injected: deaths.length, answered: answered.length, lost, doubled });
  });
});

async function openCentre(dataDir: string, now: () => Instant): Promise<Hub> {
  const hub = createHub({ dataDir, now });
  await setUpCentre(hub, aroundTheClock(kimBoi));
  const device = {
    ...{ id: KIOSK.deviceId as DeviceId, name: 'Ki-ốt', role: 'kiosk', pairedAt: now() },
    ...{ revoked: false, condition: UNKNOWN_CONDITION, locked: false, training: false },
  };
  await hub.execute(
    { commandId: 'device' as CommandId, type: 'put-device', device } as never,
    THE_HUB_ITSELF,
  );
  return hub;
}

function give(hub: Hub, { wish, identity, commandId }: Given) {
  return hub.execute({ ...wish, commandId }, identity);
}

/** The commands in the journal, and how often each was executed. */
function idsIn(hub: Hub): ReadonlyMap<CommandId, number> {
  const rows = hub.store.db
    .prepare<[], { id: CommandId; seq: number }>(
      'SELECT command_id AS id, seq FROM journal WHERE command_id IS NOT NULL ORDER BY seq',
    )
    .all();
  const times = new Map<CommandId, number>();
  let before: CommandId | null = null;
  for (const { id } of rows) {
    if (id !== before) times.set(id, (times.get(id) ?? 0) + 1);
    before = id;
  }
  return times;
}
