import { describe, expect, it } from 'vitest';
import { aPrintJob, minutesAfterT0 } from './builders.ts';
import { afterPrintReport, afterResolution, PRINTER_FAULTS } from './print-job.ts';

const at = minutesAfterT0(1);

describe('a print job', () => {
  it('is printed when the kiosk says so', () => {
    expect(afterPrintReport(aPrintJob(), { state: 'printed' }, at)).toEqual(
      aPrintJob({ state: 'printed', settledAt: at }),
    );
  });

  it.each(PRINTER_FAULTS)('says that it failed by %s', (fault) => {
    expect(afterPrintReport(aPrintJob(), { state: 'failed', fault }, at)).toEqual(
      aPrintJob({ state: 'failed', settledAt: at, fault }),
    );
  });

  it.each(['printed', 'failed'] as const)('is settled once: %s stays', (state) => {
    const settled = aPrintJob({ state, settledAt: at });
    expect(afterPrintReport(settled, { state: 'printed' }, minutesAfterT0(2))).toBeNull();
    expect(
      afterPrintReport(settled, { state: 'failed', fault: 'offline' }, minutesAfterT0(2)),
    ).toBeNull();
  });

  it.each([
    [null, 'noted', true],
    [null, 'helped', true],
    ['noted', 'helped', true],
    ['helped', 'given-back', true],
    ['helped', 'noted', false],
    ['noted', 'given-back', false],
    ['given-back', 'helped', false],
  ] as const)('that failed goes from %s to %s: %s', (before, after, goes) => {
    const job = aPrintJob({ state: 'failed', fault: 'offline', resolution: before });
    expect(afterResolution(job, after)).toEqual(goes ? { ...job, resolution: after } : null);
  });
});
