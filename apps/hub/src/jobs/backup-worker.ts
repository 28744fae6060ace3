import { workerData } from 'node:worker_threads';
import { makeFitToKeep, sealBackup } from '@motcua/store';
import type { SealTask } from './write-backup.ts';

/** Set by the one who starts the worker; reading and hashing a whole database would hold every call up. */
const { file, madeAt, keepsConfidence } = workerData as SealTask;
makeFitToKeep(file, keepsConfidence);
sealBackup(file, madeAt);
