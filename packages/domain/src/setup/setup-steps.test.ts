import { describe, expect, it } from 'vitest';
import { aQueue, TODAY } from '../builders.ts';
import type { LocalTime, QueueId } from '../ids.ts';
import { proposeHolidays } from '../site/public-holidays.ts';
import { NEW_SETTINGS } from './new-centre.ts';
import { setUp } from './set-up.ts';
import { type SetupProgress, setupSteps } from './setup-steps.ts';

const EMPTY: SetupProgress = {
  settings: NEW_SETTINGS,
  ...{ devices: [], people: [], today: TODAY, isBackedUp: null, isEncrypted: true },
};
const openSteps = (part: Partial<SetupProgress>) =>
  setupSteps({ ...EMPTY, ...part })
    .filter(({ state }) => state !== 'done')
    .map(({ step, state, gaps, advice }) =>
      [step, state, ...gaps.map(({ type }) => type), ...advice].join(' '),
    );

describe('the steps of the set-up', () => {
  it('are open for what is missing in an empty centre', () => {
    expect(openSteps({})).toEqual([
      'centre missing no-name no-place',
      'services missing no-queue no-group no-service',
      'counters missing no-counter',
      'hours missing no-hours',
      'people missing no-clerk',
      'kiosk missing no-kiosk',
      'display missing no-display',
      'finish advised',
    ]);
  });

  it('stay open for what is advised only, each for its own reason', () => {
    const madeUp = setUp(NEW_SETTINGS, { type: 'made-up' });
    if (!madeUp.ok) throw new Error(madeUp.refusal.code);
    const rest = { people: [{ role: 'clerk', active: true }] as const, isEncrypted: false };
    expect(openSteps({ settings: madeUp.value, ...rest, isBackedUp: false })).toEqual([
      'start advised made-up',
      'hours advised no-holidays',
      'kiosk missing no-kiosk',
      'display missing no-display',
      'backup advised no-backup',
      'certificate advised no-certificate',
      'finish advised',
    ]);
  });

  it('ask for holidays while one of them is to come, until one is entered', () => {
    const span = { from: '07:30' as LocalTime, to: '11:30' as LocalTime };
    const week = [...Array.from({ length: 5 }, () => [span]), [], []];
    const withDays = (closedDays: ReturnType<typeof proposeHolidays>) => ({
      ...NEW_SETTINGS,
      site: { ...NEW_SETTINGS.site, hours: { week, closedDays } },
    });
    const holidays = proposeHolidays(2026, week);
    const hours = (settings: SetupProgress['settings'], today = TODAY) =>
      openSteps({ settings, today }).find((step) => step.startsWith('hours'));
    expect(hours(withDays([]))).toBe('hours advised no-holidays');
    expect(hours(withDays(holidays))).toBeUndefined();
    expect(hours(withDays([]), '2026-12-30' as typeof TODAY)).toBeUndefined();
  });

  it('ask for prefixes that are not confused', () => {
    const queues = ['M', 'N'].map((prefix) =>
      aQueue({ id: prefix as QueueId, series: { prefix, from: 1, to: 99 } }),
    );
    expect(openSteps({ settings: { ...NEW_SETTINGS, queues } })).toContain(
      'queues advised poor-prefix',
    );
  });
});
