import { connect, type Socket } from 'node:net';
import { STATUS_QUESTIONS, type StatusQuestion } from '../escpos/condition.ts';
import { createReplyReader, type PrinterReply } from '../escpos/replies.ts';
import { PrinterError } from '../printer.ts';

/** How long to wait for the printer to close its side after our own FIN. */
const FAREWELL_MS = 1000;

/** Replies other than to status queries. */
export type PrinterWord = Exclude<PrinterReply, { type: 'real-time' }>;

/** One TCP connection to a printer. After a method has thrown PrinterError it is unusable. */
export interface PrinterLink {
  readonly isAlive: () => boolean;
  readonly send: (bytes: Uint8Array) => void;
  /** The next reply of one of these types, null when there is none in time. */
  readonly next: <T extends PrinterWord['type']>(
    timeoutMs: number,
    ...types: readonly T[]
  ) => Promise<Extract<PrinterWord, { type: T }> | null>;
  /** Sends one real-time query, never two at once; null when it is not answered in time. */
  readonly ask: (question: StatusQuestion, timeoutMs: number) => Promise<number | null>;
  /** Discards unanswered queries: the next answer is to the next query. */
  readonly giveUpAsking: () => void;
  /**
   * Resolves when everything was sent and the printer has closed its side as well; false: not in time. A printer that
   * has not received everything is waited for until `longestMs`, because the unsent part cannot be printed.
   */
  readonly finish: (timeoutMs: number, longestMs: number) => Promise<boolean>;
  /** Closes with FIN, so that nothing the printer still reads is lost; resolves when both sides have closed. */
  readonly end: () => Promise<void>;
}

/**
 * Throws PrinterError: `busy` when the connection was refused, `connection-lost` when it was
 * accepted and closed at once, `cannot-connect` when the printer could not be reached.
 */
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
      reject(new PrinterError(faultOf(cause), { cause }));
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

function faultOf(cause: Error): 'busy' | 'connection-lost' | 'cannot-connect' {
  const code = 'code' in cause ? cause.code : null;
  if (code === 'ECONNREFUSED') return 'busy';
  return code === 'ECONNRESET' ? 'connection-lost' : 'cannot-connect';
}

function linkOver(socket: Socket): PrinterLink {
  const read = createReplyReader();
  const words: PrinterWord[] = [];
  /** Queries without an answer, in order: a slow printer answers late. */
  const open: StatusQuestion[] = [];
  const answers = new Map<StatusQuestion, number>();
  let lost: Error | null = null;
  let wake: (() => void) | null = null;

  const lose = (cause: Error) => {
    lost ??= cause;
    wake?.();
  };
  socket.on('data', (bytes) => {
    for (const byte of bytes) {
      const reply = read(byte);
      if (reply?.type === 'real-time') {
        // Bytes of a picture can look like a query, so an unexpected answer is ignored.
        const question = open.shift();
        if (question !== undefined) answers.set(question, reply.byte);
      } else if (reply !== null) words.push(reply);
    }
    wake?.();
  });
  socket.on('error', lose);
  socket.on('end', () => lose(new Error('The printer closed the connection')));
  const closed = new Promise<boolean>((resolve) => {
    socket.once('close', (hadError) => {
      lose(new Error('Closed'));
      resolve(!hadError);
    });
  });

  const somethingNew = (timeoutMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      wake = () => {
        clearTimeout(timer);
        wake = null;
        resolve();
      };
    });

  /** Waits until `take` returns a value. */
  async function find<T>(timeoutMs: number, take: () => T | undefined): Promise<T | null> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const found = take();
      if (found !== undefined) return found;
      if (lost !== null) throw new PrinterError('connection-lost', { cause: lost });
      const left = until - performance.now();
      if (left <= 0) return null;
      await somethingNew(left);
    }
  }

  return {
    isAlive: () => lost === null,
    send: (bytes) => void socket.write(bytes),
    next: <T extends PrinterWord['type']>(timeoutMs: number, ...types: readonly T[]) =>
      find(timeoutMs, () => {
        const isWanted = (word: PrinterWord): word is Extract<PrinterWord, { type: T }> =>
          types.some((type) => type === word.type);
        const word = words.find(isWanted);
        if (word !== undefined) words.splice(words.indexOf(word), 1);
        return word;
      }),
    ask(question, timeoutMs) {
      answers.delete(question);
      if (!open.includes(question)) {
        open.push(question);
        socket.write(Uint8Array.of(0x10, 0x04, question));
      }
      return find(timeoutMs, () => answers.get(question));
    },
    giveUpAsking: () => void open.splice(0),
    async finish(timeoutMs, longestMs) {
      if (lost !== null) throw new PrinterError('connection-lost', { cause: lost });
      let isOver = false;
      socket.end(() => {
        if (isOver) socket.destroy();
      });
      const timer = setTimeout(() => {
        isOver = true;
        if (socket.writableFinished) socket.destroy();
      }, timeoutMs);
      const last = setTimeout(() => socket.destroy(), Math.max(timeoutMs, longestMs));
      const isWhole = await closed;
      clearTimeout(timer);
      clearTimeout(last);
      if (isWhole && !socket.writableFinished) throw new PrinterError('no-answer');
      const error = socket.errored;
      if (error !== null) throw new PrinterError('connection-lost', { cause: error });
      return isWhole && socket.readableEnded && socket.writableFinished;
    },
    async end() {
      socket.end();
      const timer = setTimeout(() => socket.destroy(), FAREWELL_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** The answers to these queries, one after another: some printers answer only the first of several at once. */
export async function askAll(
  link: PrinterLink,
  questions: readonly StatusQuestion[],
  timeoutMs: number,
): Promise<ReadonlyMap<StatusQuestion, number> | null> {
  const answers = new Map<StatusQuestion, number>();
  for (const question of STATUS_QUESTIONS.filter((each) => questions.includes(each))) {
    const answer = await link.ask(question, timeoutMs);
    if (answer === null) return null;
    answers.set(question, answer);
  }
  return answers;
}
