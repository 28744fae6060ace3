import type { PrintJob } from '@motcua/domain';
import type { Fact } from '@motcua/protocol';

/** A job as it was written before slips had degrees of proof and copies. */
type OlderPrintJob = Omit<PrintJob, 'proof' | 'copy'> & Partial<Pick<PrintJob, 'proof' | 'copy'>>;

/** A fact as the program knows it today; the journal's rows are sealed and stay as they were written. */
export function readFact(text: string): Fact {
  const fact = JSON.parse(text) as Fact;
  if (fact.type === 'print-job-changed') return { ...fact, printJob: upToDate(fact.printJob) };
  if (fact.type === 'ticket-issued' && fact.printJob !== null)
    return { ...fact, printJob: upToDate(fact.printJob) };
  return fact;
}

/** What was called printed then, the printer had answered. */
function upToDate(job: OlderPrintJob): PrintJob {
  const { proof = job.state === 'printed' ? 'proved' : null, copy = false } = job;
  return { ...job, proof, copy };
}
