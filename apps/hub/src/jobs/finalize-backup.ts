import { makeFitToKeep, sealBackup } from '@motcua/store';
import { serveChildTask } from '../operations/child-task.ts';

export interface SealTask {
  readonly file: string;
  readonly madeAt: number;
  readonly keepsConfidence: boolean;
}

/** Reading and hashing a whole database would hold every call up. */
serveChildTask(({ file, madeAt, keepsConfidence }: SealTask) => {
  makeFitToKeep(file, keepsConfidence);
  sealBackup(file, madeAt);
});
