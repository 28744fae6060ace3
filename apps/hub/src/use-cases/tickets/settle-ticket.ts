import {
  coreOf,
  type DeviceId,
  type Instant,
  areNotesEmpty,
  newVisit,
  type NextStep,
  ok,
  opensOn,
  type PrintJob,
  type Refusal,
  refuse,
  type Result,
  settledBy,
  toStep,
  type Visit,
  type VisitAction,
  type VisitId,
  type VisitIn,
} from '@motcua/domain';
import type { CommandOf, Fact, PaperTicket } from '@motcua/protocol';
import type { LiveState } from '../../engine/live-state.ts';
import { freshLetters } from './lost-history.ts';
import { changed, type CommandContext, type UseCase } from '../use-case.ts';
import { type BelievedTicket, believedTicket, isAlreadySettled } from './ticket-ownership.ts';

/**
 * A kiosk reports a ticket that a visitor holds on paper, and the hub accepts it whatever has changed meanwhile:
 * opening hours, quotas and closed queues were the kiosk's to know. Reported again, it changes nothing. What cannot be
 * this kiosk's is refused for good, and the staff are informed once.
 */
export const settleTicket: UseCase<'settle-ticket'> = (context, command) => {
  const { state, today, identity } = context;
  const { ticket, resolution } = command;
  const { deviceId } = identity;
  if (deviceId === null) return refuse('role-not-allowed');
  const isLate = ticket.day < today;
  if (isAlreadySettled(context, ticket)) return ok([]);
  const believed = believedTicket(context, deviceId, ticket);
  if (!believed.ok) return refused(state, deviceId, ticket, believed.refusal);
  if (isLate && context.isGiven(ticket.day, ticket.number)) return ok([]);
  const steps = stepsOf(state, ticket, believed.value);
  if (!steps.ok) return steps;

  const withdrawn = command.instead === null ? [] : withdrawUnheard(context, command.instead);
  const visit = visitOf(context, ticket, believed.value, steps.value);
  const group = state.settings.priorityGroup(ticket.priorityGroupId ?? ('' as never));
  const care = { needs: ticket.needs, priorityGroupId: group?.id ?? null, note: '' };
  const { sharesLetters } = believed.value;
  const facts: Fact[] = [
    ...withdrawn,
    ...(sharesLetters && !state.numbersGiven.has(ticket.number)
      ? [freshLetters(context, state.historyLost?.since ?? today)]
      : []),
    {
      type: 'ticket-issued',
      visit: isLate && !rollsOver(state, visit) ? over(visit, command, context) : visit,
      printJob: printJobOf(context, visit, command),
      peopleAhead: null,
      promise: null,
      promised: false,
    },
  ];
  if (!isLate && !areNotesEmpty(care))
    facts.push({ type: 'care-changed', visitId: visit.id, care });
  if (isLate && rollsOver(state, visit)) facts.push(...changed(context, visit, rollOver(state)));
  else if (!isLate && resolution === 'given-back')
    facts.push(...changed(context, visit, { type: 'cancel', as: 'withdrawn' }));
  return ok(facts);
};

function rollOver({ settings, today }: LiveState): VisitAction {
  const opensAt = opensOn(settings.site.hours, today, settings.clock);
  return { type: 'roll-over', day: today, opensAt };
}

/** So many of one kiosk and day are recorded; a kiosk that reports more of them is malicious. */
const REFUSED_NOTED = 50;

/** Recorded where the staff see it, since a visitor may hold that number. */
function refused(
  { refusedTickets }: LiveState,
  kioskId: DeviceId,
  { number, day }: PaperTicket,
  { code, detail }: Refusal,
): Result<readonly Fact[]> {
  const own = refusedTickets.filter((each) => each.kioskId === kioskId);
  const isNoted = own.some((each) => each.number === number && each.day === day);
  return isNoted || own.length >= REFUSED_NOTED
    ? refuse(code, detail)
    : ok([{ type: 'ticket-refused', number, day, code }]);
}

/** The kiosk's order; a removed service is dropped, and when all are, one of the same queue stands in. */
function stepsOf(
  { settings }: LiveState,
  { serviceIds }: PaperTicket,
  { prefix }: BelievedTicket,
): Result<readonly [NextStep, ...NextStep[]]> {
  const known = [...new Set(serviceIds)].flatMap((id) => settings.service(id) ?? []);
  const { queues, services } = settings.all();
  const queue = queues.find(({ series }) => series.prefix === prefix);
  const instead = services.find(({ queueId }) => queueId === queue?.id) ?? services[0];
  const [first, ...next] = known.length > 0 || instead === undefined ? known : [instead];
  return first === undefined
    ? refuse('service-not-found', { serviceId: serviceIds[0] ?? '' })
    : ok([toStep(first), ...next.map(toStep)]);
}

