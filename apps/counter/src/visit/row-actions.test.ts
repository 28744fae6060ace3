import { aClosedVisit, aParkedVisit, aWaitingVisit } from '@motcua/domain/builders';
import { type DeviceId, REFUSAL_CODES, type Visit } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { aMirror, minutesAgo, NOW } from '../page/example-room.ts';
import { isAsked, isOverruledByReason, plainAction, rowActions } from './row-actions.ts';
import { toRow } from './visit-row.ts';

const COUNTER = 'counter-2' as never;
const row = toRow(aMirror(), { counterId: COUNTER, isHead: false }, NOW);

describe('the menu of a line', () => {
  it('offers a waiting visit nothing that only visitors or the night do', () => {
    const offered = rowActions(row(aWaitingVisit()), true);
    expect(offered).toEqual([
      'call',
      'transfer',
      'reserve',
      'postpone',
      'add-service',
      'set-priority',
      'set-party',
      'care',
      'cancel',
    ]);
  });

  it('opens a parked visit for all, once', () => {
    expect(rowActions(row(aParkedVisit()), true)).toContain('park-shared');
    expect(rowActions(row(aParkedVisit({ shared: true })), true)).not.toContain('park-shared');
    expect(rowActions(row(aParkedVisit()), true)).not.toContain('park');
  });

  it('offers only what is asked first or can be sent at once', () => {
    for (const visit of [aWaitingVisit(), aParkedVisit(), aClosedVisit({ outcome: 'left' })])
      for (const type of rowActions(row(visit), true))
        expect(isAsked(type) || plainAction(type) !== null, type).toBe(true);
  });
});

describe('a reason', () => {
  it('is needed out of turn, and after the grace time of a missed call', () => {
    const missed = (minutes: number) =>
      row(aClosedVisit({ outcome: 'no-show', closedAt: minutesAgo(minutes) }));
    expect(row(aWaitingVisit()).reasonFor).toEqual(['call', 'cancel', 'set-priority']);
    expect(row(aParkedVisit()).reasonFor).not.toContain('call');
    expect(missed(5).reasonFor).toEqual([]);
    expect(missed(31).reasonFor).toEqual(['reinstate']);
  });

  it('overrules what the hub refuses without one, or because the numbers for today are used up', () => {
    const overruled = REFUSAL_CODES.filter((code) => isOverruledByReason({ code, detail: {} }));
    expect(overruled).toEqual(['quota-reached', 'reason-needed']);
  });
});

describe('from the floor', () => {
  const fromFloor = (visit: Visit, isHead: boolean) =>
    toRow(aMirror(), { counterId: null, isHead }, NOW)(visit).actions;

  it('offers no call, and what a counter holds only to a head', () => {
    expect(fromFloor(aWaitingVisit(), false)).toContain('transfer');
    expect(fromFloor(aWaitingVisit(), true)).not.toContain('call');
    expect(fromFloor(aParkedVisit(), false)).toEqual([]);
    expect(fromFloor(aParkedVisit(), true)).toContain('send-back');
  });
});

describe('a slip', () => {
  const kiosk = (printer: 'ready' | 'out-of-paper' | null) => ({
    ...({ id: 'kiosk-1' as DeviceId, name: 'Kiosk', role: 'kiosk', revoked: false } as const),
    ...{ pairedAt: NOW, locked: false, training: false, condition: { printer, sound: null } },
  });
  const offered = (printer: 'ready' | 'out-of-paper' | null, visit: Visit = aWaitingVisit()) => {
    const devices = new Map([['kiosk-1' as DeviceId, kiosk(printer)]]);
    const floor = toRow(aMirror({ devices }), { counterId: null, isHead: false }, NOW)(visit);
    return rowActions(floor, false).includes('print-again');
  };

  it('can be printed again by staff on the floor, where a kiosk can print', () => {
    expect([offered('ready'), offered('out-of-paper'), offered(null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(offered('ready', aClosedVisit())).toBe(false);
  });
});
