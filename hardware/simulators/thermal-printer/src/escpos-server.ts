import type { Server, Socket } from 'node:net';
import { createCommandReader, type Command } from './escpos-commands.ts';
import { createMechanism } from './mechanism.ts';
import type { PrintedPaper } from './print-engine.ts';
import {
  changedState,
  HEALTHY,
  type PrinterState,
  type PrinterStateChange,
  realTimeStatus,
  unaskedStatus,
} from './printer-state.ts';
import { serveInTurn } from './serve-in-turn.ts';
import { createSlowLine } from './slow-line.ts';

export interface EscposServer {
  readonly server: Server;
  readonly state: () => PrinterState;
  readonly setState: (change: PrinterStateChange) => void;
  readonly openConnections: () => number;
  readonly close: () => Promise<void>;
}

export interface EscposServerOptions {
  readonly widthDots: number;
  readonly onPaper: (paper: PrintedPaper) => void;
  readonly onState: (state: PrinterState) => void;
}

/** An idle connection is closed after this time, so that others get their turn. */
const IDLE_MS = 60_000;

/** The network side of the printer. Like cheap real ones it serves one connection at a time. */
export function createEscposServer(options: EscposServerOptions): EscposServer {
  let state = HEALTHY;
  let active: Socket | null = null;
  let tellsByItself = false;

  const answer = (bytes: Uint8Array) => {
    if (active !== null && active.writable && state.behaviour !== 'silent') active.write(bytes);
  };
  const knows = (...kinds: readonly PrinterState['answers'][]) => kinds.includes(state.answers);

  const mechanism = createMechanism({
    widthDots: options.widthDots,
    state: () => state,
    usePaper(dots) {
      if (state.paperLeftDots === null) return;
      setState({ paperLeftDots: Math.max(0, state.paperLeftDots - dots) });
    },
    answer(byte) {
      if (knows('all', 'first-of-burst')) answer(Uint8Array.of(byte));
    },
    onPaper: options.onPaper,
    onDrawn() {
      if (state.behaviour === 'close') hangUp();
    },
  });

  function setState(change: PrinterStateChange): void {
    const before = state;
    state = changedState(state, change);
    if (before.paper !== 'out' && state.paper === 'out') mechanism.tearOff();
    if (state.behaviour === 'reset') for (const socket of queue.open) socket.resetAndDestroy();
    if (tellsByItself && !knows('none')) answer(unaskedStatus(state));
    options.onState(state);
    mechanism.wake();
  }

  /** Disconnects in the middle of a job: clears the buffer and tears off the paper. */
  function hangUp(): void {
    mechanism.clear();
    active?.end();
  }

  function obey(command: Command, isFirst: boolean): void {
    switch (command.type) {
      case 'real-time-status': {
        const byte = realTimeStatus(state, command.about);
        const isAnswered = knows('all', 'no-done') || (knows('first-of-burst') && isFirst);
        if (byte !== null && isAnswered) answer(Uint8Array.of(byte));
        break;
      }
      case 'real-time-clear':
        mechanism.clear();
        mechanism.tearOff();
        break;
      case 'automatic-status':
        tellsByItself = command.on;
        if (command.on && !knows('none')) answer(unaskedStatus(state));
        break;
      default:
        mechanism.take(command);
    }
  }

  function serve(socket: Socket, done: () => void): void {
    active = socket;
    tellsByItself = false;
    const read = createCommandReader();
    const line = createSlowLine(
      () => state.bytesPerSecond,
      (bytes) => {
        for (const [place, command] of read(bytes).entries())
          if (!socket.writableEnded) obey(command, place === 0);
      },
    );
    socket.setTimeout(IDLE_MS, () => socket.end());
    socket.on('data', (chunk) => {
      if (state.behaviour !== 'silent') line.take(chunk);
    });
    // The sender has closed its side; pending answers are still sent.
    socket.on('end', () => line.finish(() => mechanism.finish(() => socket.end())));
    socket.once('close', () => {
      line.stop();
      mechanism.finish(() => {
        mechanism.tearOff();
        active = null;
        done();
      });
    });
    socket.resume();
  }

  const queue = serveInTurn({
    refusesOthers: () => state.second === 'refused',
    resets: (isSecond) => state.behaviour === 'reset' || (isSecond && state.second === 'reset'),
    serve,
  });

  return {
    server: queue.server,
    state: () => state,
    setState,
    openConnections: () => queue.open.size,
    close() {
      mechanism.stop();
      return queue.close();
    },
  };
}
