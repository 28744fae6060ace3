import { existsSync } from 'node:fs';
import {
  access,
  chmod,
  constants,
  mkdir,
  readdir,
  readFile,
  rename,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

const content = z.object({ deviceToken: z.string().min(1).max(200) });

/** Persists the device token by which the hub knows this kiosk. */
export interface KioskFile {
  /** Null when there is none, or it cannot be read. */
  readonly readToken: () => Promise<string | null>;
  /** Null deletes it. */
  readonly writeToken: (token: string | null) => Promise<void>;
}

/** `kiosk.json` in the data folder, which is created when it is missing. Throws one sentence when it cannot be written. */
export async function openKioskFile(dataDir: string): Promise<KioskFile> {
  await makeWritable(dataDir);
  const file = join(dataDir, 'kiosk.json');
  return {
    async readToken() {
      const parsed = content.safeParse(await readJson(file));
      return parsed.success ? parsed.data.deviceToken : null;
    },
    async writeToken(token) {
      const half = `${file}.new`;
      // Mode 0600: the token is all that is needed to act as this kiosk.
      await writeFile(half, JSON.stringify(token === null ? {} : { deviceToken: token }), {
        mode: 0o600,
      });
      await chmod(half, 0o600);
      await rename(half, file);
    },
  };
}

async function makeWritable(dataDir: string): Promise<void> {
  try {
    await makeFolder(resolve(dataDir));
    await access(dataDir, constants.W_OK);
    await keepPrivate(dataDir);
  } catch (cause) {
    throw new Error(`The folder ${dataDir} cannot be written. Choose another with --data.`, {
      cause,
    });
  }
}

/**
 * Restricts tickets, needs and the device's token to the owner, also in a folder that an older
 * version or a copy left readable; `kiosk.db` is created here so that it is never readable by
 * others. A folder that all users write to is left as it is.
 */
async function keepPrivate(dataDir: string): Promise<void> {
  await writeFile(join(dataDir, 'kiosk.db'), '', { flag: 'a', mode: 0o600 });
  if (process.platform === 'win32' || ((await stat(dataDir)).mode & 0o1000) !== 0) return;
  try {
    await chmod(dataDir, 0o700);
    for (const entry of await readdir(dataDir, { withFileTypes: true }))
      if (entry.isFile()) await chmod(join(dataDir, entry.name), 0o600);
  } catch {
    return; // another user's, or a file system without permissions
  }
}

/** Creates one folder after another: `mkdir` with `recursive` never returns under /proc (Node 24). */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
