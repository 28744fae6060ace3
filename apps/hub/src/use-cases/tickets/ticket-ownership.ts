import {
  addDays,
  type DeviceId,
  type Instant,
  ok,
  ownerOf,
  refuse,
  type Result,
} from '@motcua/domain';
import type { PaperTicket } from '@motcua/protocol';
import type { CommandContext } from '../use-case.ts';

/** A later report belongs in no day's figures any more. */
export const DAYS_LATE = 7;

/** What is accepted of a ticket that a kiosk reports. */
export interface BelievedTicket {
  /** Of the queue that the number is of; null: that queue is gone. */
  readonly prefix: string | null;
  /** It cannot have been given earlier. */
  readonly notBefore: Instant;
  /** Another hub counts on under the same letter: one that was restored once more. */
  readonly sharesLetters: boolean;
  /** Bookings are checked in by the hub alone: no number that a kiosk gave by itself is one. */
  readonly mayBeBooked: boolean;
}

/**
 * Whether the ticket can be one of this kiosk's. Refuses with `number-unknown` what no series prints, `not-your-number`
 * what another kiosk or the hub counts, `ticket-too-old`, and `id-taken` where the ids are another visit's.
 */
export function believedTicket(
  context: CommandContext,
  kioskId: DeviceId,
  ticket: PaperTicket,
): Result<BelievedTicket> {
  const { state, today } = context;
  const { number, day } = ticket;
  if (day < addDays(today, -DAYS_LATE)) return refuse('ticket-too-old');
  const owner = ownerOf(number, state.settings.prefixes());
  if (owner === null) return refuse('number-unknown');
  if (areIdsTaken(context, ticket)) return refuse('id-taken');
  const { prefix } = owner;

  if (owner.of === 'kiosk') {
    const pairedAt = pairedWith(context, kioskId, owner.letters);
    const isOwn = pairedAt !== null && day >= state.settings.clock.localDate(pairedAt);
    return isOwn
      ? ok({ prefix, notBefore: pairedAt, sharesLetters: false, mayBeBooked: false })
      : refuse('not-your-number');
  }
  const { historyLost } = state;
  const isOfLostTime = historyLost !== null && day >= historyLost.since && day <= historyLost.day;
  const isHeld = owner.of === 'queue' && state.isInLegacyBlock(kioskId, day, number);
  if (!isOfLostTime && !isHeld) return refuse('not-your-number');
  const sharesLetters = owner.of === 'hub' && owner.letters === historyLost?.letters;
  return ok({ prefix, notBefore: 0 as Instant, sharesLetters, mayBeBooked: true });
}

/** When the kiosk with that letter was paired; one that was paired anew may report what it gave under its old name. */
function pairedWith({ state }: CommandContext, kioskId: DeviceId, letters: string): Instant | null {
  const own = state.devices.get(kioskId);
  if (own?.offlineLetter === letters) return own.pairedAt;
  const before = [...state.devices.values()].filter(
    ({ offlineLetter, revoked }) => revoked && offlineLetter === letters,
  );
  const isAnothers = [...state.devices.values()].some(
    ({ offlineLetter, revoked }) => !revoked && offlineLetter === letters,
  );
  if (before.length === 0 || isAnothers) return null;
  return Math.min(...before.map(({ pairedAt }) => pairedAt)) as Instant;
}

/** Ids name what is on paper: none may be that of another visit or slip, of whichever day. */
function areIdsTaken({ state, visitsWith }: CommandContext, ticket: PaperTicket): boolean {
  return state.printJobs.has(ticket.printJobId) || visitsWith(ticket.visitId).length > 0;
}

/** Whether the hub knows that very ticket; one whose number was taken got a letter behind it. */
export function isAlreadySettled(
  { today, visitsWith }: CommandContext,
  ticket: PaperTicket,
): boolean {
  return visitsWith(ticket.visitId).some(
    ({ day, number }) => number.startsWith(ticket.number) && (day === ticket.day || day === today),
  );
}
