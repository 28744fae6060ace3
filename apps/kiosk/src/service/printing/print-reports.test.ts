import type { PrintJobId } from '@motcua/domain';
import { describe, expect, it } from 'vitest';
import { createFakeHub } from '../link/fake-hub.ts';
import { SILENT_LOG } from '../kiosk-log.ts';
import { createPrintReports } from './print-reports.ts';

const slip = (n: number) => `print-${n}` as PrintJobId;

/** After so many turns of the microtask queue. */
async function later(turns: number, work: () => void): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  work();
}

describe('print reports', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'all reach the hub, also one queued %i turns after the last was answered',
    async (turns) => {
      const hub = createFakeHub();
      const reports = createPrintReports({
        hub,
        newId: () => crypto.randomUUID(),
        log: SILENT_LOG,
      });
      hub.answerWith = async (input) => {
        if (input.type === 'report-print' && input.printJobId === slip(1))
          void later(turns, () => reports.report(slip(2), { state: 'printed', proof: 'proved' }));
        return { ok: true, value: [] };
      };
      reports.report(slip(1), { state: 'printed', proof: 'proved' });
      await new Promise(setImmediate);
      expect(reports.pending()).toBe(0);
      expect(hub.sent.map(({ input }) => 'printJobId' in input && input.printJobId)).toEqual([
        slip(1),
        slip(2),
      ]);
      reports.close();
    },
  );
});
