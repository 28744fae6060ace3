import type { Option } from 'commander';
import type { Administration } from './administration.ts';

/** The context that all commands share. */
export interface CommandLine {
  readonly print: (line: string) => void;
  readonly write: (bytes: Uint8Array) => void;
  readonly hint: (line: string) => void;
  readonly dataOption: () => Option;
  readonly withAdministration: (
    dataDir: string,
    act: (administration: Administration) => Promise<void>,
  ) => Promise<void>;
}
