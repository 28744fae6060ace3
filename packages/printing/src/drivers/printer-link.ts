import { connect, type Socket } from 'node:net';
import { STATUS_QUESTIONS, type StatusQuestion } from '../escpos/condition.ts';
import { createReplyReader, type PrinterReply } from '../escpos/replies.ts';
import { PrinterError } from '../printer.ts';

/** How long a printer that does not close its side is waited for after our own FIN. */
const FAREWELL_MS = 1000;

/** What is no answer to a status question. */
export type PrinterWord = Exclude<PrinterReply, { type: 'real-time' }>;

/** One TCP connection to a printer. Its methods throw PrinterError, after which it is of no more use. */
export interface PrinterLink {
  readonly isAlive: () => boolean;
  readonly send: (bytes: Uint8Array) => void;
  /** The next of those words that the printer says, null when it says none in time. */
  readonly hear: <T extends PrinterWord['type']>(
    timeoutMs: number,
    ...types: readonly T[]
  ) => Promise<Extract<PrinterWord, { type: T }> | null>;
  /** Asks one real-time question, never two at once; null when it is not answered in time. */
  readonly ask: (question: StatusQuestion, timeoutMs: number) => Promise<number | null>;
  /** What was not answered will not be: the next answer is to the next question. */
  readonly giveUpAsking: () => void;
  /**
   * Ends when all was sent and the printer has closed its side as well; false: it did not in time. One that has not even
   * taken everything is waited for until `longestMs`: what it was not given cannot come out.
   */
  readonly finish: (timeoutMs: number, longestMs: number) => Promise<boolean>;
  /** Ends with FIN, so that nothing the printer still reads is lost; settles when both sides have closed. */
  readonly end: () => Promise<void>;
}

/**
 * Throws PrinterError: `busy` when the connection was refused, `connection-lost` when it was let in and thrown out at
 * once, `cannot-connect` when nobody was there.
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
  /** Asked and not answered yet, in that order: a slow printer answers late. */
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
        // Dots of a picture can look like a question, so an answer nobody waits for means nothing.
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

  /** What `take` finds, as soon as it finds something. */
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
    hear: <T extends PrinterWord['type']>(timeoutMs: number, ...types: readonly T[]) =>
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

/** The answers to those questions, one after another: some printers answer only the first of several at once. */
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
