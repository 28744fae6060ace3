import { defineConfig } from 'vitest/config';

/** Whole sites run side by side: what a test waits for may take its time, and is seen as soon as it is there. */
const PATIENT = { poll: { timeout: 15_000 } };

const FIXED_SEED = ['tests/fixed-seed.ts'];

/** Kinds of tests that start whole processes or whole sites (house 10). */
const WHOLE = ['contract', 'scenarios', 'golden', 'fuzz', 'faults', 'migrations'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Components want React as it is for tests, whatever the shell says.
          env: { NODE_ENV: 'test' },
          setupFiles: FIXED_SEED,
          expect: PATIENT,
          environment: 'node',
          // Nothing here mocks a module or keeps a global: sharing what was loaded halves the time.
          isolate: false,
          // Time for a computer that does other work; none of these takes a second alone.
          testTimeout: 90_000,
          hookTimeout: 90_000,
          globals: false,
          retry: 0,
          include: [
            '{packages,apps,hardware}/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'tests/arch/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**'],
        },
      },
      {
        test: {
          name: 'whole',
          setupFiles: FIXED_SEED,
          expect: PATIENT,
          environment: 'node',
          globals: false,
          retry: 0,
          include: WHOLE.map((kind) => `tests/${kind}/**/*.test.ts`),
          // Processes with ports, disks and kill -9 among them: one file after another.
          fileParallelism: false,
          // Time for a computer that does other work; alone the longest takes half a minute.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          expect: PATIENT,
          environment: 'node',
          globals: false,
          retry: 0,
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
