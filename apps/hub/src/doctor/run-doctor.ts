import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@motcua/i18n';
import { z } from 'zod';
import { readControlFile } from '../control-file.ts';
import { checkBackups, lookAtData } from './data-checks.ts';
import { askPrinter, checkDevices, checkPrinter, type HeardDevices } from './device-checks.ts';
import { bad, type Finding, look, well, type Words, wordsIn } from './finding.ts';
import {
  checkCertificate,
  checkClock,
  checkDisk,
  checkFonts,
  checkSync,
  freeBytesOf,
  isPortFree,
  measureSync,
  networkTime,
} from './machine-checks.ts';

export interface DoctorOptions {
  readonly dataDir: string;
  readonly port: number;
  /** `tcp://host:port` of a printer to ask; null: only what kiosks reported. */
  readonly printer: string | null;
  readonly language: Language;
  readonly at: number;
}

export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly words: Words;
}

const upkeep = z.object({
  at: z.number(),
  backupFolder: z.string(),
  devices: z.array(
    z.object({
      deviceId: z.string(),
      heardAt: z.number(),
      clockAheadMs: z.number().nullable(),
      freeBytes: z.number().nullable(),
    }),
  ),
});
const PATIENCE_MS = 3_000;

/** Looks at everything that a centre needs, changes nothing, and never throws. */
export async function runDoctor(options: DoctorOptions): Promise<Diagnosis> {
  const { dataDir, at, language, printer } = options;
  const data = lookAtData(dataDir);
  const words = wordsIn(language, data.zone ?? 'Asia/Ho_Chi_Minh');
  const hub = await askHub(dataDir);
  const sync = existsSync(dataDir) ? measureSync(dataDir) : null;

  const findings: Finding[] = [
    await checkHub(hub?.url ?? null, data.followed, options.port),
    data.finding,
    ...(existsSync(dataDir) ? [checkDisk(freeBytesOf(dataDir), words)] : []),
    sync === null ? bad('doctor.folder-bad', { folder: dataDir }) : checkSync(sync),
    checkClock(at, data.lastWrittenAt, networkTime(), words),
    ...checkBackups(
      hub?.backupFolder ?? join(dataDir, 'backups'),
      at,
      data.lastWrittenAt !== null && data.followed === null,
      words,
    ),
    ...checkCertificate(dataDir, at, words),
    checkFonts(),
    ...(data.lastWrittenAt === null ? [] : checkDevices(data.devices, hub, words)),
    ...(printer === null ? [] : [checkPrinter(printer, await askPrinter(printer), words)]),
  ];
  return { findings, words };
}

async function checkHub(
  url: string | null,
  followed: string | null,
  port: number,
): Promise<Finding> {
  if (url !== null) return well('doctor.hub-answers', { url });
  if (followed !== null) return well('doctor.hub-follows', { url: followed });
  return (await isPortFree(port)) ? look('doctor.hub-off') : bad('doctor.port-taken', { port });
}

/** Null when no hub answers for this folder. */
async function askHub(
  dataDir: string,
): Promise<(HeardDevices & { readonly url: string; readonly backupFolder: string }) | null> {
  const control = readControlFile(dataDir);
  if (control === null) return null;
  try {
    const response = await fetch(new URL('/api/control/upkeep', control.url), {
      headers: { authorization: `Bearer ${control.controlToken}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { ...upkeep.parse(await response.json()), url: control.url };
  } catch {
    return null;
  }
}
