import { describe, expect, it } from 'vitest';
import { allowedOnPage } from './page-command.ts';

const ALERT = { type: 'sound', key: 'display/sound', device: 'Màn hình' } as const;

describe('what the page offers', () => {
  it('shows other counters to a head alone, and the room when there is something to see', () => {
    expect([...allowedOnPage({ isHead: false, alerts: [] }, true)]).toEqual([
      'tab-waiting',
      'tab-parked',
      'tab-missed',
      'change-counter',
      'sign-out',
    ]);
    const head = allowedOnPage({ isHead: true, alerts: [ALERT] }, true);
    expect(head.has('tab-elsewhere') && head.has('room')).toBe(true);
  });

  it('keeps the counter while the hub does not hear of it', () => {
    expect(allowedOnPage({ isHead: false, alerts: [] }, false).has('change-counter')).toBe(false);
  });
});
