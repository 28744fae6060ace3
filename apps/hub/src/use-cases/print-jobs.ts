import {
  afterPrintReport,
  afterResolution,
  ok,
  type PrintJob,
  type PrintJobId,
  refuse,
  type Result,
  transition,
} from '@motcua/domain';
import type { Fact } from '@motcua/protocol';
import type { Situation, UseCase } from './use-case.ts';

/** The kiosk tells how a slip ended. Telling it again changes nothing. */
export const reportPrint: UseCase<'report-print'> = (situation, { printJobId, report }) => {
  const found = ownJob(situation, printJobId);
  if (!found.ok) return found;
  const printJob = afterPrintReport(found.value, report, situation.at);
  return ok(printJob === null ? [] : [{ type: 'print-job-changed', printJob }]);
};

/**
 * The visitor of a failed slip keeps the number in mind, gives it back, or is gone, and who comes back may still choose;
 * the staff say that they have helped.
 */
export const resolvePrint: UseCase<'resolve-print'> = (situation, { printJobId, resolution }) => {
  const isStaff = situation.identity.personRole !== null;
  // Neither speaks for the other.
  if (isStaff !== (resolution === 'helped')) return refuse('role-not-allowed', {});
  const found = isStaff ? anyJob(situation, printJobId) : ownJob(situation, printJobId);
  if (!found.ok) return found;
  const job = found.value;
  if (job.state !== 'failed') return refuse('action-not-allowed', { state: job.state });
  const printJob = afterResolution(job, resolution);
  if (printJob === null) return ok([]);

  const facts: Fact[] = [{ type: 'print-job-changed', printJob }];
  const visit = situation.state.visits.get(job.visitId);
  if (resolution === 'given-back' && visit !== undefined) {
    const given = transition(visit, { type: 'cancel', as: 'withdrawn' }, situation);
    if (!given.ok) return given;
    facts.push({
      type: 'visit-changed',
      visit: given.value,
      action: 'cancel',
      counterId: null,
      because: null,
    });
  }
  return ok(facts);
};

function ownJob(situation: Situation, id: PrintJobId): Result<PrintJob> {
  const found = anyJob(situation, id);
  return found.ok && found.value.kioskId !== situation.identity.deviceId
    ? refuse('print-job-not-found', { printJobId: id })
    : found;
}

function anyJob({ state }: Situation, id: PrintJobId): Result<PrintJob> {
  const job = state.printJobs.get(id);
  return job === undefined ? refuse('print-job-not-found', { printJobId: id }) : ok(job);
}
