import { describe, expect, it } from 'vitest';
import { allowedOnPage } from './page-command.ts';

const NO_KIOSK = { subject: 'no-kiosk', severity: 'unknown' } as const;
const ALERT = { type: 'finding', key: 'room/no-kiosk', finding: NO_KIOSK } as const;

describe('what the page offers', () => {
  it('shows other counters to a head only, and the room when there is something to see', () => {
    expect([...allowedOnPage({ isHead: false, room: { alerts: [], known: [] } }, true)]).toEqual([
      'tab-waiting',
      'tab-parked',
      'tab-missed',
      'change-counter',
      'hand-over',
      'sign-out',
    ]);
    const head = allowedOnPage({ isHead: true, room: { alerts: [ALERT], known: [] } }, true);
    expect(head.has('tab-elsewhere') && head.has('room')).toBe(true);
  });

  it('keeps the counter while the hub is disconnected', () => {
    const offered = allowedOnPage({ isHead: false, room: { alerts: [], known: [] } }, false);
    expect(offered.has('change-counter') || offered.has('hand-over')).toBe(false);
  });
});
