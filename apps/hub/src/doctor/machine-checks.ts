import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { MAX_OFF_MS } from '@motcua/domain';
import { warmUp } from '@motcua/printing/rasterise';
import type { ClockState } from '@motcua/protocol/http';
import { certificateFilesIn } from '../tls/certificate-files.ts';
import { endOfChain } from '../tls/name-constraints.ts';
import { bad, type Finding, attention, well, type Words } from './finding.ts';

const DISK_LOW_BYTES = 2 * 1024 ** 3;
const DISK_FULL_BYTES = 500 * 1024 ** 2;
const SYNC_SLOW_MS = 20;
const SYNC_BAD_MS = 100;
const SYNCS = 21;
const CLOCK_BACK_MS = 2 * 60_000;
/** Every computer of the centre may have to be visited. */
const CERTIFICATE_SOON_MS = 90 * 24 * 3_600_000;

export function checkDisk(freeBytes: number, { size }: Words): Finding {
  const free = size(freeBytes);
  if (freeBytes < DISK_FULL_BYTES) return bad('doctor.disk-full', { free });
  return freeBytes < DISK_LOW_BYTES
    ? attention('doctor.disk-low', { free })
    : well('doctor.disk-ok', { free });
}

export function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Every answered ticket waits for such a write. */
export function checkSync(medianMs: number, { number }: Words): Finding {
  const ms = number(medianMs < 10 ? medianMs : Math.round(medianMs));
  if (medianMs > SYNC_BAD_MS) return bad('doctor.sync-bad', { ms });
  return medianMs > SYNC_SLOW_MS
    ? attention('doctor.sync-slow', { ms })
    : well('doctor.sync-ok', { ms });
}

/** The median time to write 4 KiB to disk, in ms; null: nothing can be written there. */
export function measureSync(folder: string): number | null {
  const file = join(folder, 'doctor.tmp');
  try {
    const opened = openSync(file, 'w', 0o600);
    try {
      const times = Array.from({ length: SYNCS }, () => {
        const start = performance.now();
        writeSync(opened, Buffer.alloc(4_096, 1));
        fsyncSync(opened);
        return performance.now() - start;
      });
      return times.toSorted((a, b) => a - b)[Math.floor(SYNCS / 2)] ?? null;
    } finally {
      closeSync(opened);
      rmSync(file, { force: true });
    }
  } catch {
    return null;
  }
}

export type NetworkTime = 'on' | 'off' | 'unknown';

/** What is known beside the clock: the time of the last write, and the state of a running hub. */
export interface ClockEvidence {
  readonly lastWrittenAt: number | null;
  /** The open day, and the one that the clock shows; null: nothing was written yet. */
  readonly today: string | null;
  readonly wallDay: string;
  /** Null: no hub runs, or it trusts its clock. */
  readonly problem: ClockState['problem'];
}

/** A clock behind the last write would give yesterday's numbers; one far ahead is not trusted. */
export function checkClock(
  at: number,
  { lastWrittenAt, today, wallDay, problem }: ClockEvidence,
  networkTime: NetworkTime,
  { date, time }: Words,
): Finding {
  const days = { today: today ?? wallDay, date: date(at), time: time(at) };
  if (problem === 'ahead') return bad('doctor.clock-held', days);
  if (problem === 'behind' || (today !== null && today > wallDay))
    return bad('doctor.clock-day-ahead', days);
  if (problem === null && lastWrittenAt !== null && at - lastWrittenAt > MAX_OFF_MS)
    return attention('doctor.clock-far', days);
  if (lastWrittenAt !== null && lastWrittenAt - at > CLOCK_BACK_MS)
    return bad('doctor.clock-back', { minutes: Math.round((lastWrittenAt - at) / 60_000) });
  const shown = { date: date(at), time: time(at) };
  if (networkTime === 'unknown') return well('doctor.clock-unknown', shown);
  return networkTime === 'on'
    ? well('doctor.clock-ok', shown)
    : attention('doctor.clock-unsynced', shown);
}

/** As systemd knows it; other systems cannot be asked. */
export function networkTime(): NetworkTime {
  try {
    const said = execFileSync('timedatectl', ['show', '--property=NTPSynchronized', '--value'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 3_000,
    }).trim();
    return said === 'yes' ? 'on' : said === 'no' ? 'off' : 'unknown';
  } catch {
    return 'unknown';
  }
}

export function checkFonts(): Finding {
  try {
    warmUp();
    return well('doctor.fonts-ok');
  } catch {
    return bad('doctor.fonts-bad');
  }
}

/** Nothing where pages are served without one. */
export function checkCertificate(dataDir: string, at: number, { date }: Words): readonly Finding[] {
  const file = join(dataDir, 'certificate.pem');
  if (!existsSync(file)) return [];
  try {
    const end = endOfChain(readFileSync(file, 'utf8'));
    if (!Number.isFinite(end)) return [bad('doctor.certificate-bad', { file })];
    const shown = { date: date(end) };
    if (end <= at) return [bad('doctor.certificate-over', shown)];
    const { authorityKey } = certificateFilesIn(dataDir);
    return [
      ...(existsSync(authorityKey)
        ? [attention('doctor.authority-key-here', { file: authorityKey })]
        : []),
      end - at < CERTIFICATE_SOON_MS
        ? attention('doctor.certificate-soon', shown)
        : well('doctor.certificate-ok', shown),
    ];
  } catch {
    return [bad('doctor.certificate-bad', { file })];
  }
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '0.0.0.0', () => server.close(() => done(true)));
  });
}
