import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createZoneClock, inLanguage, type Instant, setupGaps } from '@motcua/domain';
import type { Language } from '@motcua/i18n';
import { control as described, type HubStatus } from '@motcua/protocol/http';
import { lockDataDir } from '../operations/data-lock.ts';
import { createControlClient } from '../command-line/control-client.ts';
import { type Control, readControlFile } from '../operations/control-file.ts';
import {
  checkBackupDisk,
  checkBackups,
  checkNumbers,
  checkStandby,
  type DataSeen,
  readData,
} from './data-checks.ts';
import { askPrinter, checkDevices, checkPrinter } from './device-checks.ts';
import { bad, type Finding, attention, well, type Words, wordsIn } from './finding.ts';
import { checkRoom, checkSetup } from './room-checks.ts';
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
  /** `tcp://host:port` of a printer to query; null: only what kiosks reported. */
  readonly printer: string | null;
  readonly language: Language;
  readonly at: number;
}

export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly words: Words;
}

const HUB_TIMEOUT_MS = 3_000;

/** Checks everything that a centre needs, changes nothing, and never throws. */
export async function runDoctor(options: DoctorOptions): Promise<Diagnosis> {
  const { dataDir, at, language, printer } = options;
  const data = readData(dataDir);
  const zone = data.zone ?? 'Asia/Ho_Chi_Minh';
  const words = wordsIn(language, zone);
  const control = readControlFile(dataDir);
  const hub = control === null ? null : await askHub(control);
  const sync = existsSync(dataDir) ? measureSync(dataDir) : null;

  const queueName = (queueId: string) => {
    const queue = data.settings.queues.find(({ id }) => id === queueId);
    return queue === undefined ? queueId : inLanguage(queue.name, language);
  };

  const findings: Finding[] = [
    hub !== null
      ? well('doctor.hub-answers', { url: hub.url })
      : await whyNoHub(dataDir, control, data, options.port),
    data.finding,
    ...(existsSync(dataDir) ? [checkDisk(freeBytesOf(dataDir), words)] : []),
    sync === null ? bad('doctor.folder-bad', { folder: dataDir }) : checkSync(sync, words),
    checkClock(
      at,
      {
        lastWrittenAt: data.lastWrittenAt,
        today: data.today,
        wallDay: createZoneClock(zone).localDate(at as Instant),
        problem: hub?.clock.problem ?? null,
      },
      networkTime(),
      words,
    ),
    ...checkBackups(
      hub?.backupFolder ?? join(dataDir, 'backups'),
      at,
      data.lastWrittenAt !== null && data.followed === null,
      words,
    ),
    ...(data.lastWrittenAt === null || data.followed !== null
      ? []
      : checkBackupDisk(hub?.backupFolder ?? join(dataDir, 'backups'), dataDir)),
    ...checkStandby(data),
    ...checkNumbers(data, words),
    ...checkCertificate(dataDir, at, words),
    checkFonts(),
    ...(data.lastWrittenAt === null ? [] : checkDevices(data.devices, hub, words)),
    ...checkRoom(hub?.room ?? [], words),
    ...(data.lastWrittenAt === null
      ? []
      : checkSetup(setupGaps(data), queueName, hub?.room ?? [], words)),
    ...(printer === null ? [] : [checkPrinter(printer, await askPrinter(printer), words)]),
  ];
  const worstFirst = LEVELS.flatMap((level) => findings.filter((each) => each.level === level));
  return { findings: worstFirst, words };
}

const LEVELS = ['bad', 'attention', 'well'] as const satisfies readonly Finding['level'][];

async function whyNoHub(
  dataDir: string,
  control: Control | null,
  { followed, lastWrittenAt }: DataSeen,
  port: number,
): Promise<Finding> {
  if (followed !== null) {
    const params = { url: followed };
    return isInUse(dataDir)
      ? well('doctor.hub-follows', params)
      : bad('doctor.standby-off', params);
  }
  if (control !== null && isAlive(control.pid)) return bad('doctor.hub-hangs');
  if (!(await isPortFree(port))) return bad('doctor.port-taken', { port });
  // Before its first start it is not expected.
  return lastWrittenAt === null ? attention('doctor.hub-off') : bad('doctor.hub-off');
}

/** Whether a hub or a follower holds the folder. */
function isInUse(dataDir: string): boolean {
  try {
    lockDataDir(dataDir)();
    return false;
  } catch {
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // A process of another user is running, too.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Null when no hub answers for this folder. */
async function askHub(control: Control): Promise<(HubStatus & { url: string }) | null> {
  const hub = createControlClient(control, { timeoutMs: HUB_TIMEOUT_MS });
  const answer = await hub.ask(described.status);
  return answer.ok ? { ...answer.value, url: control.url } : null;
}
