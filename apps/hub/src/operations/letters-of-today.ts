import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '@motcua/domain';

/** The letters that hubs on this folder took today, beside the database: a second restored backup has less data. */
export interface LettersOfToday {
  readonly read: (day: LocalDate) => readonly string[];
  readonly add: (day: LocalDate, letters: string) => void;
}

export const NO_LETTERS: LettersOfToday = { read: () => [], add: () => undefined };

/** One line in `motcua.letters`: the day, and its letters. Where it cannot be written nothing is remembered. */
export function createLettersOfToday(dataDir: string): LettersOfToday {
  const file = join(dataDir, 'motcua.letters');

  function read(day: LocalDate): readonly string[] {
    try {
      const [of, ...letters] = readFileSync(file, 'utf8').trim().split(' ');
      return of === day ? letters : [];
    } catch {
      return [];
    }
  }

  return {
    read,
    add(day, letters) {
      const all = [...new Set([...read(day), letters])];
      try {
        const opened = openSync(file, 'w', 0o600);
        try {
          writeSync(opened, `${[day, ...all].join(' ')}\n`);
          fsyncSync(opened);
        } finally {
          closeSync(opened);
        }
      } catch {
        // A full disk: the letter is in the journal all the same.
      }
    },
  };
}
