import { describe, expect, it } from 'vitest';
import { aPrintJob, minutesAfterT0, T0 } from '../builders.ts';
import type { Instant } from '../ids.ts';
import {
  afterPrintReport,
  afterResolution,
  GIVE_BACK_MS,
  isInHand,
  mayBeGivenBack,
  PRINT_PROOFS,
  PRINT_RESOLUTIONS,
  PRINTER_FAULTS,
} from './print-job.ts';

const at = minutesAfterT0(1);

describe('a print job', () => {
  it.each(PRINT_PROOFS)('is printed when the kiosk says so, and how sure that is: %s', (proof) => {
    const job = afterPrintReport(aPrintJob(), { state: 'printed', proof }, at);
    expect(job).toEqual(aPrintJob({ state: 'printed', settledAt: at, proof }));
    expect(isInHand(aPrintJob({ proof }))).toBe(proof !== 'accepted');
  });

  it('that the printer merely accepted becomes what its visitor says', () => {
    const accepted = aPrintJob({ state: 'printed', settledAt: at, proof: 'accepted' });
    const later = minutesAfterT0(2);
    expect(afterPrintReport(accepted, { state: 'printed', proof: 'asked' }, later)).toEqual({
      ...{ ...accepted, proof: 'asked', settledAt: later },
    });
    expect(afterPrintReport(accepted, { state: 'failed', fault: 'not-delivered' }, later)).toEqual({
      ...{ ...accepted, state: 'failed', proof: null, fault: 'not-delivered', settledAt: later },
    });
    for (const report of [
      { state: 'printed', proof: 'accepted' },
      { state: 'printed', proof: 'proved' },
      { state: 'failed', fault: 'fate-unknown' },
    ] as const)
      expect(afterPrintReport(accepted, report, later), JSON.stringify(report)).toBeNull();
  });

  it.each(PRINTER_FAULTS)('says that it failed by %s', (fault) => {
    expect(afterPrintReport(aPrintJob(), { state: 'failed', fault }, at)).toEqual(
      aPrintJob({ state: 'failed', settledAt: at, fault }),
    );
  });

  it.each([
    { state: 'printed', proof: 'proved' },
    { state: 'printed', proof: 'asked' },
    { state: 'failed', fault: 'not-delivered' },
  ] as const)('is settled once: %j stays', (known) => {
    const settled = aPrintJob({ ...known, settledAt: at });
    for (const report of [
      { state: 'printed', proof: 'asked' },
      { state: 'failed', fault: 'offline' },
      { state: 'failed', fault: 'not-delivered' },
    ] as const)
      expect(afterPrintReport(settled, report, minutesAfterT0(2))).toBeNull();
  });

  it.each([
    [null, 'noted', true],
    [null, 'helped', true],
    ['noted', 'helped', true],
    ['helped', 'given-back', true],
    ['helped', 'noted', false],
    ['noted', 'given-back', true],
    ['noted', 'reprinted', true],
    ['left', 'reprinted', true],
    ['helped', 'reprinted', true],
    ['reprinted', 'given-back', true],
    ['reprinted', 'noted', false],
    ['given-back', 'helped', false],
  ] as const)('that failed goes from %s to %s: %s', (before, after, goes) => {
    const job = aPrintJob({ state: 'failed', fault: 'offline', resolution: before });
    expect(afterResolution(job, after)).toEqual(goes ? { ...job, resolution: after } : null);
  });

  it.each(['asked', 'printed'] as const)('that is %s can only be given back', (state) => {
    const job = aPrintJob({ state });
    for (const resolution of PRINT_RESOLUTIONS)
      expect(afterResolution(job, resolution) !== null, resolution).toBe(
        resolution === 'given-back',
      );
  });

  it('is given back by a visitor who still stands there; without paper, at any time', () => {
    const soon = (T0 + GIVE_BACK_MS - 1) as Instant;
    const late = (T0 + GIVE_BACK_MS) as Instant;
    const printed = aPrintJob({ state: 'printed', proof: 'proved', askedAt: T0 });
    expect([mayBeGivenBack(printed, soon), mayBeGivenBack(printed, late)]).toEqual([true, false]);
    expect(mayBeGivenBack({ ...printed, state: 'failed' }, late)).toBe(true);
  });
});
