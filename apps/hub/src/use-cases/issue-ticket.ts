import {
  isEmptyCare,
  newVisit,
  type NextStep,
  numbersEnded,
  offlineSeries,
  ok,
  type PrintJob,
  type PrintJobId,
  type Queue,
  queueWithoutPlace,
  refuse,
  type RefusalCode,
  type Result,
  type Service,
  type ServiceId,
  sensibleNext,
  type VisitId,
  type VisitIn,
} from '@motcua/domain';
import type { CommandOf, Fact } from '@motcua/protocol';
import type { LiveState } from '../engine/live-state.ts';
import { stepsAhead } from './steps-ahead.ts';
import type { CommandContext, UseCase } from './use-case.ts';

/** Marks a ticket for practice; no queue's prefix has it. */
const TRAINING_MARK = '#';

/** A visitor touched services at a kiosk, or staff did it for them: a number, a place in line, a slip to be printed. */
export const issueTicket: UseCase<'issue-ticket'> = (context, command) => {
  const { state, identity } = context;
  const kiosk = identity.deviceId === null ? undefined : state.devices.get(identity.deviceId);
  const training = command.training || kiosk?.training === true;
  if (kiosk?.locked === true) return refuse('kiosk-locked');
  const steps = stepsOf(state, command.serviceIds);
  if (!steps.ok) return steps;
  const first = sensibleNext({ next: steps.value }, stepsAhead(context, null, command.party));
  if (first === null) return refuse('service-not-found');

  // Staff may make an exception, and then say why; practice needs no exception.
  const excused = identity.personId !== null && (command.reason ?? '') !== '';
  const no = training || excused ? null : whyNoNumbers(context, steps.value);
  if (no !== null) return refuse(no);
  return ticketFacts(context, {
    ...command,
    training,
    steps: steps.value,
    first,
    bookedFor: null,
  });
};

interface Wanted extends Pick<
  CommandOf<'issue-ticket'>,
  'language' | 'priorityGroupId' | 'needs' | 'party' | 'training'
> {
  readonly steps: readonly NextStep[];
  readonly first: NextStep;
  readonly bookedFor: VisitIn<'waiting'>['bookedFor'];
}

/** The facts of a ticket that may be given. Refuses with `numbers-used-up`, and groups that are not offered. */
export function ticketFacts(context: CommandContext, wanted: Wanted): Result<readonly Fact[]> {
  const { state, at, today, newId } = context;
  const { first, steps, training, priorityGroupId } = wanted;
  if (priorityGroupId !== null && state.settings.priorityGroup(priorityGroupId)?.active !== true)
    return refuse('setting-not-found', { kind: 'priority-group', id: priorityGroupId });
  const queue = state.settings.queue(first.queueId);
  if (queue === null) return refuse('queue-not-found', { queueId: first.queueId });
  const numbered = freeNumber(state, queue, training);
  if (!numbered.ok) return numbered;

  const { serviceId, queueId, quick } = first;
  const visit = newVisit({
    id: newId<VisitId>(),
    day: today,
    ticket: {
      number: numbered.value,
      seq: state.numbersGiven.size + 1,
      language: wanted.language,
    },
    serviceId,
    queueId,
    quick,
    arrivedAt: at,
    priority: priorityGroupId === null ? 'normal' : 'priority',
    bookedFor: wanted.bookedFor,
    next: steps.filter((step) => step !== first),
    party: wanted.party,
    training,
  });
  const promise = training ? null : context.estimates.promise(visit);
  const care = { needs: wanted.needs, priorityGroupId, note: '' };
  return ok([
    {
      type: 'ticket-issued',
      visit,
      printJob: printJobOf(context, visit),
      peopleAhead: state.room.peopleAhead(visit, at, state.settings.site.rule),
      promise,
      promised: promise !== null && context.estimates.mayShow(),
    },
    ...(isEmptyCare(care) ? [] : [{ type: 'care-changed', visitId: visit.id, care } as const]),
  ]);
}

/** The services as steps, in the order chosen, each once. */
export function stepsOf(
  { settings }: LiveState,
  serviceIds: readonly ServiceId[],
): Result<readonly NextStep[]> {
  const steps: NextStep[] = [];
  for (const serviceId of new Set(serviceIds)) {
    const service = settings.service(serviceId);
    if (service === null || !service.active) return refuse('service-not-found', { serviceId });
    if (settings.queue(service.queueId)?.active !== true)
      return refuse('queue-closed', { queueId: service.queueId });
    steps.push(toStep(service));
  }
  return ok(steps);
}

export function toStep({ id, queueId, quick }: Service): NextStep {
  return { serviceId: id, queueId, quick, reservedFor: null };
}

function whyNoNumbers(
  { state, at }: CommandContext,
  steps: readonly NextStep[],
): RefusalCode | null {
  const { settings } = state;
  const opening = settings.openingAt(at);
  if (!opening.open) return 'outside-opening-hours';
  if (numbersEnded(opening, settings.site.lastTicketMinutes, at)) return 'numbers-ended';
  return queueWithoutPlace(steps, (id) => state.left(id)) === null ? null : 'quota-reached';
}

function printJobOf(
  { identity, at, newId }: CommandContext,
  visit: VisitIn<'waiting'>,
): PrintJob | null {
  if (identity.deviceId === null || identity.deviceRole !== 'kiosk') return null;
  return {
    id: newId<PrintJobId>(),
    visitId: visit.id,
    number: visit.ticket.number,
    kioskId: identity.deviceId,
    askedAt: at,
    state: 'asked',
    settledAt: null,
    proof: null,
    fault: null,
    resolution: null,
    copy: false,
  };
}

/** The next number that nobody has today; with a letter where the hub does not know all that were given. */
function freeNumber(
  { numbersGiven, historyLost }: LiveState,
  { series }: Queue,
  training: boolean,
): Result<string> {
  const { prefix } = series;
  if (training) return numbersGiven.next({ ...series, prefix: TRAINING_MARK + prefix });
  const letters = historyLost?.letters ?? null;
  return numbersGiven.next(letters === null ? series : offlineSeries(prefix, letters));
}
