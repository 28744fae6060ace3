import { defineConfig } from 'vitest/config';

/** Whole sites run side by side: what a test waits for may take its time, and is seen as soon as it is there. */
const PATIENT = { poll: { timeout: 15_000 } };

/** Whatever the computer does beside; alone the longest takes half a minute. */
const TIMEOUT_MS = 180_000;

const COMMON = {
  setupFiles: ['tests/fixed-seed.ts'],
  expect: PATIENT,
  environment: 'node',
  globals: false,
  retry: 0,
  testTimeout: TIMEOUT_MS,
  hookTimeout: TIMEOUT_MS,
};

/** Beside the sources, but with processes, printers, sockets or large files: not for every save. */
const INTEGRATION = '{packages,apps,hardware}/**/*.integration.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...COMMON,
          name: 'unit',
          // Components want React as it is for tests, whatever the shell says.
          env: { NODE_ENV: 'test' },
          // Nothing here mocks a module or keeps a global: sharing what was loaded halves the time.
          isolate: false,
          include: [
            '{packages,apps,hardware}/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'tests/arch/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/dist/**', INTEGRATION],
        },
      },
      {
        test: {
          ...COMMON,
          name: 'integration',
          // As for the unit tests: no module is mocked, so files can share what was loaded.
          isolate: false,
          // Half of the time they wait for sockets and disks: one worker for each core, none kept free.
          maxWorkers: '100%',
          include: [
            INTEGRATION,
            ...['contract', 'scenarios', 'golden', 'fuzz', 'migrations'].map(
              (kind) => `tests/${kind}/**/*.test.ts`,
            ),
          ],
          exclude: ['**/node_modules/**', '**/dist/**'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...COMMON,
          name: 'processes',
          include: ['tests/processes/**/*.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...COMMON,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          // They kill processes and fill disks: one file after another.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          ...COMMON,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
