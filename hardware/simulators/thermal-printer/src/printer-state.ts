import { z } from 'zod';

/** The faults that can be simulated. */
export const printerStateSchema = z.strictObject({
  paper: z.enum(['ok', 'near-end', 'out']),
  /** The roll ends after so many more dots, even in the middle of a slip; null: not soon. */
  paperLeftDots: z.int().min(0).max(1_000_000).nullable(),
  cover: z.enum(['closed', 'open']),
  /**
   * `silent`: receives everything and never answers · `reset`: resets every connection · `close`:
   * disconnects in the middle of a slip · `slow`: prints slower than it is sent.
   */
  behaviour: z.enum(['ok', 'silent', 'reset', 'close', 'slow']),
  /**
   * Which queries it answers while it prints everything. `first-of-burst`: only the first of queries that arrive
   * together · `no-done`: not `GS r` · `automatic`: only the status enabled by `GS a` · `none`: nothing at all.
   */
  answers: z.enum(['all', 'first-of-burst', 'no-done', 'automatic', 'none']),
  /** How fast it receives bytes, queries too; null: at once. */
  bytesPerSecond: z.int().min(100).max(1_000_000).nullable(),
  /** What happens to a second connection while it has one. */
  second: z.enum(['waits', 'refused', 'reset']),
});

export type PrinterState = Readonly<z.infer<typeof printerStateSchema>>;

export const printerStateChangeSchema = printerStateSchema.partial();
export type PrinterStateChange = Readonly<z.infer<typeof printerStateChangeSchema>>;

export const HEALTHY: PrinterState = {
  paper: 'ok',
  paperLeftDots: null,
  cover: 'closed',
  behaviour: 'ok',
  answers: 'all',
  bytesPerSecond: null,
  second: 'waits',
};

/** The state after a change; a new or an empty roll resets how much was left. */
export function changedState(state: PrinterState, change: PrinterStateChange): PrinterState {
  const left = change.paper === undefined ? state.paperLeftDots : null;
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  const next = printerStateSchema.parse({
    ...state,
    paperLeftDots: left,
    ...Object.fromEntries(said),
  });
  return next.paperLeftDots === 0 ? { ...next, paper: 'out', paperLeftDots: null } : next;
}

export const cannotPrint = ({ paper, cover }: PrinterState) => paper === 'out' || cover === 'open';

/** The answer to `DLE EOT n`. */
export function realTimeStatus(state: PrinterState, about: number): number | null {
  const fixed = 0x12;
  const out = state.paper === 'out';
  const open = state.cover === 'open';
  switch (about) {
    case 1:
      return fixed | (cannotPrint(state) ? 0x08 : 0);
    case 2:
      return fixed | (open ? 0x04 : 0) | (out ? 0x20 : 0);
    case 3:
      return fixed;
    case 4:
      return fixed | (state.paper === 'ok' ? 0 : 0x0c) | (out ? 0x60 : 0);
    default:
      return null;
  }
}

/** The answer to `GS r 1`. */
export function paperStatus({ paper }: PrinterState): number {
  return paper === 'ok' ? 0x00 : paper === 'near-end' ? 0x03 : 0x0f;
}

/** The four bytes of an automatic status. */
export function unaskedStatus(state: PrinterState): Uint8Array {
  const first = 0x10 | (cannotPrint(state) ? 0x08 : 0) | (state.cover === 'open' ? 0x20 : 0);
  return Uint8Array.of(first, 0, paperStatus(state), 0x0f);
}
