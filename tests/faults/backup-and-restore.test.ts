import { plainTicket } from '@motcua/protocol';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HubConnection } from '@motcua/client';
import { createSeededRandom, kimBoi } from '@motcua/testing';
import { avoidMidnight } from '../avoid-midnight.ts';
import {
  type CentreData,
  connectKiosk,
  type HubProcess,
  inspectData,
  startHubProcess,
  writeCentreData,
} from './hub-process.ts';
import { MOTCUA, motcua } from './motcua-command.ts';
import { count, addToTally } from './tally.ts';

avoidMidnight();

const SEED = Number(process.env['FAULT_SEED'] ?? 1);

describe('a backup', () => {
  let centre: CentreData;
  let scratch: CentreData;
  const cleanUp: (() => unknown)[] = [];

  beforeEach(async () => {
    centre = await writeCentreData();
    scratch = await writeCentreData();
    cleanUp.push(
      () => centre.remove(),
      () => scratch.remove(),
    );
  });
  afterEach(async () => {
    for (const each of cleanUp.splice(0).toReversed()) await each();
  });

  async function open(): Promise<{ hub: HubProcess; kiosk: HubConnection }> {
    const hub = await startHubProcess(centre.dataDir);
    const kiosk = connectKiosk(hub, centre);
    cleanUp.push(async () => {
      kiosk.close();
      if (hub.child.exitCode === null && hub.child.signalCode === null) await hub.stop();
    });
    return { hub, kiosk };
  }
  const issue = async (kiosk: HubConnection, n: number): Promise<string> => {
    const answer = await kiosk.execute(
      plainTicket(kimBoi.services[n % kimBoi.services.length]?.id ?? ('' as never)),
    );
    const change = answer.ok ? answer.value[0] : undefined;
    if (change?.type !== 'ticket-issued') throw new Error('No ticket was given');
    return change.visit.ticket.number;
  };
  const backupTo = (name: string) => {
    const file = join(scratch.dataDir, name);
    return motcua('backup', file, '--data', centre.dataDir).then((ended) => ({ ...ended, file }));
  };
  const restore = (file: string, dataDir = centre.dataDir) =>
    motcua('restore', file, '--data', dataDir);

  it('taken while numbers are issued contains all issued before, and is verified by restoring', async () => {
    const { kiosk } = await open();
    const shown: string[] = [];
    let running = true;
    const rounds = 4;
    // Limited, because a fast machine would use up the numbers of the day.
    let most = 0;
    const giving = (async () => {
      while (running)
        if (shown.length < most) shown.push(await issue(kiosk, shown.length));
        else await new Promise(setImmediate);
    })();
    for (let round = 0; round < rounds; round += 1) {
      most += 400;
      while (shown.length < (round + 1) * 25) await new Promise(setImmediate);
      const before = [...shown];
      const { code, file } = await backupTo(`${round}.backup`);
      expect(code).toBe(0);
      const there = join(scratch.dataDir, `restored-${round}`);
      expect(await restore(file, there)).toMatchObject({ code: 0 });
      const { numbers, differences } = inspectData(there);
      expect(differences).toEqual([]);
      addToTally(count(1, before, numbers));
    }
    running = false;
    await giving;
  });

  it('can be made of a stopped hub, and restores its numbers', async () => {
    const { hub, kiosk } = await open();
    const shown = [await issue(kiosk, 0), await issue(kiosk, 1)];
    await hub.stop();
    const { file, code } = await backupTo('stopped.backup');
    expect(code).toBe(0);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(join(centre.dataDir, 'motcua.db'), 'struck by lightning'.repeat(999));

    expect(await restore(file)).toMatchObject({ code: 0 });
    const { numbers, differences } = inspectData(centre.dataDir);
    expect(differences).toEqual([]);
    addToTally(count(1, shown, numbers));
    expect(namesIn(centre.dataDir).filter((name) => name.includes('-before-'))).toHaveLength(1);
  });

  it('that is damaged is refused in one sentence, and the data stays unchanged', async () => {
    const { file } = await backupTo('good.backup');
    const whole = readFileSync(file);
    const bad: readonly (readonly [string, string, () => void])[] = [
      ['is not a whole backup of motcua', 'cut', () => truncateSync(at('cut'), whole.length - 900)],
      ['is not a whole backup of motcua', 'long', () => appendFileSync(at('long'), 'x')],
      ['is not a whole backup of motcua', 'photo', () => writeFileSync(at('photo'), 'JFIF')],
      ['is damaged', 'flipped', () => writeFileSync(at('flipped'), flipped(whole))],
    ];
    const before = fingerprint(centre.dataDir);
    for (const [why, name, spoil] of bad) {
      writeFileSync(at(name), whole);
      spoil();
      const { code, said } = await restore(at(name));
      expect({ name, code, said }).toEqual({
        name,
        code: 1,
        said: `${at(name)} ${why}; nothing was changed.`,
      });
    }
    expect((await restore(at('nowhere'))).said).toContain('cannot be read; nothing was changed.');
    expect(fingerprint(centre.dataDir)).toEqual(before);
  });

  it('is not restored over a running hub', async () => {
    const { kiosk } = await open();
    const shown = await issue(kiosk, 0);
    const { file } = await backupTo('running.backup');
    const { code, said } = await restore(file);

    expect(code).toBe(1);
    expect(said).toMatch(/^Nothing was restored: Another hub is already using the folder [^\n]+$/);
    expect(await backupTo('running.backup')).toMatchObject({ code: 1 });
    expect(await issue(kiosk, 0)).not.toBe(shown);
  });

  it('leaves either the old data or the new when the restore is killed', async () => {
    const { hub, kiosk } = await open();
    const first = [await issue(kiosk, 0), await issue(kiosk, 1)];
    const { file } = await backupTo('first.backup');
    const all = [...first, await issue(kiosk, 0)];
    await hub.stop();
    const random = createSeededRandom(SEED);
    const rounds = 12;
    for (let round = 0; round < rounds; round += 1) {
      const child = spawn(process.execPath, [MOTCUA, 'restore', file, '--data', centre.dataDir], {
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      await untilItBegins(child, random.whole(0, 12));
      child.kill('SIGKILL');
      await ended;
      const { numbers, differences } = inspectData(centre.dataDir);
      expect(differences).toEqual([]);
      expect([first.length, all.length]).toContain(numbers.length);
      addToTally(count(1, first, numbers));
    }
  });

  const at = (name: string) => join(scratch.dataDir, name);

  /** Kills at the n-th file system event in the folder: at any relevant moment, however fast the machine is. */
  async function untilItBegins(child: ChildProcess, signs: number): Promise<void> {
    let seen = 0;
    let before = look();
    while (child.exitCode === null && seen < signs) {
      await new Promise(setImmediate);
      const now = look();
      if (now !== before) seen += 1;
      before = now;
    }
  }
  const look = () =>
    namesIn(centre.dataDir)
      .map(
        (name) =>
          `${name} ${statSync(join(centre.dataDir, name), { throwIfNoEntry: false })?.size}`,
      )
      .join();
});

function namesIn(dir: string): readonly string[] {
  return readdirSync(dir).filter((name) => name.startsWith('motcua'));
}

function flipped(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes);
  other[9_000] = (other[9_000] ?? 0) ^ 1;
  return other;
}

/** The hub's data, byte for byte. */
function fingerprint(dir: string): readonly string[] {
  return namesIn(dir).map((name) => {
    const hash = createHash('sha256').update(readFileSync(join(dir, name)));
    return `${name} ${hash.digest('hex')}`;
  });
}
