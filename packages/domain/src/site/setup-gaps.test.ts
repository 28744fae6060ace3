import { describe, expect, it } from 'vitest';
import {
  aCounter,
  aQueue,
  aService,
  aServiceGroup,
  aSite,
  CERT,
  CIVIL,
  someSettings,
} from '../builders.ts';
import type { LocalTime } from '../ids.ts';
import type { Settings } from './settings.ts';
import { setupGaps, type SetUp } from './setup-gaps.ts';
import { UNNAMED_CENTRE } from './site.ts';

const open = [{ from: '07:30' as LocalTime, to: '11:30' as LocalTime }];
const hours = { week: [open, [], [], [], [], [], []], closedDays: [] };
const whole: SetUp = {
  settings: someSettings({
    site: aSite({ hours }),
    queues: [aQueue()],
    serviceGroups: [aServiceGroup()],
    services: [aService()],
    counters: [aCounter({ queueIds: [CIVIL] })],
  }),
  devices: [
    { role: 'display', revoked: false },
    { role: 'kiosk', revoked: false },
  ],
  people: [{ role: 'clerk', active: true }],
};
const gapsOf = (part: Partial<SetUp>, settings: Partial<Settings> = {}) =>
  setupGaps({ ...whole, settings: { ...whole.settings, ...settings }, ...part }).map(
    ({ type }) => type,
  );

describe('what is missing before a centre can work', () => {
  it('is nothing where a visitor can take a number and be called', () => {
    expect(gapsOf({})).toEqual([]);
  });

  it('is everything at the first start, in the order in which it can be set up', () => {
    const site = aSite({ name: UNNAMED_CENTRE, authority: UNNAMED_CENTRE });
    const nothing = { settings: someSettings({ site }), devices: [], people: [] };
    expect(gapsOf(nothing)).toEqual([
      ...['no-name', 'no-hours', 'no-queue', 'no-group', 'no-service', 'no-counter'],
      ...['no-clerk', 'no-display', 'no-kiosk'],
    ]);
  });

  it('includes what was switched off, excluded or locked', () => {
    expect(gapsOf({}, { queues: [aQueue({ active: false })] })).toEqual(['no-queue', 'no-service']);
    expect(gapsOf({}, { services: [aService({ active: false })] })).toEqual(['no-service']);
    expect(gapsOf({ people: [{ role: 'clerk', active: false }] })).toEqual(['no-clerk']);
    expect(gapsOf({ people: [{ role: 'administrator', active: true }] })).toEqual(['no-clerk']);
    expect(
      gapsOf({ devices: whole.devices.map((device) => ({ ...device, revoked: true })) }),
    ).toEqual(['no-display', 'no-kiosk']);
  });

  it('is a counter for each queue that gives numbers, by its name', () => {
    const queues = [aQueue(), aQueue({ id: CERT })];
    const settings = {
      ...whole.settings,
      queues,
      services: [aService(), aService({ queueId: CERT })],
    };
    expect(setupGaps({ ...whole, settings })).toEqual([
      { type: 'queue-without-counter', queueIds: [CERT] },
    ]);
    // A queue that no service leads to needs no counter.
    expect(gapsOf({}, { queues })).toEqual([]);
  });
});
