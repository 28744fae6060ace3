import { z } from 'zod';

/** What can be made to go wrong. */
export const printerStateSchema = z.strictObject({
  paper: z.enum(['ok', 'near-end', 'out']),
  /** The roll ends after so many more dots, even in the middle of a slip; null: not soon. */
  paperLeftDots: z.int().min(0).max(1_000_000).nullable(),
  cover: z.enum(['closed', 'open']),
  /**
   * `silent`: takes everything and never answers · `reset`: breaks every connection off ·
   * `close`: hangs up in the middle of a slip · `slow`: prints slower than it is sent.
   */
  behaviour: z.enum(['ok', 'silent', 'reset', 'close', 'slow']),
  /**
   * What it answers, while it prints whatever it gets. `first-of-burst`: of questions that arrive together the first
   * alone · `no-done`: not `GS r` · `automatic`: only the status that `GS a` switches on · `none`: nothing at all.
   */
  answers: z.enum(['all', 'first-of-burst', 'no-done', 'automatic', 'none']),
  /** How fast it takes what is sent, questions too; null: at once. */
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

/** The state after a change; a new roll or an empty one forgets how much was left. */
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

/** The four bytes of a status nobody asked for. */
export function unaskedStatus(state: PrinterState): Uint8Array {
  const first = 0x10 | (cannotPrint(state) ? 0x08 : 0) | (state.cover === 'open' ? 0x20 : 0);
  return Uint8Array.of(first, 0, paperStatus(state), 0x0f);
}
