import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_LIFE_MS, type Announcement } from '../announcement/announcement.ts';
import { anAnnouncement, aPrintJob, KIOSK_1, minutesAfterT0, T0 } from '../builders.ts';
import type { DeviceId, Instant } from '../ids.ts';
import type { Device } from '../people/people-and-devices.ts';
import {
  callHearing,
  roomHealth,
  type RoomFacts,
  SLIP_SILENT_AFTER_MS,
  toSeeTo,
} from './room-health.ts';

const NOW = minutesAfterT0(60);

const aDevice = (overrides: Partial<Device>): Device => ({
  id: 'wall' as DeviceId,
  name: 'Màn hình',
  role: 'display',
  pairedAt: T0,
  revoked: false,
  locked: false,
  training: false,
  condition: { printer: null, sound: 'on' },
  ...overrides,
});
const aDisplay = (sound: Device['condition']['sound'], id = 'wall') =>
  aDevice({ id: id as DeviceId, name: id, condition: { printer: null, sound } });
const aKiosk = (printer: Device['condition']['printer']) =>
  aDevice({ id: KIOSK_1, name: 'Kiosk', role: 'kiosk', condition: { printer, sound: null } });
const aCall = (overrides: Partial<Announcement>) =>
  anAnnouncement({ calledAt: NOW, stateSince: NOW, ...overrides });

const health = (facts: Partial<RoomFacts>) =>
  roomHealth({ devices: [], announcements: [], printJobs: [], ...facts }, NOW);
const voice = (facts: Partial<RoomFacts>) => health(facts).voice;

describe('The voice of the waiting room', () => {
  it('counts no display where none is paired, whatever was heard before', () => {
    const announcements = [aCall({ state: 'played' })];
    expect(voice({ announcements })).toEqual({ state: 'no-display' });
    const revoked = { ...aDisplay('on'), revoked: true };
    expect(voice({ devices: [revoked], announcements })).toEqual({ state: 'no-display' });
  });

  it('is not connected where no paired display reports anything', () => {
    expect(voice({ devices: [aDisplay(null)] })).toEqual({ state: 'not-connected' });
  });

  it('has no sound where every connected display is silent', () => {
    const devices = [aDisplay('blocked'), aDisplay('off', 'two'), aDisplay(null, 'three')];
    expect(voice({ devices })).toEqual({ state: 'no-sound' });
  });

  it('was not heard today until a call was spoken', () => {
    const devices = [aDisplay('on')];
    const announcements = [
      aCall({ state: 'queued' }),
      aCall({ state: 'failed', failure: 'withdrawn' }),
    ];
    expect(voice({ devices, announcements })).toEqual({ state: 'not-heard-today' });
  });

  it('was heard when the latest settled call was', () => {
    const heardAt = minutesAfterT0(30);
    const announcements = [
      aCall({ state: 'failed', failure: 'no-sound' }),
      aCall({ state: 'played', stateSince: heardAt }),
      aCall({ state: 'playing' }),
    ];
    expect(voice({ devices: [aDisplay('on')], announcements })).toEqual({
      state: 'heard',
      at: heardAt,
    });
  });

  it('has failed when the latest settled call was not heard, or was not spoken in time', () => {
    const devices = [aDisplay('on')];
    const played = aCall({ state: 'played' });
    const failed = aCall({ state: 'failed', failure: 'missing-clip' });
    expect(voice({ devices, announcements: [played, failed] })).toEqual({
      state: 'failed',
      failure: 'missing-clip',
      at: NOW,
    });
    const calledAt = (NOW - ANNOUNCEMENT_LIFE_MS - 1) as Instant;
    const expired = aCall({ state: 'queued', calledAt });
    expect(voice({ devices, announcements: [played, expired] })).toMatchObject({
      state: 'failed',
      failure: 'expired',
    });
  });
});

describe('A display', () => {
  const states = (devices: readonly Device[]) =>
    health({ devices }).findings.flatMap((each) =>
      each.subject === 'display' ? [[each.device.name, each.state, each.severity]] : [],
    );

  it('that is gone is a fault, also while another one speaks', () => {
    expect(states([aDisplay('on'), aDisplay(null, 'two')])).toEqual([
      ['two', 'not-connected', 'fault'],
      ['wall', 'on', 'well'],
    ]);
  });

  it('may be muted beside one that speaks, and not as the only one', () => {
    expect(states([aDisplay('on'), aDisplay('off', 'two')])).toContainEqual([
      'two',
      'muted',
      'well',
    ]);
    expect(states([aDisplay('off', 'two')])).toEqual([['two', 'blocked', 'fault']]);
  });
});

