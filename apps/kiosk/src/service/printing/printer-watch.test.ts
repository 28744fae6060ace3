import { refuse } from '@motcua/domain';
import type { PrinterProof, PrinterStatus } from '@motcua/printing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeHub } from '../link/fake-hub.ts';
import { createPrinterWatch } from './printer-watch.ts';

function aWatch() {
  const hub = createFakeHub();
  const printer = {
    status: 'ready' as PrinterStatus,
    proof: 'proved' as PrinterProof | null,
    asked: 0,
    busy: false,
  };
  let changes = 0;
  const watch = createPrinterWatch({
    askPrinter: async () => {
      printer.asked += 1;
      return printer.status;
    },
    proof: () => printer.proof,
    hub,
    isBusy: () => printer.busy,
    onChange: () => {
      changes += 1;
    },
    everyMs: 10_000,
  });
  const sent = () =>
    hub.sent.map(({ input }) =>
      input.type === 'report-condition' ? input.condition.printer : null,
    );
  return { hub, printer, watch, sent, changes: () => changes };
}

describe('The printer watch', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('reports the printer’s status only when it changes', async () => {
    const { printer, watch, sent, changes } = aWatch();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent()).toEqual(['ready']);
    printer.status = 'out-of-paper';
    await vi.advanceTimersByTimeAsync(30_000);
    expect(sent()).toEqual(['ready', 'out-of-paper']);
    expect(watch.status()).toBe('out-of-paper');
    expect(changes()).toBe(2);
    watch.close();
  });

  it('reports what proof of printing the printer can give, as soon as that is known', async () => {
    const { hub, printer, watch } = aWatch();
    printer.proof = null;
    await vi.advanceTimersByTimeAsync(1);
    printer.proof = 'accepted';
    await vi.advanceTimersByTimeAsync(10_000);
    const conditions = hub.sent.map(({ input }) => 'condition' in input && input.condition);
    expect(conditions).toEqual([
      { printer: 'ready', sound: null },
      { printer: 'ready', printProof: 'accepted', sound: null },
    ]);
    expect(watch.proof()).toBe('accepted');
    watch.close();
  });

  it('does not query the printer while it prints', async () => {
    const { printer, watch } = aWatch();
    await vi.advanceTimersByTimeAsync(1);
    printer.busy = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(printer.asked).toBe(1);
    watch.close();
  });

  it('learns from printing', async () => {
    const { watch, sent } = aWatch();
    await vi.advanceTimersByTimeAsync(1);
    watch.learn('near-end');
    expect(sent()).toEqual(['ready', 'near-end']);
    watch.close();
  });

  it('reports again after a reconnect, and when the hub did not acknowledge it', async () => {
    const { hub, watch, sent } = aWatch();
    await vi.advanceTimersByTimeAsync(1);
    hub.set({ connection: 'offline' });
    hub.set({ connection: 'live' });
    expect(sent()).toEqual(['ready', 'ready']);
    hub.answerWith = async () => refuse('hub-unavailable');
    watch.learn('near-end');
    await vi.advanceTimersByTimeAsync(1);
    hub.answerWith = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent()).toEqual(['ready', 'ready', 'near-end', 'ready']);
    watch.close();
  });
});
