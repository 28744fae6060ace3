import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Journal, openDatabase } from '@motcua/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeControlFile } from '../operations/control-file.ts';
import { aHttpHub, CONTROL_TOKEN, type HttpHub } from '../transport/builders.ts';
import { runCommandLine } from './run-command-line.ts';

const IS_ROOT = process.getuid?.() === 0;
if (!IS_ROOT) console.warn('Skipped: only root can write into a folder of another user.');

describe('motcua', () => {
  let dir: string;
  let running: HttpHub | null;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-cli-'));
    running = null;
  });
  afterEach(async () => {
    await running?.close();
    rmSync(dir, { recursive: true });
  });

  async function motcua(...args: string[]) {
    const [out, explained]: [string[], string[]] = [[], []];
    const code = await runCommandLine(args, {
      out: (content) => out.push(typeof content === 'string' ? content : toText(content)),
      explain: (text) => explained.push(text),
    });
    return { code, out: out.join(''), explained: explained.join('') };
  }
  const onData = (...args: string[]) => motcua(...args, '--data', dir);
  const addKiosk = () => onData('device', 'add', '--role', 'kiosk', '--name', 'Ki-ốt 1');

  async function startHub(): Promise<HttpHub> {
    running = await aHttpHub({}, dir);
    await running.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = running.app.server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    writeControlFile(dir, { url, pid: process.pid, controlToken: CONTROL_TOKEN });
    return running;
  }

  it.each(['running', 'stopped'])(
    'makes, lists and revokes API keys of a hub that is %s',
    async (is) => {
      if (is === 'running') await startHub();
      expect(await onData('key', 'list')).toMatchObject({
        code: 0,
        explained: 'There is no API key yet.\n',
      });
      const create = ['key', 'create', '--name', 'Trang tin xã', '--scope', 'live', 'figures'];
      const made = await onData(...create);
      expect(made.out).toMatch(/^motcua_[\w-]{43}\n$/);
      const [listed = ''] = (await onData('key', 'list')).out.split('\n');
      expect(listed).toMatch(/^program-\S+\tactive\tlive,figures\tnever used\tTrang tin xã$/);
      const [id = ''] = listed.split('\t');
      expect(await onData('key', 'revoke', id)).toMatchObject({ code: 0 });
      expect((await onData('key', 'list')).out).toContain('\trevoked\t');
      expect(await onData('key', 'revoke', 'none')).toMatchObject({
        code: 1,
        explained: 'This API key was not found.\n',
      });
      expect((await onData('device', 'list')).out).not.toContain('program');
      expect((await onData('key', 'create', '--name', 'x', '--scope', 'all')).code).toBe(1);
    },
  );

  it.runIf(IS_ROOT)(
    'gives files that root restores or makes in the data folder to the hub’s user',
    async () => {
      const OTHER_USER = 65_534;
      await addKiosk();
      const backup = join(dir, 'a.backup');
      await onData('backup', backup);
      const folder = join(dir, 'hub');
      mkdirSync(folder);
      chownSync(folder, OTHER_USER, OTHER_USER);
      const restored = await motcua('restore', backup, '--data', folder);
      expect(restored).toMatchObject({ code: 0 });
      expect(restored.explained).toContain('revoked since then are valid again');
      await motcua('certificate', '--data', folder);
      const files = readdirSync(folder);
      expect(files).toEqual(expect.arrayContaining(['motcua.db', 'hub.lock', 'key.pem']));
      for (const file of files) expect(statSync(join(folder, file)).uid, file).toBe(OTHER_USER);
    },
  );

  it('prints nothing but the token of a new device', async () => {
    const { code, out, explained } = await addKiosk();

    expect(code).toBe(0);
    expect(out).toMatch(/^[\w-]{43}\n$/);
    expect(explained).toContain('Ki-ốt 1');
    expect(explained).not.toContain(out.trim());
  });

  it('pairs a device that a hub knows when it starts later', async () => {
    const { out } = await addKiosk();
    const { identify } = await startHub();

    const identity = identify({ cookieHeader: undefined, deviceToken: out.trim() });
    expect(identity.deviceRole).toBe('kiosk');
  });

  it('asks a running hub, which knows the device at once', async () => {
    const { identify, hub } = await startHub();
    const { code, out } = await addKiosk();

    expect(code).toBe(0);
    const identity = identify({ cookieHeader: undefined, deviceToken: out.trim() });
    expect(hub.state.devices.get(identity.deviceId ?? ('' as never))?.name).toBe('Ki-ốt 1');
  });

  it.each(['stopped', 'running'])('lists and revokes devices of a %s hub', async (state) => {
    if (state === 'running') await startHub();
    await addKiosk();
    const [id = ''] = (await onData('device', 'list')).out.split('\t');
    expect(id).toMatch(/^kiosk-/);

    expect((await onData('device', 'revoke', id)).code).toBe(0);
    expect((await onData('device', 'list')).out).toBe(`${id}\tkiosk\trevoked\tKi-ốt 1\n`);
    const unknown = await onData('device', 'revoke', 'unknown');
    expect(unknown).toMatchObject({ code: 1, explained: 'This device was not found.\n' });
  });

  it('shows the devices that wait, and refuses one', async () => {
    expect((await onData('device', 'waiting')).explained).toBe('No device waits for approval.\n');
    const { app } = await startHub();
    const payload = { role: 'kiosk', name: 'Ki-ốt 1' };
    const asked = await app.inject({ method: 'POST', url: '/api/pairing', payload });
    const { code, pairingId } = asked.json<{ code: string; pairingId: string }>();
    expect((await onData('device', 'waiting')).out).toBe(`${code}\tkiosk\t127.0.0.1\tKi-ốt 1\n`);

    expect((await onData('device', 'refuse', code)).explained).toContain('was refused');
    const state = await app.inject({ method: 'GET', url: `/api/pairing/${pairingId}` });
    expect(state.json()).toEqual({ state: 'refused' });
    expect((await onData('device', 'refuse', code)).code).toBe(1);
  });

  it.each(['stopped', 'running'])('adds people to a %s hub', async (state) => {
    if (state === 'running') await startHub();
    const add = () =>
      onData('clerk', 'add', '--name', 'Nguyễn Thị Lan', '--login', 'Lan', '--role', 'head');
    const { code, out } = await add();

    expect(code).toBe(0);
    expect(out).toMatch(/^login\tlan\nsecret\t[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}\n$/);
    expect((await onData('clerk', 'list')).out).toBe('lan\thead\tactive\tNguyễn Thị Lan\n');
    expect(await add()).toMatchObject({ code: 1, explained: 'This name is already taken.\n' });
  });

  it('signs a person in with the secret it printed', async () => {
    const { out } = await onData('clerk', 'add', '--name', 'Lan', '--login', 'lan');
    const password = /secret\t(.+)\n/.exec(out)?.[1] ?? '';
    const { app } = await startHub();
    const payload = { login: 'lan', password };

    expect((await app.inject({ method: 'POST', url: '/api/sign-in', payload })).statusCode).toBe(
      200,
    );
  });

  it.each(['stopped', 'running'])('gives a new link at a %s hub', async (state) => {
    await onData('clerk', 'add', '--name', 'Lan', '--login', 'quantri', '--role', 'administrator');
    if (state === 'running') await startHub();
    const { code, out, explained } = await onData('clerk', 'recover', '--login', ' QuanTri ');
    const [, origin, token] = /^(http:\/\/[^/]+)\/admin\/#link=([a-z2-9-]{19})\n$/.exec(out) ?? [];

    expect(code).toBe(0);
    expect(origin).toMatch(state === 'running' ? /^http:\/\/127/ : /HUB:7100$/);
    expect(explained).toContain('chooses a new password');
    const { app } = running ?? (await startHub());
    const take = () =>
      app.inject({ method: 'POST', url: '/api/sign-in/link', payload: { token: token ?? '' } });
    expect((await take()).json()).toMatchObject({ person: { login: 'quantri' } });
    expect((await take()).statusCode).toBe(401);
    expect(await onData('clerk', 'recover', '--login', 'unknown')).toMatchObject({
      code: 1,
      out: '',
    });
  });

  it('opens the folder itself when the hub was killed', async () => {
    const { app, hub } = await startHub();
    await app.close();
    hub.close();
    running = null;

    expect((await addKiosk()).code).toBe(0);
  });

  it('reports a hub that holds the folder without an address', async () => {
    await startHub();
    rmSync(join(dir, 'hub.json'));

    const { code, explained } = await addKiosk();
    expect(code).toBe(1);
    expect(explained).toContain('Another hub is already using the folder');
  });

  it('is refused by a hub that did not write the token', async () => {
    const { app } = await startHub();
    const { port } = app.server.address() as AddressInfo;
    writeControlFile(dir, {
      url: `http://127.0.0.1:${port}`,
      pid: process.pid,
      controlToken: 'forged',
    });

    expect(await addKiosk()).toMatchObject({ code: 1, explained: 'You may not do this.\n' });
  });

  it('verifies a stopped and a running hub, and finds a difference', async () => {
    await addKiosk();
    const agrees = { code: 0, out: 'The stored state agrees with all 1 changes of the journal.\n' };
    expect(await onData('verify')).toMatchObject(agrees);
    await startHub();
    expect(await onData('verify')).toMatchObject(agrees);

    const db = openDatabase(join(dir, 'motcua.db'));
    db.exec(`UPDATE device SET body = json_set(body, '$.name', 'forged')`);
    db.close();
    const { code, explained } = await onData('verify');
    expect(code).toBe(1);
    expect(explained).toMatch(/^device .+\nThe stored state differs .+\.\n$/);
  });

  it('detects a journal whose end was cut off, and a chain written anew', async () => {
    await addKiosk();
    await addKiosk();
    const db = openDatabase(join(dir, 'motcua.db'));
    const headHash = new Journal(db).headHash();
    expect(await onData('verify', '--head-hash', headHash)).toMatchObject({ code: 0 });
    db.exec(`DELETE FROM device WHERE id = (SELECT fact ->> '$.device.id' FROM journal WHERE seq = 2);
      DELETE FROM journal WHERE seq = 2`);
    const cut = await onData('verify');
    expect(cut.code).toBe(1);
    expect(cut.explained).toMatch(/^journal: 2 was written here, and is gone or chained anew\n/);

    // Without the checkpoint, or with a new one, the exported hash still shows it.
    rmSync(join(dir, 'motcua.seq'));
    expect(await onData('verify')).toMatchObject({ code: 0 });
    const exported = await onData('verify', '--head-hash', headHash);
    expect(exported.explained).toMatch(
      new RegExp(`^journal: no change has the code ${headHash}\\n`),
    );
    expect(exported.code).toBe(1);
    db.close();
  });

  it('reports in a sentence that a file is no database', async () => {
    writeFileSync(
      join(dir, 'motcua.db'),
      'this was never a database, however long it is '.repeat(99),
    );

    for (const command of [['verify'], ['clerk', 'list']]) {
      const { code, explained } = await onData(...command);
      expect(code).toBe(1);
      expect(explained).toMatch(/^[^\n]+file is not a database[^\n]*\n$/);
    }
  });

  it.each(['stopped', 'running'])('writes the report of a month of a %s hub', async (state) => {
    if (state === 'running') await startHub();
    else await addKiosk();
    const file = join(dir, 'may.xlsx');
    const may = ['report', 'month', '2024-05'];

    expect(JSON.parse((await onData(...may, '--format', 'json')).out)).toMatchObject({
      kind: 'period',
      period: { kind: 'month', from: '2024-05-01', to: '2024-05-31' },
      before: { from: '2024-04-01' },
    });
    const xlsx = await onData(...may, '--format', 'xlsx', '--out', file);
    expect(xlsx.explained).toBe(`The report of 2024-05 is in ${file}.\n`);
    expect(readFileSync(file, 'latin1')).toMatch(/^PK/);
    expect(await onData('report', 'year', '2199', '--out', file)).toMatchObject({
      code: 1,
      explained: 'The day 2199-01-01 has not been yet.\n',
    });
  });

  it.each(['stopped', 'running'])('writes the report of a day of a %s hub', async (state) => {
    if (state === 'running') await startHub();
    else await addKiosk();
    const file = join(dir, 'day.json');
    const day = ['report', 'day', '2024-05-06', '--format', 'json'];

    expect((await onData(...day, '--out', file)).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      kind: 'day',
      day: '2024-05-06',
    });
    expect(JSON.parse((await onData(...day)).out)).toMatchObject({ kind: 'day' });
    for (const [out, why] of [
      [join(dir, 'no', 'day.json'), 'there is no such file or folder'],
      [dir, 'it is a folder'],
    ] as const)
      expect(await onData(...day, '--out', out)).toMatchObject({
        code: 1,
        explained: `The report cannot be written to ${out}: ${why}.\n`,
      });
    expect(await onData('report', 'day', '2999-01-01', '--out', file)).toMatchObject({
      code: 1,
      explained: 'The day 2999-01-01 has not been yet.\n',
    });
  });

  it.each([
    [['report', 'day', '2026-02-30'], /"2026-02-30" is not a day/],
    [['report', 'day', '2026-11-23'], /PDF needs a file/],
    [['report', 'month', '2026-07', '--format', 'xlsx'], /XLSX needs a file/],
    [['report', 'month', '2026-Q3'], /"2026-Q3" is not a month such as 2026-07/],
    [['report', 'period', '2026-08..2026-07'], /is not a period/],
    [['report', 'day', '2026-11-23', '--format', 'xlsx'], /Allowed choices are pdf, csv, json/],
    [['device', 'add', '--role', 'toaster', '--name', 'x'], /Allowed choices are kiosk, counter/],
    [['device', 'add', '--role', 'kiosk'], /required option '--name <name>'/],
    [['clerk', 'add', '--name', 'Lan', '--login', 'có dấu'], /A login has 2 to 32/],
    [['clerk', 'add', '--name', ' ', '--login', 'lan'], /A name has 1 to 80/],
    [['clerk', 'list', '--colour', 'red'], /unknown option '--colour'/],
    [['verify'], /There is no hub data in/],
    [['follow', '--hub', 'máy chủ'], /is not an address such as/],
    [['promote'], /There is no hub data in/],
    [['backup', '/tmp/nothing.backup'], /There is no hub data in/],
    [['doctor', '--printer', 'usb'], /is not of the form tcp/],
    [['dance'], /unknown command 'dance'/],
  ])('answers %j with one sentence', async (args, sentence) => {
    const { code, out, explained } = await onData(...args);

    expect(code).toBe(1);
    expect(out).toBe('');
    expect(explained).toMatch(sentence);
    expect(explained.trim().split('\n')).toHaveLength(1);
  });

  it('does not make a folder that does not exist', async () => {
    const nowhere = join(dir, 'nowhere');
    const { code, explained } = await motcua('device', 'list', '--data', nowhere);

    expect(code).toBe(1);
    expect(explained).toBe(`There is no data folder ${nowhere}; name it with --data.\n`);
  });

  it.each([
    [],
    ['device'],
    ['device', 'add'],
    ['clerk', 'add'],
    ['verify'],
    ['report', 'day'],
    ['backup'],
    ['restore'],
    ['follow'],
    ['promote'],
    ['doctor'],
  ])('helps with %s %s', async (...command) => {
    const { code, out } = await motcua(...command, '--help');

    expect(code).toBe(0);
    expect(out).toContain('Usage: motcua');
    expect(out).toContain('Example');
  });
});

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
