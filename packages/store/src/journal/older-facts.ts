import type { PrintJob } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';

/** A job as it was written before slips had degrees of proof and copies. */
type OlderPrintJob = Omit<PrintJob, 'proof' | 'copy'> & Partial<Pick<PrintJob, 'proof' | 'copy'>>;

/** A fact as the program knows it today; the journal's rows are chained and stay as they were written. */
export function readFact(text: string): Fact {
  const fact = JSON.parse(text) as Fact;
  if (fact.type === 'print-job-changed') return { ...fact, printJob: upToDate(fact.printJob) };
  if (fact.type === 'ticket-issued' && fact.printJob !== null)
    return { ...fact, printJob: upToDate(fact.printJob) };
  return fact;
}

/** A slip that was called printed then had a report of the printer. */
function upToDate(job: OlderPrintJob): PrintJob {
  const { proof = job.state === 'printed' ? 'proved' : null, copy = false } = job;
  return { ...job, proof, copy };
}
