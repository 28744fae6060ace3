import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  url: z.url(),
  pid: z.int(),
  controlToken: z.string().min(1),
  /** The hub's own, by which it is verified here; null: it speaks plain HTTP. */
  certificate: z.string().nullable().default(null),
});

/** How the command line on this machine reaches the hub that runs on a data folder. */
export type Control = Readonly<z.output<typeof schema>>;

const fileIn = (dataDir: string) => join(dataDir, 'hub.json');

/** Written when the hub listens; readable only by its user. */
export function writeControlFile(dataDir: string, control: z.input<typeof schema>): void {
  const file = fileIn(dataDir);
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, JSON.stringify(control), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function removeControlFile(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** Null when no hub has written it; its content may be from before a crash. */
export function readControlFile(dataDir: string): Control | null {
  let text: string;
  try {
    text = readFileSync(fileIn(dataDir), 'utf8');
  } catch {
    return null;
  }
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