describe('A printer', () => {
  const printer = (condition: Device['condition']['printer'], printJobs: RoomFacts['printJobs']) =>
    health({ devices: [aKiosk(condition)], printJobs }).findings.flatMap((each) =>
      each.subject === 'printer' ? [[each.printer, each.severity]] : [],
    )[0];

  it('that reports nothing is a fault, as is one that reports a fault', () => {
    expect(printer(null, [])).toEqual([{ state: 'silent' }, 'fault']);
    expect(printer('out-of-paper', [aPrintJob({ state: 'printed' })])).toEqual([
      { state: 'fault', fault: 'out-of-paper' },
      'fault',
    ]);
  });

  it('that reports ready is not well before a slip came out', () => {
    expect(printer('ready', [])).toEqual([{ state: 'ready' }, 'unknown']);
    const printed = aPrintJob({ state: 'printed', settledAt: NOW });
    expect(printer('ready', [printed])).toEqual([{ state: 'printed', at: NOW }, 'well']);
  });

  it('is judged by its latest settled slip, and by one that was never settled', () => {
    const printed = aPrintJob({ state: 'printed', askedAt: T0, settledAt: T0 });
    const failed = aPrintJob({ state: 'failed', askedAt: NOW, settledAt: NOW, fault: 'offline' });
    expect(printer('ready', [failed, printed])).toEqual([
      { state: 'slip-failed', fault: 'offline', at: NOW },
      'unknown',
    ]);
    const askedAt = (NOW - SLIP_SILENT_AFTER_MS - 1) as Instant;
    expect(printer('ready', [printed, aPrintJob({ state: 'asked', askedAt })])).toEqual([
      { state: 'slip-unsettled', at: askedAt },
      'unknown',
    ]);
    expect(printer('ready', [printed, aPrintJob({ state: 'asked', askedAt: NOW })])).toEqual([
      { state: 'printed', at: T0 },
      'well',
    ]);
  });
});

describe('The health of the waiting room', () => {
  it('is not well where nothing is known: no display, no kiosk, no call, no slip', () => {
    expect(health({}).worst).toBe('fault');
    expect(health({ devices: [aDisplay('on'), aKiosk('ready')] }).worst).toBe('unknown');
  });

  it('is well when a call was heard and a slip came out', () => {
    const devices = [aDisplay('on'), aKiosk('ready')];
    const announcements = [aCall({ state: 'played' })];
    const printJobs = [aPrintJob({ state: 'printed', settledAt: NOW })];
    expect(health({ devices, announcements, printJobs }).worst).toBe('well');
  });

  it('names the worst first, and is well only by what was confirmed', () => {
    const sound = fc.constantFrom(null, 'on', 'off', 'blocked' as const);
    const condition = fc.constantFrom(null, 'ready', 'near-end', 'out-of-paper' as const);
    const state = fc.constantFrom('queued', 'playing', 'played', 'failed' as const);
    fc.assert(
      fc.property(
        fc.array(sound, { maxLength: 3 }),
        fc.array(condition, { maxLength: 2 }),
        fc.array(state, { maxLength: 4 }),
        fc.constantFrom('asked', 'printed', 'failed' as const),
        (sounds, conditions, calls, slip) => {
          const { findings, worst } = health({
            devices: [
              ...sounds.map((each, index) => aDisplay(each, `display-${index}`)),
              ...conditions.map((each, index) => ({
                ...aKiosk(each),
                id: `kiosk-${index}` as DeviceId,
              })),
            ],
            announcements: calls.map((each) =>
              aCall({ state: each, failure: each === 'failed' ? 'no-sound' : null }),
            ),
            printJobs: [aPrintJob({ kioskId: 'kiosk-0' as DeviceId, state: slip })],
          });
          const order = ['fault', 'attention', 'unknown', 'well'];
          const ranks = findings.map(({ severity }) => order.indexOf(severity));
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
          expect(worst).toBe(findings[0]?.severity);
          if (worst === 'well') {
            expect(calls).toContain('played');
            expect([...conditions, slip]).toEqual(['ready', 'printed']);
          }
        },
      ),
    );
  });
});

describe('The alerts of the waiting room', () => {
  const seen = (devices: readonly Device[]) =>
    toSeeTo(health({ devices })).map((each) =>
      each.subject === 'voice'
        ? each.voice.state
        : each.subject === 'no-kiosk'
          ? each.subject
          : each.device.name,
    );

  it('list each problem once', () => {
    const kiosk = aKiosk('ready');
    expect(seen([kiosk])).toEqual(['no-display']);
    expect(seen([kiosk, aDisplay(null), aDisplay(null, 'two')])).toEqual(['not-connected']);
    expect(seen([kiosk, aDisplay('blocked'), aDisplay(null, 'two')])).toEqual(['wall', 'two']);
  });

  it('are none where no fault was reported, though nothing is known to be well', () => {
    expect(seen([aDisplay('on'), aKiosk('ready')])).toEqual([]);
  });
});

describe('Whether a call was heard', () => {
  const devices = [aDisplay('on')];

  it('waits for a voice only where there is one', () => {
    const call = aCall({ state: 'queued' });
    expect(callHearing(call, voice({ devices }), NOW)).toEqual({ state: 'queued' });
    expect(callHearing(call, voice({}), NOW)).toEqual({ state: 'failed', failure: 'no-display' });
    expect(callHearing(call, voice({ devices: [aDisplay(null)] }), NOW)).toEqual({
      state: 'failed',
      failure: 'not-connected',
    });
    expect(callHearing(call, voice({ devices: [aDisplay('blocked')] }), NOW)).toEqual({
      state: 'failed',
      failure: 'no-sound',
    });
  });

  it('stays confirmed when the display disconnects afterwards', () => {
    expect(callHearing(aCall({ state: 'played' }), voice({}), NOW)).toEqual({ state: 'played' });
  });

  it('has failed after two minutes of silence, and is unknown where nothing is recorded', () => {
    const calledAt = (NOW - ANNOUNCEMENT_LIFE_MS - 1) as Instant;
    const call = aCall({ state: 'playing', calledAt });
    expect(callHearing(call, voice({ devices }), NOW)).toEqual({
      state: 'failed',
      failure: 'expired',
    });
    expect(callHearing(undefined, voice({ devices }), NOW)).toEqual({ state: 'unknown' });
  });
});
