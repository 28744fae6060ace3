import { stripCopy, finalizeBackup } from '@motcua/store';
import { serveChildTask } from '../operations/child-task.ts';

export interface FinalizeTask {
  readonly file: string;
  readonly madeAt: number;
  readonly keepsConfidential: boolean;
}

/** In a child process, because reading and hashing a whole database would delay every call. */
serveChildTask(({ file, madeAt, keepsConfidential }: FinalizeTask) => {
  stripCopy(file, keepsConfidential);
  finalizeBackup(file, madeAt);
});
