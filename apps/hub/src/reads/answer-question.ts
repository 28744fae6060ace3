import { ok, refuse, type Result } from '@motcua/domain';
import { type Answers, type Question, slipContent, type SlipContent } from '@motcua/protocol';
import { bookedView } from '../use-cases/tickets/bookings.ts';
import { ticketView } from '../use-cases/visits/step-out.ts';
import type { CommandContext } from '../use-cases/use-case.ts';

type Asked = Pick<CommandContext, 'state' | 'at' | 'today' | 'identity'>;

/** The answer to a question; changes nothing. */
export function answerTo(asked: Asked, question: Question): Result<Answers[keyof Answers]> {
  switch (question.type) {
    case 'ticket':
    case 'slip':
      return ticketView(asked, question);
    case 'booking':
      return bookedView(asked, question.code);
    case 'copy':
      return copyOf(asked, question.printJobId);
  }
}

/** Only the kiosk that is to print it gets the code on a slip. */
function copyOf(
  { state, at, identity }: Asked,
  printJobId: Extract<Question, { type: 'copy' }>['printJobId'],
): Result<SlipContent> {
  const job = state.printJobs.get(printJobId);
  if (job?.copy !== true || job.kioskId !== identity.deviceId || job.state !== 'asked')
    return refuse('print-job-not-found', { printJobId });
  const visit = state.visits.get(job.visitId);
  if (visit === undefined) return refuse('visit-not-found');
  const { rule } = state.settings.site;
  const peopleAhead = visit.state === 'waiting' ? state.room.peopleAhead(visit, at, rule) : 0;
  return ok(slipContent(visit, peopleAhead));
}
