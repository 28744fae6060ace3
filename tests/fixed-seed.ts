/** Set up before every test file: random tests repeat the same run each time, unless `FUZZ_SEED` says otherwise. */
import process from 'node:process';
import fc from 'fast-check';

export const FUZZ_SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_123);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: FUZZ_SEED });
