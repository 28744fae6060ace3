import {
  type AdmissionContext,
  admitTicket,
  bindingLimits,
  areNotesEmpty,
  newPrintJob,
  newVisit,
  type NextStep,
  offlineSeries,
  ok,
  promisedUntil,
  type PrintJob,
  type PrintJobId,
  type Queue,
  refuse,
  type Result,
  sensibleNext,
  toStep,
  type VisitId,
  type VisitIn,
} from '@motcua/domain';
import type { CommandOf, Fact } from '@motcua/protocol';
import type { LiveState } from '../../engine/live-state.ts';
import { stepsAhead } from '../visits/steps-ahead.ts';
import type { CommandContext, UseCase } from '../use-case.ts';

/** Marks a ticket for practice; no queue's prefix has it. */
const TRAINING_MARK = '#';

/** A visitor touched services at a kiosk, or staff did it for them: a number, a place in line, a slip to be printed. */
export const issueTicket: UseCase<'issue-ticket'> = (context, command) => {
  const { state, identity } = context;
  const kiosk = identity.deviceId === null ? undefined : state.devices.get(identity.deviceId);
  const training = command.training || kiosk?.training === true;
  const by = identity.personId === null ? 'visitor' : 'staff';
  const limits = bindingLimits(by, training, command.reason);
  const services = admitTicket(admissionContext(context), { ...command, kiosk, limits });
  if (!services.ok) return services;
  const steps = services.value.map(toStep);
  const first = sensibleNext({ next: steps }, stepsAhead(context, null, command.party));
  if (first === null) return refuse('service-not-found');
  return ticketFacts(context, { ...command, training, steps, first, bookedFor: null });
};

/** The centre as the hub knows it, for `admitTicket`. */
export function admissionContext({
  state,
  at,
}: Pick<CommandContext, 'state' | 'at'>): AdmissionContext {
  const { settings } = state;
  return { settings, opening: settings.openingAt(at), at, left: (id) => state.left(id) };
}

interface Wanted extends Pick<
  CommandOf<'issue-ticket'>,
  'language' | 'priorityGroupId' | 'needs' | 'party' | 'training'
> {
  readonly steps: readonly NextStep[];
  readonly first: NextStep;
  readonly bookedFor: VisitIn<'waiting'>['bookedFor'];
}

/** The facts of a ticket that was admitted. Refuses with `numbers-used-up`. */
export function ticketFacts(context: CommandContext, wanted: Wanted): Result<readonly Fact[]> {
  const { state, at, today, newId } = context;
  const { first, steps, training, priorityGroupId } = wanted;
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
  const promised = promise !== null && context.estimates.mayShow();
  const care = { needs: wanted.needs, priorityGroupId, note: '' };
  return ok([
    {
      type: 'ticket-issued',
      visit: promised ? { ...visit, promisedUntil: promisedUntil(promise, at) } : visit,
      printJob: printJobOf(context, visit),
      peopleAhead: state.room.peopleAhead(visit, at, state.settings.site.rule),
      promise,
      promised,
    },
    ...(areNotesEmpty(care) ? [] : [{ type: 'care-changed', visitId: visit.id, care } as const]),
  ]);
}

function printJobOf(
  { identity, at, newId }: CommandContext,
  visit: VisitIn<'waiting'>,
): PrintJob | null {
  if (identity.deviceId === null || identity.deviceRole !== 'kiosk') return null;
  const { id: visitId, ticket } = visit;
  const asked = { id: newId<PrintJobId>(), visitId, number: ticket.number, askedAt: at };
  return newPrintJob({ ...asked, kioskId: identity.deviceId, copy: false });
}

/** The next number that was not given today; with a letter where the hub does not know all that were given. */
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
