import { stripCopy, finalizeBackup } from '@motcua/store';
import { serveChildTask } from '../operations/child-task.ts';

export interface FinalizeTask {
  readonly file: string;
  readonly madeAt: number;
  readonly keepsConfidential: boolean;
}

/** Reading and hashing a whole database would hold every call up. */
serveChildTask(({ file, madeAt, keepsConfidential }: FinalizeTask) => {
  stripCopy(file, keepsConfidential);
  finalizeBackup(file, madeAt);
});
