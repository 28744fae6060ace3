import { expect, it } from 'vitest';
import { isUrgent } from './answer-order.ts';

const KIOSK = { deviceRole: 'kiosk' } as const;
const ISSUED = { type: 'ticket-issued' } as const;
const CALL = { type: 'announcement-changed' } as const;

it('answers a visitor at a kiosk before the room gets the number', () => {
  expect(isUrgent({ type: 'issue-ticket' }, KIOSK, [ISSUED])).toBe(true);
});

it('sends a call to the room first, also when a number was given with it', () => {
  expect(isUrgent({ type: 'issue-ticket' }, KIOSK, [ISSUED, CALL])).toBe(false);
});

it('answers staff, and other requests of a kiosk, after the changes', () => {
  expect(isUrgent({ type: 'issue-ticket' }, { deviceRole: null }, [ISSUED])).toBe(false);
  expect(isUrgent({ type: 'report-print' }, KIOSK, [])).toBe(false);
});
