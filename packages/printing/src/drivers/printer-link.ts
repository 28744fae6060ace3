import { connect, type Socket } from 'node:net';
import { statusFrom, STATUS_QUESTIONS } from '../escpos/condition.ts';
import { createReplyReader, type PrinterReply } from '../escpos/replies.ts';
import { PrinterError, type PrinterStatus } from '../printer.ts';

/** How long a printer that does not close its side is waited for after our own FIN. */
const FAREWELL_MS = 1000;

/** One TCP connection to a printer. Its methods throw PrinterError, after which it is of no more use. */
export interface PrinterLink {
  readonly isAlive: () => boolean;
  readonly send: (bytes: Uint8Array) => void;
  /** The next thing the printer says, null when it says nothing in time. */
  readonly hear: (timeoutMs: number) => Promise<PrinterReply | null>;
  /** Asks the real-time questions; null when they are not all answered in time. */
  readonly ask: (timeoutMs: number) => Promise<PrinterStatus | null>;
  /** Ends with FIN, so that nothing the printer still reads is lost; settles when both sides have closed. */
  readonly end: () => Promise<void>;
}

/** Throws PrinterError `cannot-connect`, or `connection-lost` when it was let in and thrown out at once. */
export function openPrinterLink(
  host: string,
  port: number,
  timeoutMs: number,
): Promise<PrinterLink> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    const fail = (cause: Error) => {
      clearTimeout(timer);
      socket.destroy();
      const thrownOut = 'code' in cause && cause.code === 'ECONNRESET';
      reject(new PrinterError(thrownOut ? 'connection-lost' : 'cannot-connect', { cause }));
    };
    const timer = setTimeout(() => fail(new Error('Timeout')), timeoutMs);
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(linkOver(socket));
    });
  });
}

function linkOver(socket: Socket): PrinterLink {
  const read = createReplyReader();
  const heard: PrinterReply[] = [];
  let lost: Error | null = null;
  let wake: (() => void) | null = null;

  const lose = (cause: Error) => {
    lost ??= cause;
    wake?.();
  };
  socket.on('data', (bytes) => {
    for (const byte of bytes) {
      const reply = read(byte);
      if (reply !== null) heard.push(reply);
    }
    wake?.();
  });
  socket.on('error', lose);
  socket.on('end', () => lose(new Error('The printer closed the connection')));
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      lose(new Error('Closed'));
      resolve();
    });
  });

  const nextWord = (timeoutMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      wake = () => {
        clearTimeout(timer);
        wake = null;
        resolve();
      };
    });

  /** The first reply of the kinds wanted; the others stay for who asks for them. */
  async function take(
    timeoutMs: number,
    wanted: (reply: PrinterReply) => boolean,
  ): Promise<PrinterReply | null> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const index = heard.findIndex(wanted);
      if (index >= 0) return heard.splice(index, 1)[0] ?? null;
      if (lost !== null) throw new PrinterError('connection-lost', { cause: lost });
      const left = until - performance.now();
      if (left <= 0) return null;
      await nextWord(left);
    }
  }

  return {
    isAlive: () => lost === null,
    send: (bytes) => void socket.write(bytes),
    hear: (timeoutMs) => take(timeoutMs, () => true),
    async ask(timeoutMs) {
      for (let at = heard.length - 1; at >= 0; at -= 1)
        if (heard[at]?.type === 'real-time') heard.splice(at, 1);
      socket.write(Uint8Array.from(STATUS_QUESTIONS.flatMap((question) => [0x10, 0x04, question])));
      const answers: number[] = [];
      while (answers.length < STATUS_QUESTIONS.length) {
        const reply = await take(timeoutMs, ({ type }) => type === 'real-time');
        if (reply?.type !== 'real-time') return null;
        answers.push(reply.byte);
      }
      return statusFrom(answers);
    },
    async end() {
      socket.end();
      const timer = setTimeout(() => socket.destroy(), FAREWELL_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}
