import type { Command } from './escpos-commands.ts';
import { createPrintEngine, type PrintedPaper } from './print-engine.ts';
import { cannotPrint, paperStatus, type PrinterState } from './printer-state.ts';

export interface MechanismOptions {
  readonly widthDots: number;
  readonly state: () => PrinterState;
  /** The roll has become shorter by so many dots; `paper` in `state` may have become `out`. */
  readonly usePaper: (dots: number) => void;
  readonly answer: (byte: number) => void;
  readonly onPaper: (paper: PrintedPaper) => void;
  /** Called after every picture. */
  readonly onDrawn: () => void;
}

/** The printer's buffer and its processing: stops without paper, continues with it. */
export interface Mechanism {
  readonly take: (command: Command) => void;
  readonly clear: () => void;
  /** After the state changed. */
  readonly wake: () => void;
  /** Calls back when everything is printed, or printing cannot continue. */
  readonly finish: (then: () => void) => void;
  readonly tearOff: () => void;
  readonly stop: () => void;
}

/** About 80 mm a second. */
const SLOW_DOTS = 16;
const SLOW_INTERVAL_MS = 25;

export function createMechanism(options: MechanismOptions): Mechanism {
  const engine = createPrintEngine(options.widthDots);
  let queue: Command[] = [];
  let timer: NodeJS.Timeout | null = null;
  let finishing: (() => void) | null = null;
  let working = false;

  function work(): void {
    if (working || timer !== null) return;
    working = true;
    for (;;) {
      const state = options.state();
      if (cannotPrint(state)) break;
      const command = queue.shift();
      if (command === undefined) break;
      const slow = state.behaviour === 'slow' && command.type === 'raster';
      const most = Math.min(slow ? SLOW_DOTS : Infinity, state.paperLeftDots ?? Infinity);
      obey(command, most);
      if (slow && queue[0]?.type === 'raster') {
        timer = setTimeout(() => {
          timer = null;
          work();
        }, SLOW_INTERVAL_MS);
        break;
      }
    }
    working = false;
    settle();
  }

  function obey(command: Command, most: number): void {
    if (command.type === 'paper-status') {
      if (command.about === 1 || command.about === 0x31)
        options.answer(paperStatus(options.state()));
      if (command.about === 2 || command.about === 0x32) options.answer(0x00);
      engine.obey(command, most);
      return;
    }
    const { left, usedDots, cut } = engine.obey(command, most);
    if (left !== null) queue.unshift(left);
    if (cut !== null) options.onPaper(cut);
    if (usedDots > 0) options.usePaper(usedDots);
    if (command.type === 'raster') options.onDrawn();
  }

  function settle(): void {
    const idle = timer === null && (queue.length === 0 || cannotPrint(options.state()));
    if (!idle || finishing === null) return;
    const then = finishing;
    finishing = null;
    then();
  }

  const tearOff = () => {
    const torn = engine.tearOff(false);
    if (torn !== null) options.onPaper(torn);
  };

  return {
    take(command) {
      queue.push(command);
      work();
    },
    clear() {
      queue = [];
    },
    wake: work,
    finish(then) {
      finishing = then;
      settle();
    },
    tearOff,
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      queue = [];
    },
  };
}
