import { setTimeout as pause } from 'node:timers/promises';
import { canPrint } from '@motcua/domain';
import type { PrintTime } from '../print-time.ts';
import { PrinterError, type PrinterStatus, type PrintOutcome } from '../printer.ts';
import type { PrinterAnswers } from './printer-answers.ts';
import { ARE_YOU_DONE, askStatus } from './printer-answers.ts';
import type { Contact } from './printer-contact.ts';
import type { PrinterLink } from './printer-link.ts';

/** `DLE DC4 8`: forget what is still in the buffer, else half a slip comes out after the paper is changed. */
const FORGET_THE_JOB = Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);
/** Feeding and cutting take a third of what warming up may add to it. */
const MECHANICS_SHARE = 3;

export interface Delivery {
  /** Warming up, feeding and cutting, beside the time for the bytes. */
  readonly mechanicsMs: number;
  /** So often a printer that has not finished is asked what holds it up. */
  readonly askEveryMs: number;
  readonly time: PrintTime;
}

/** Sends a job once and waits for as much as the printer can say of it; throws a `PrinterError` when it did not come out. */
export function createDelivery({
  mechanicsMs,
  askEveryMs,
  time,
}: Delivery): (contact: Contact, job: Uint8Array) => Promise<PrintOutcome> {
  /** Waits for the word that the job is done. */
  async function untilDone({ link, status, answers }: Contact, job: Uint8Array) {
    const startedAt = performance.now();
    const until = startedAt + time.longestMs(job.length);
    link.send(Buffer.concat([job, ARE_YOU_DONE]));
    for (;;) {
      const word = await link.next(askEveryMs, 'paper');
      if (word !== null) {
        if (word.out) throw new PrinterError('out-of-paper');
        time.learn(job.length, performance.now() - startedAt);
        return proved(word.nearEnd || status === 'near-end');
      }
      if (answers.questions.length > 0 || answers.automatic) await throwFault(link, answers);
      throwWhenLate(link, until);
    }
  }

  /** It cannot say when it is done: it answers again after all that was sent, and has had the time it needs. */
  async function untilQuiet({ link, answers, status }: Contact, job: Uint8Array) {
    const startedAt = performance.now();
    const until = startedAt + time.longestMs(job.length);
    const enough = startedAt + time.expectedMs(job.length) + mechanicsMs / MECHANICS_SHARE;
    for (;;) {
      const now = await throwFault(link, answers);
      if (now !== null && performance.now() >= enough)
        return accepted(now === 'near-end' ? now : status);
      throwWhenLate(link, until);
      await pause(askEveryMs);
    }
  }

  /** It says nothing at all: that it takes everything and hangs up in its turn is all there is to know. */
  async function untilTaken({ link, status }: Contact, job: Uint8Array) {
    const longestMs = time.longestMs(job.length);
    const quietMs = time.expectedMs(job.length) + mechanicsMs / MECHANICS_SHARE;
    await link.finish(Math.min(longestMs, quietMs), longestMs);
    return accepted(status);
  }

  /** Throws what holds the printer up, when it says the same twice; else how it is, null: it said nothing. */
  async function throwFault(
    link: PrinterLink,
    answers: PrinterAnswers,
  ): Promise<PrinterStatus | null> {
    const status = await askStatus(link, answers, askEveryMs);
    if (status === null || canPrint(status)) return status;
    if ((await askStatus(link, answers, askEveryMs)) !== status) return null;
    link.send(FORGET_THE_JOB);
    throw new PrinterError(status);
  }

  function throwWhenLate(link: PrinterLink, until: number): void {
    if (performance.now() < until) return;
    link.send(FORGET_THE_JOB);
    throw new PrinterError('no-answer');
  }

  return (contact, job) => {
    const { link, answers } = contact;
    if (answers.done === true) return untilDone(contact, job);
    link.send(job);
    return answers.questions.length > 0 || answers.automatic
      ? untilQuiet(contact, job)
      : untilTaken(contact, job);
  };
}

const proved = (isNearEnd: boolean): PrintOutcome => ({
  status: isNearEnd ? 'near-end' : 'ready',
  proof: 'proved',
});

const accepted = (status: PrinterStatus): PrintOutcome => ({ status, proof: 'accepted' });