function visitOf(
  context: CommandContext,
  ticket: PaperTicket,
  { notBefore, mayBeBooked }: BelievedTicket,
  [first, ...next]: readonly [NextStep, ...NextStep[]],
): VisitIn<'waiting'> {
  const { state, today } = context;
  const day = ticket.day < today ? ticket.day : today;
  return newVisit({
    ...first,
    id: ticket.visitId,
    day,
    ticket: {
      number: day < today ? ticket.number : distinctNumber(state, ticket.number),
      seq: state.numbersGiven.size + 1,
      language: ticket.language,
    },
    arrivedAt: arrivalOf(context, ticket, notBefore),
    priority: ticket.priorityGroupId === null ? 'normal' : 'priority',
    bookedFor: mayBeBooked ? ticket.bookedFor : null,
    reservedFor: null,
    next,
    party: ticket.party,
  });
}

/** Never in the future, nor before its day, nor before its kiosk was paired: a kiosk's clock may be wrong. */
function arrivalOf(
  { state, at }: CommandContext,
  { day, arrivedAt }: PaperTicket,
  notBefore: Instant,
): Instant {
  const { clock } = state.settings;
  const from = Math.max(clock.startOfDay(day), notBefore);
  const until = Math.min(at, clock.endOfDay(day) - 1);
  return Math.min(Math.max(arrivedAt, Math.min(from, until)), until) as Instant;
}

/** The number itself; with a letter behind it when another visit has it, for both hold a slip. */
function distinctNumber({ numbersGiven }: LiveState, number: string): string {
  const letters = ['', ...'BCDEGHKLMNPQRSTUVXY'];
  const letter = letters.find((each) => !numbersGiven.has(number + each));
  return letter === undefined ? `${number}Z${numbersGiven.size}` : number + letter;
}

/** Whether a visit of a day that is over goes on today, with a number that no other has. */
function rollsOver(state: LiveState, { ticket }: Visit): boolean {
  const { number } = ticket;
  return state.settings.site.dayEnd === 'roll-over' && !state.numbersGiven.has(number);
}

/** The visitor was not served on that day, or the number was given back. */
function over(
  visit: VisitIn<'waiting'>,
  { resolution }: CommandOf<'settle-ticket'>,
  { state }: CommandContext,
): VisitIn<'closed'> {
  const endOfDay = state.settings.clock.endOfDay(visit.day) - 1;
  const isBack = resolution === 'given-back';
  return {
    ...coreOf(visit),
    state: 'closed',
    closedAt: isBack ? visit.arrivedAt : (endOfDay as Instant),
    outcome: isBack ? 'withdrawn' : 'left',
  };
}

function printJobOf(
  { identity, at, today, newId }: CommandContext,
  visit: Visit,
  { ticket, print, resolution }: CommandOf<'settle-ticket'>,
): PrintJob | null {
  if (identity.deviceId === null) return null;
  return {
    // A slip of a day that is over cannot be reported on any more.
    id: ticket.day < today ? newId() : ticket.printJobId,
    visitId: visit.id,
    number: visit.ticket.number,
    kioskId: identity.deviceId,
    askedAt: visit.arrivedAt,
    ...(print === null ? { state: 'asked', proof: null, fault: null } : settledBy(print)),
    settledAt: print === null ? null : at,
    resolution: print?.state === 'failed' || resolution === 'given-back' ? resolution : null,
    copy: false,
  };
}

/** The hub gave a number that its kiosk never received, for a command whose visitor has another one on paper. */
function withdrawUnheard(context: CommandContext, id: VisitId): readonly Fact[] {
  const { state, identity, at } = context;
  const visit = state.visits.get(id);
  const job = [...state.printJobs.values()].find(({ visitId }) => visitId === id);
  if (visit === undefined || job?.kioskId !== identity.deviceId || job.state === 'printed')
    return [];
  const fate = settledBy({ state: 'failed', fault: 'fate-unknown' });
  const back = { ...fate, resolution: 'given-back' } as const;
  return [
    { type: 'print-job-changed', printJob: { ...job, ...back, settledAt: job.settledAt ?? at } },
    ...changed(context, visit, { type: 'cancel', as: 'withdrawn' }),
  ];
}
