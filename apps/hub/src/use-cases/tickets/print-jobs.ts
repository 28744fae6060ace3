import {
  afterPrintReport,
  afterResolution,
  canPrint,
  mayBeGivenBack,
  newPrintJob,
  ok,
  type PrintJob,
  type PrintJobId,
  refuse,
  type Result,
  transition,
  type VisitId,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import { type CommandContext, type UseCase, visitChanged } from '../use-case.ts';

/** The kiosk reports how a slip ended. A repeated report changes nothing. */
export const reportPrint: UseCase<'report-print'> = (context, { printJobId, report }) => {
  const found = ownJob(context, printJobId);
  if (!found.ok) return found;
  const printJob = afterPrintReport(found.value, report, context.at);
  if (printJob === null) return ok([]);
  return ok([
    { type: 'print-job-changed', printJob },
    ...(printJob.copy && printJob.state === 'printed' ? reprinted(context, printJob) : []),
  ]);
};

/** How long a kiosk has to begin with a copy; afterwards the visitor has left. */
const COPY_LIFE_MS = 120_000;

/** Staff have the slip of a visit printed once more. Asked twice, it is printed once. */
export const printAgain: UseCase<'print-again'> = (context, { visitId, kioskId }) => {
  const { state, at, newId } = context;
  const kiosk = state.devices.get(kioskId);
  if (kiosk?.role !== 'kiosk' || kiosk.revoked)
    return refuse('device-not-found', { deviceId: kioskId });
  const visit = state.visits.get(visitId);
  if (visit === undefined) return refuse('visit-not-found');
  if (visit.state === 'closed') return refuse('action-not-allowed', { state: visit.state });
  const { printer } = kiosk.condition;
  if (!canPrint(printer)) return refuse('kiosk-cannot-print', { device: kiosk.name });
  const isAsked = ofVisit(context, visitId).some(
    (job) => job.copy && job.state === 'asked' && at - job.askedAt < COPY_LIFE_MS,
  );
  if (isAsked) return ok([]);
  const { number } = visit.ticket;
  const asked = { id: newId<PrintJobId>(), visitId, number, kioskId, askedAt: at };
  const printJob = newPrintJob({ ...asked, copy: true });
  return ok([{ type: 'print-job-changed', printJob }]);
};

/** That the slip itself failed stays true; its visitor has another one now. */
function reprinted(context: CommandContext, copy: PrintJob): readonly Fact[] {
  return ofVisit(context, copy.visitId).flatMap((job) => {
    const after = job.id === copy.id ? null : afterResolution(job, 'reprinted');
    return after === null ? [] : [{ type: 'print-job-changed', printJob: after }];
  });
}

function ofVisit({ state }: CommandContext, id: VisitId): readonly PrintJob[] {
  return [...state.printJobs.values()].filter(({ visitId }) => visitId === id);
}

/**
 * The visitor of a failed slip keeps the number in mind, gives it back, has a copy, or is gone, and may still
 * choose on return; one whose slip came out may give the number back while they still stand there. The staff report that
 * they have helped.
 */
export const resolvePrint: UseCase<'resolve-print'> = (context, { printJobId, resolution }) => {
  const isStaff = context.identity.personRole !== null;
  // Neither answers for the other.
  if (isStaff !== (resolution === 'helped'))
    return refuse('action-not-allowed', { action: resolution });
  const found = isStaff ? anyJob(context, printJobId) : ownJob(context, printJobId);
  if (!found.ok) return found;
  const job = found.value;
  const isOver = job.resolution === 'given-back' && resolution === 'given-back';
  const isPossible =
    resolution === 'given-back' ? mayBeGivenBack(job, context.at) : job.state === 'failed';
  if (!isOver && !isPossible) return refuse('action-not-allowed', { state: job.state });
  const printJob = afterResolution(job, resolution);
  if (printJob === null) return ok([]);

  const facts: Fact[] = [{ type: 'print-job-changed', printJob }];
  const visit = context.state.visits.get(job.visitId);
  if (resolution === 'given-back' && visit !== undefined) {
    const given = transition(visit, { type: 'cancel', as: 'withdrawn' }, context);
    if (!given.ok) return given;
    facts.push(visitChanged(given.value, 'cancel'), ...bookingGivenBack(context, visit.id));
  }
  return ok(facts);
};

/** A visitor who gave it back by mistake can still come with it. */
function bookingGivenBack({ state }: CommandContext, id: VisitId): readonly Fact[] {
  const booking = [...state.bookings.values()].find(({ visitId }) => visitId === id);
  return booking?.state === 'checked-in'
    ? [{ type: 'booking-changed', booking: { ...booking, state: 'booked', visitId: null } }]
    : [];
}

function ownJob(context: CommandContext, id: PrintJobId): Result<PrintJob> {
  const found = anyJob(context, id);
  return found.ok && found.value.kioskId !== context.identity.deviceId
    ? refuse('print-job-not-found', { printJobId: id })
    : found;
}

function anyJob({ state }: CommandContext, id: PrintJobId): Result<PrintJob> {
  const job = state.printJobs.get(id);
  return job === undefined ? refuse('print-job-not-found', { printJobId: id }) : ok(job);
}
