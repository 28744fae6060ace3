import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import {
  type Device,
  type DeviceId,
  type QueueId,
  type RoomFinding,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { LANGUAGES } from '@motcua/i18n';
import { T0, TODAY } from '@motcua/domain/builders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeControlFile } from '../operations/control-file.ts';
import { lockDataDir } from '../operations/data-lock.ts';
import { addDevice } from '../identity/devices.ts';
import { readConfig } from '../config.ts';
import { createHub } from '../engine/hub.ts';
import { THE_HUB_ITSELF } from '../engine/hub-command.ts';
import { createLog } from '../operations/log.ts';
import { startHub } from '../start-hub.ts';
import { runCommandLine } from '../command-line/run-command-line.ts';
import { aHttpHub, CONTROL_TOKEN } from '../transport/builders.ts';
import { checkBackups, checkStandby } from './data-checks.ts';
import { checkDevices, checkPrinter } from './device-checks.ts';
import { wordsIn } from './finding.ts';
import { checkRoom, checkSetup, toRoomLine } from './room-checks.ts';
import {
  checkCertificate,
  checkClock,
  type ClockEvidence,
  checkDisk,
  checkSync,
  measureSync,
} from './machine-checks.ts';
import { runDoctor } from './run-doctor.ts';

const GIB = 1024 ** 3;
const MINUTE_MS = 60_000;
const words = wordsIn('en', 'Asia/Ho_Chi_Minh');

describe('the checks of the doctor', () => {
  it.each([
    [100 * GIB, 'well', '100 GB'],
    [1.5 * GIB, 'attention', '1 GB'],
    [0.25 * GIB, 'bad', '256 MB'],
  ])('find a disk with %d bytes %s', (free, level, shown) => {
    expect(checkDisk(free, words)).toMatchObject({ level, params: { free: shown } });
  });

  it.each([
    [0.84, 'well', '0,8'],
    [35, 'attention', '35'],
    [400.4, 'bad', '400'],
  ])('find a write of %d ms %s', (measured, level, ms) => {
    expect(checkSync(measured, wordsIn('vi', 'Asia/Ho_Chi_Minh'))).toMatchObject({
      level,
      params: { ms },
    });
  });

  it('measure a write where one can be made, and leave nothing', () => {
    const dir = mkdtempSync(join(tmpdir(), 'motcua-sync-'));
    expect(measureSync(dir)).toBeGreaterThanOrEqual(0);
    expect(measureSync(join(dir, 'nowhere'))).toBeNull();
    rmSync(dir, { recursive: true });
  });

  it('find a clock behind the data, without network time, or not trusted by the hub', () => {
    const found = (evidence: Partial<ClockEvidence>, network: 'on' | 'off' | 'unknown' = 'on') =>
      checkClock(
        T0,
        { lastWrittenAt: T0, today: TODAY, wallDay: TODAY, problem: null, ...evidence },
        network,
        words,
      );
    expect(found({ lastWrittenAt: T0 + 5 * MINUTE_MS })).toMatchObject({
      level: 'bad',
      params: { minutes: 5 },
    });
    expect(found({})).toMatchObject({
      level: 'well',
      params: { time: '08:00', date: '23/11/2026' },
    });
    const none = { lastWrittenAt: null, today: null };
    expect(found(none, 'off').level).toBe('attention');
    expect(found(none, 'unknown').level).toBe('well');
    const ahead = { level: 'bad', key: 'doctor.clock-held' };
    expect(found({ problem: 'ahead' })).toMatchObject(ahead);
    expect(found({ today: '2027-11-23' })).toMatchObject({
      ...{ level: 'bad', key: 'doctor.clock-day-ahead', params: { today: '2027-11-23' } },
    });
    expect(found({ lastWrittenAt: T0 - 40 * 24 * 60 * MINUTE_MS })).toMatchObject({
      ...{ level: 'attention', key: 'doctor.clock-far' },
    });
  });

  it.each([
    ['ready', 'well'],
    ['near-end', 'attention'],
    ['out-of-paper', 'bad'],
    ['cannot-connect', 'bad'],
  ] as const)('find a printer that is %s %s', (status, level) => {
    expect(checkPrinter('Kiosk 1', status, words).level).toBe(level);
  });

  it('find devices that are silent, late, full or mute, each by its name', () => {
    const device = (name: string, part: Partial<Device> = {}): Device => ({
      ...{ id: name as DeviceId, name, role: 'display', pairedAt: T0, revoked: false },
      ...{ condition: UNKNOWN_CONDITION, locked: false, training: false, ...part },
    });
    const heard = (name: string, part: object = {}) => ({
      ...{
        deviceId: name as DeviceId,
        heardAt: T0,
        clockAheadMs: 0,
        freeBytes: null,
        webSocketBlocked: false,
      },
      ...part,
    });
    const devices = [
      device('silent'),
      device('late'),
      device('full'),
      device('mute', { condition: { printer: null, sound: 'blocked' } }),
      device('proxied'),
      device('never'),
      device('gone', { revoked: true }),
    ];
    const found = checkDevices(
      devices,
      {
        at: T0,
        devices: [
          heard('silent', { heardAt: T0 - 3 * MINUTE_MS }),
          heard('late', { clockAheadMs: -10 * MINUTE_MS }),
          heard('full', { freeBytes: 1_000 }),
          heard('mute'),
          heard('proxied', { webSocketBlocked: true }),
        ],
      },
      words,
    );
    expect(found.map(({ level, key, params }) => [level, key, params['device']])).toEqual([
      ['bad', 'doctor.device-silent', 'silent'],
      ['attention', 'doctor.device-clock', 'late'],
      ['attention', 'doctor.device-disk', 'full'],
      ['attention', 'doctor.device-slow', 'proxied'],
      ['attention', 'doctor.device-never', 'never'],
    ]);
    const well = { at: T0, devices: [heard('wall')] };
    expect(checkDevices([device('wall')], well, words)).toMatchObject([
      { level: 'well', params: { count: 1 } },
    ]);
    expect(checkDevices([], null, words)).toMatchObject([{ key: 'doctor.devices-none' }]);
  });

  it('find the room as Today shows it, and missing parts of the set-up where they are completed', () => {
    const wall = { name: 'Sảnh' } as Device;
    const lines = [
      { severity: 'fault', subject: 'display', device: wall, state: 'blocked' },
      { severity: 'unknown', subject: 'no-kiosk' },
      { severity: 'well', subject: 'voice', voice: { state: 'heard', at: T0 } },
    ] as const satisfies readonly RoomFinding[];
    const room = lines.map(toRoomLine);
    const said = checkRoom(room, words).map(({ level, key, params }) => [
      level,
      words.say(key, params),
    ]);
    expect(said).toEqual([
      ['bad', 'Sảnh: the sound is off, calls are not heard there.'],
      ['attention', 'No kiosk is paired: nothing is known of a printer.'],
      ['well', 'Loudspeaker: the latest call was spoken at 08:00.'],
    ]);
    const gaps = [
      { type: 'no-hours' },
      { type: 'queue-without-counter', queueIds: ['civil' as QueueId] },
      { type: 'no-kiosk' },
    ] as const;
    expect(
      checkSetup(gaps, () => 'Civil status', room, words).map(({ key, params }) =>
        words.say(key, params),
      ),
    ).toEqual([
      'Set-up: still missing – Set the opening hours. Please see administration, Opening hours.',
      'Set-up: still missing – Give a counter these queues: Civil status. Please see administration, Counters.',
    ]);
  });

  it('find a certificate that has expired, expires soon, or is missing; nothing where none is used', () => {
    const dir = mkdtempSync(join(tmpdir(), 'motcua-cert-'));
    expect(checkCertificate(dir, T0, words)).toEqual([]);
    writeFileSync(join(dir, 'certificate.pem'), CERTIFICATE);
    const at = (date: string) => checkCertificate(dir, Date.parse(date), words)[0]?.level;
    expect(at('2026-11-23')).toBe('well');
    expect(at('2036-09-01')).toBe('attention');
    expect(at('2040-01-01')).toBe('bad');
    writeFileSync(join(dir, 'authority-key.pem'), 'a key');
    expect(checkCertificate(dir, Date.parse('2026-11-23'), words)).toMatchObject([
      { level: 'attention', key: 'doctor.authority-key-here' },
      { level: 'well' },
    ]);
    writeFileSync(join(dir, 'certificate.pem'), 'none');
    expect(checkCertificate(dir, T0, words)[0]?.key).toBe('doctor.certificate-bad');
    rmSync(dir, { recursive: true });
  });

  it('round ages as people speak of them', () => {
    const ages = [30_000, 5 * MINUTE_MS, 119 * MINUTE_MS, 300 * MINUTE_MS, 4_320 * MINUTE_MS];
    expect(ages.map(words.age)).toEqual(['1 min', '5 min', '119 min', '5 h', '3 days']);
  });
});

describe('motcua doctor', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'motcua-doctor-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const options = { port: 0, printer: null, language: 'vi', at: Date.now() } as const;
  const keysOf = async (part: object = {}) =>
    (await runDoctor({ ...options, dataDir: dir, ...part })).findings.map(
      ({ level, key }) => `${level} ${key}`,
    );

  async function run(...args: string[]) {
    const [out, explained]: [string[], string[]] = [[], []];
    const code = await runCommandLine(['doctor', '--data', dir, '--port', '0', ...args], {
      out: (content) => out.push(String(content)),
      explain: (text) => explained.push(text),
    });
    return { code, out: out.join(''), explained: explained.join('') };
  }

  it.each(LANGUAGES)(
    'reports in %s, a line for each, the state of a fresh folder',
    async (language) => {
      const { code, out, explained } = await run('--language', language);
      // The disk of the machine that runs this test may be slow or full.
      expect(code).toBe(out.includes('✗') ? 1 : 0);
      const lines = (out + explained).trim().split('\n');
      for (const line of lines.slice(1, -1)) expect(line).toMatch(/^[✓!✗] [^{}]+\.$/u);
      expect(lines.length).toBeGreaterThan(5);
    },
  );

  it('ends with 1 and a finding when the data is damaged', async () => {
    writeFileSync(join(dir, 'motcua.db'), 'no database'.repeat(999));
    const { code, out, explained } = await run();
    expect(code).toBe(1);
    expect(out).toMatch(/✗ Dữ liệu: tệp bị hỏng/);
    expect(explained).toBe('Cần xử lý ngay: 1 mục có dấu “✗”.\n');
    expect(readFileSync(join(dir, 'motcua.db'), 'utf8')).toContain('no database');
    const json = JSON.parse((await run('--json')).out) as { well: boolean; findings: unknown[] };
    expect(json.well).toBe(false);
    expect(json.findings).toContainEqual(expect.objectContaining({ check: 'data-bad' }));
  });

  it('asks the hub that runs on the folder for its devices', async () => {
    const running = await aHttpHub({ dataDir: dir }, dir);
    await running.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = running.app.server.address() as AddressInfo;
    writeControlFile(dir, { url: `http://127.0.0.1:${port}`, pid: 1, controlToken: CONTROL_TOKEN });
    const added = await addDevice(running.hub, { role: 'display', name: 'Sảnh' }, THE_HUB_ITSELF);
    if (!added.ok) throw new Error(added.refusal.code);
    const at = T0;
    expect(await keysOf({ at })).toEqual(
      expect.arrayContaining([
        'well doctor.hub-answers',
        'attention doctor.device-never',
        'attention doctor.backup-none',
      ]),
    );
    running.services.vitals.reported(added.value.device.id, null);
    await running.services.backups.run(THE_HUB_ITSELF);
    const keys = await keysOf({ at });
    expect(keys).toEqual(
      expect.arrayContaining([
        ...['well doctor.devices-ok', 'well doctor.backup-ok', 'attention doctor.backup-same-disk'],
        'attention room.no-kiosk',
      ]),
    );
    // A display that reports nothing counts as none; and the worst stands first.
    expect(keys[0]).toBe('bad room.voice-not-connected');
    expect(keys.filter((key) => key.endsWith('setup-gap')).length).toBeGreaterThan(3);
    await running.close();
  });

  it('knows a hub by its certificate, and does not take it for another program', async () => {
    await runCommandLine(['certificate', '--data', dir], { out: () => {}, explain: () => {} });
    const read = readConfig({ port: 0, dataDir: dir });
    if (!read.ok) throw new Error(read.sentence);
    const started = await startHub(read.config, createLog({ level: 'silent', file: null }));
    const keys = await keysOf({ port: Number(new URL(started.url).port) });
    await started.close();
    expect(keys).toContain('well doctor.hub-answers');
    expect(keys).toContain('well doctor.certificate-ok');
  });

  it('reports that a used hub is off, or hangs', async () => {
    const hub = createHub({ dataDir: dir });
    await addDevice(hub, { role: 'kiosk', name: 'Kiosk' }, THE_HUB_ITSELF);
    hub.close();
    expect(await keysOf()).toContain('bad doctor.hub-off');
    const url = 'http://127.0.0.1:9';
    writeControlFile(dir, { url, pid: process.pid, controlToken: CONTROL_TOKEN });
    expect(await keysOf()).toContain('bad doctor.hub-hangs');
  });

  it('names a standby without an address', () => {
    const standby = { role: 'standby', revoked: false } as Device;
    const seen = { devices: [standby], standbyAddress: null };
    expect(checkStandby(seen)).toMatchObject([
      { level: 'attention', key: 'doctor.standby-unknown' },
    ]);
    expect(checkStandby({ ...seen, standbyAddress: 'https://192.168.1.11:7100' })).toEqual([]);
    expect(checkStandby({ ...seen, devices: [{ ...standby, revoked: true }] })).toEqual([]);
  });

  it('finds a port that another program uses, and a printer that is not there', async () => {
    const taken = createServer().listen(0, '0.0.0.0');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const keys = await keysOf({ port, printer: 'tcp://127.0.0.1:1' });
    taken.close();
    expect(keys).toContain('bad doctor.port-taken');
    expect(keys).toContain('bad doctor.printer-bad');
  });

  it('finds an old backup, and expects none of a standby', async () => {
    const hub = createHub({ dataDir: dir, now: () => T0 });
    hub.store.history.follow('http://192.168.1.10:7100');
    await addDevice(hub, { role: 'kiosk', name: 'Kiosk' }, THE_HUB_ITSELF);
    hub.close();
    expect(await keysOf()).toContain('bad doctor.standby-off');
    const letGo = lockDataDir(dir);
    const keys = await keysOf();
    letGo();
    expect(keys).toContain('well doctor.hub-follows');
    expect(keys.filter((key) => key.includes('backup'))).toEqual([]);
    writeFileSync(join(dir, 'motcua-2026-11-23-190000.backup'), '');
    const later = Date.now() + 3 * 24 * 3_600_000;
    expect(checkBackups(dir, later, true, words)).toMatchObject([
      { level: 'bad', params: { age: '3 days' } },
    ]);
  });
});

const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBizCCATGgAwIBAgIUDpW9lahyx5xTv7nXxt1hIn8cVVwwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQaHViLmtpbWJvaS5sb2NhbDAeFw0yNjExMjcyMTMxMzlaFw0z
NjExMjQyMTMxMzlaMBsxGTAXBgNVBAMMEGh1Yi5raW1ib2kubG9jYWwwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAQNmsI6GzwWePcnxTF56wwfE6O50OW8EnmvP1wD
E+B9eYCtjvmVMCdwH/SEtbV/bLy82XbN78WEbcDWXkjvcKKyo1MwUTAdBgNVHQ4E
FgQUUz5CMGoeyAS67zMvtEDMqMWIdx4wHwYDVR0jBBgwFoAUUz5CMGoeyAS67zMv
tEDMqMWIdx4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiABaBt3
7JJSKjQe2yhcjCgKWxHFBwUJQyy0Xut0jsWQKgIhAIfWlA8qKMHHBHb4VG1Af5vq
/htIHSujEY0KdtkT1uKX
-----END CERTIFICATE-----
`;
