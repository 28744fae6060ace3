import {
  formatTicketNumber,
  nextNumber,
  ok,
  type PrintJob,
  type PrintJobId,
  type Queue,
  refuse,
  type Result,
  type VisitId,
  type VisitIn,
} from '@motcua/domain';
import type { LiveState } from '../live-state.ts';
import type { UseCase } from './use-case.ts';

/** A visitor touched a service at a kiosk: the next number, a place in the queue, and a slip to be printed. */
export const issueTicket: UseCase<'issue-ticket'> = (situation, { serviceId, language }) => {
  const { state, at, today, identity, newId } = situation;
  const { settings } = state;

  const service = settings.service(serviceId);
  if (service === null || !service.active) return refuse('service-not-found', { serviceId });
  const queue = settings.queue(service.queueId);
  if (queue === null || !queue.active) return refuse('queue-closed', { queueId: service.queueId });
  if (!settings.openingAt(at).open) return refuse('outside-opening-hours');
  const numbered = freeNumber(state, queue);
  if (!numbered.ok) return numbered;

  const visit: VisitIn<'waiting'> = {
    id: newId<VisitId>(),
    day: today,
    ticket: {
      number: formatTicketNumber(queue.series, numbered.value),
      seq: state.numbersGiven.size + 1,
      language,
    },
    serviceId,
    queueId: queue.id,
    arrivedAt: at,
    priority: 'normal',
    bookedFor: null,
    notBefore: null,
    reservedFor: null,
    callCount: 0,
    state: 'waiting',
    waitingSince: at,
  };
  const printJob: PrintJob | null =
    identity.deviceId === null
      ? null
      : {
          id: newId<PrintJobId>(),
          visitId: visit.id,
          number: visit.ticket.number,
          kioskId: identity.deviceId,
          askedAt: at,
          state: 'asked',
          settledAt: null,
          fault: null,
          resolution: null,
        };
  const peopleAhead = state.room.peopleAhead(visit, at, settings.site.rule);
  return ok([{ type: 'ticket-issued', visit, printJob, peopleAhead }]);
};

/** The next number that no queue gave today, also after a series was changed in mid-day. */
function freeNumber(state: LiveState, queue: Queue): Result<number> {
  let last = state.lastNumber.get(queue.id) ?? null;
  for (;;) {
    const next = nextNumber(queue.series, last);
    if (!next.ok || !state.numbersGiven.has(formatTicketNumber(queue.series, next.value)))
      return next;
    last = next.value;
  }
}
