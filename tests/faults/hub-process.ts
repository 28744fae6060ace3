import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { connectToHub, type HubConnection } from '@motcua/client';
import { type CommandId, type DeviceId, UNKNOWN_CONDITION } from '@motcua/domain';
import {
  createHub,
  createSessions,
  hashToken,
  newToken,
  THE_HUB_ITSELF,
  verifyDatabase,
} from '@motcua/hub';
import { aroundTheClock, freePort, KIM_BOI_PEOPLE, kimBoi, setUpCentre } from '@motcua/testing';

const MAIN = fileURLToPath(new URL('../../apps/hub/src/main.ts', import.meta.url));

/** A data folder of Kim Bôi, with the credentials for a hub that runs on it. */
export interface CentreData {
  readonly dataDir: string;
  readonly kioskToken: string;
  /** One for each clerk. */
  readonly cookies: readonly string[];
  readonly remove: () => void;
}

/** Writes the data of a centre into a folder of its own, or into the given one. */
export async function writeCentreData(
  dataDir: string = mkdtempSync(join(tmpdir(), 'motcua-faults-')),
): Promise<CentreData> {
  const hub = createHub({ dataDir });
  await setUpCentre(hub, aroundTheClock(kimBoi));
  const id = 'kiosk' as DeviceId;
  const device = { id, name: 'Kiosk', role: 'kiosk', pairedAt: hub.now(), revoked: false } as const;
  await hub.execute(
    {
      commandId: 'kiosk' as CommandId,
      type: 'put-device',
      device: { ...device, condition: UNKNOWN_CONDITION, locked: false, training: false },
    },
    THE_HUB_ITSELF,
  );
  const kioskToken = newToken();
  hub.store.secrets.setDeviceToken(id, hashToken(kioskToken), hub.now());
  const sessions = createSessions(hub.store.sessions, hub.now);
  const clerks = KIM_BOI_PEOPLE.filter(({ role }) => role === 'clerk');
  const cookies = clerks.map((clerk) => `motcua_session=${sessions.open(clerk.id)}`);
  hub.close();
  return {
    dataDir,
    kioskToken,
    cookies,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** The numbers in the data, and where its state and its journal disagree. */
export function inspectData(dataDir: string): {
  readonly numbers: readonly string[];
  readonly differences: readonly string[];
} {
  const hub = createHub({ dataDir });
  try {
    const numbers = [...hub.state.visits.values()].map(({ ticket }) => ticket.number);
    return { numbers, differences: verifyDatabase(hub.store.db).differences };
  } finally {
    hub.close();
  }
}

export interface HubProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly port: number;
  /** Stops in good order. */
  readonly stop: () => Promise<void>;
}

export interface ProcessOptions {
  /** Default: a free one, which stays free for restarts. */
  readonly port?: number;
  /** The maximum size of a file in KiB, to simulate a full disk. */
  readonly largestFileKiB?: number;
  /** Default: no log. */
  readonly logFile?: string;
}

export async function startHubProcess(
  dataDir: string,
  { port, largestFileKiB, logFile }: ProcessOptions = {},
): Promise<HubProcess> {
  const at = port ?? (await freePort());
  const child = spawnHub(
    [
      ...['--data', dataDir, '--port', String(at)],
      ...(logFile === undefined ? ['--log-level', 'silent'] : ['--log-file', logFile]),
      ...['--commands-per-second', 'unlimited'],
    ],
    largestFileKiB,
  );
  child.stderr?.resume();
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return {
    child,
    url,
    port: Number(new URL(url).port),
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Runs the hub's process until it exits; returns its exit code and output. */
export async function runToTheEnd(
  args: readonly string[],
): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawnHub(args);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.trim() };
}

export function connectKiosk({ url }: HubProcess, { kioskToken }: CentreData): HubConnection {
  return connectToHub({ url, role: 'kiosk', deviceToken: kioskToken, commandTimeoutMs: 60_000 });
}

function spawnHub(args: readonly string[], largestFileKiB?: number): ChildProcess {
  const node = [process.execPath, MAIN, ...args];
  // Node ignores the signal of the limit, so a write fails as on a full disk.
  const [program = '', ...rest] =
    largestFileKiB === undefined
      ? node
      : ['bash', '-c', `ulimit -f ${largestFileKiB}; exec "$0" "$@"`, ...node];
  return spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}
