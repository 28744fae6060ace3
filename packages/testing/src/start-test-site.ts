import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { DeviceId, DeviceRole, Instant, PersonId, Settings } from '@motcua/domain';
import { UNKNOWN_CONDITION } from '@motcua/domain';
import {
  createHub,
  createLog,
  createSessions,
  hashToken,
  newToken,
  readConfig,
  startHub,
  type StartedHub,
  THE_HUB_ITSELF,
} from '@motcua/hub';
import { startKioskService } from '@motcua/kiosk';
import { startThermalPrinter } from '@motcua/thermal-printer-simulator';
import { connectToKiosk, type KioskPage } from './connect-to-kiosk.ts';
import { freePort } from './free-port.ts';
import { aroundTheClock, kimBoi } from './kim-boi/index.ts';
import { layNetworkCable, type NetworkCable } from './network-cable.ts';
import { setUpCentre } from './set-up-centre.ts';

export interface TestSiteOptions {
  /** The clock of hub and kiosk. */
  readonly now?: () => Instant;
  /** Kept when given; else a temporary folder that is removed. */
  readonly dataDir?: string;
  /** The folder of the kiosk's built page; default: an empty page. */
  readonly kioskPageDir?: string;
  readonly widthDots?: number;
  /** Default: Kim Bôi, open around the clock. */
  readonly settings?: Settings;
  /** The complete log of hub and kiosk; default: only faults, to stderr. */
  readonly logFile?: string;
  /** How long the kiosk waits for an answer of the hub; default: longer than a busy machine may stall. */
  readonly kioskTimeoutMs?: number;
}

const KIOSK_TIMEOUT_MS = 20_000;

export type ThermalPrinter = Awaited<ReturnType<typeof startThermalPrinter>>;

/** A whole centre in this process, on free ports: hub, one kiosk and its printer. */
export interface TestSite {
  /** The hub that runs now, or ran last. */
  readonly started: StartedHub;
  readonly hubUrl: string;
  /** The proxy between the kiosk and the hub. */
  readonly kioskCable: NetworkCable;
  /** Stops the hub in good order; its data stays. */
  readonly stopHub: () => Promise<void>;
  /** Starts the hub again on its data, at the same address. */
  readonly startHubAgain: () => Promise<void>;
  readonly kioskUrl: string;
  readonly paperUrl: string;
  readonly printer: ThermalPrinter;
  /** The kiosk's page without a screen. */
  readonly touchKiosk: () => Promise<KioskPage>;
  /** A clerk or head, signed in. */
  readonly asPerson: (id: string, role?: 'counter' | 'admin') => Promise<HubConnection>;
  readonly asDisplay: () => Promise<HubConnection>;
  /** The session cookie's value of a person, for a browser. */
  readonly sessionOf: (id: string) => string;
  readonly tokenFor: (role: DeviceRole, name: string) => Promise<string>;
  /** Resolves when the kiosk may issue numbers offline. */
  readonly kioskHasNumbers: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a centre; default: Kim Bôi. */
export async function startTestSite(options: TestSiteOptions = {}): Promise<TestSite> {
  const scratch = mkdtempSync(join(tmpdir(), 'motcua-site-'));
  const dataDir = options.dataDir ?? join(scratch, 'hub');
  await setUpOnce(dataDir, options);
  const { logFile = null } = options;
  const log = createLog({ level: logFile === null ? 'error' : 'trace', file: logFile });
  const startOn = async (port: number): Promise<StartedHub> => {
    const read = readConfig({ port, dataDir, demonstration: true, commandsPerSecond: Infinity });
    if (!read.ok) throw new Error(read.sentence);
    return startHub(read.config, log, options.now);
  };
  const hubPort = await freePort();
  let started = await startOn(hubPort);
  let running = true;
  const { url: hubUrl } = started;
  const kioskCable = await layNetworkCable(hubPort);
  const sessionOf = (id: string) => {
    const { hub } = started;
    return createSessions(hub.store.sessions, hub.now).open(id as PersonId);
  };
  const printer = await startThermalPrinter({
    port: 0,
    httpPort: 0,
    widthDots: options.widthDots ?? 576,
  });
  const tokenFor = (role: DeviceRole, name: string) => addDevice(started, role, name);
  const kiosk = await startKioskService({
    hubUrl: kioskCable.url,
    port: 0,
    name: 'Kiosk 1',
    deviceToken: await tokenFor('kiosk', 'Kiosk 1'),
    dataDir: join(scratch, 'kiosk'),
    printer: `tcp://127.0.0.1:${printer.port}`,
    widthDots: options.widthDots ?? 576,
    pageDir: options.kioskPageDir ?? emptyPage(join(scratch, 'page')),
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(logFile === null ? {} : { log }),
    hubTimeoutMs: options.kioskTimeoutMs ?? KIOSK_TIMEOUT_MS,
  });
  const links: HubConnection[] = [];
  const live = async (link: HubConnection): Promise<HubConnection> => {
    links.push(link);
    await until(link, () => link.getState().connection === 'live');
    return link;
  };

  return {
    get started() {
      return started;
    },
    hubUrl,
    kioskCable,
    async stopHub() {
      running = false;
      await started.close();
    },
    async startHubAgain() {
      started = await startOn(hubPort);
      running = true;
    },
    kioskUrl: kiosk.pageUrl,
    paperUrl: `http://127.0.0.1:${printer.httpPort}`,
    printer,
    touchKiosk: () => connectToKiosk(kiosk.pageUrl),
    async kioskHasNumbers() {
      const [queue] = started.hub.state.settings.all().queues;
      if (queue === undefined) throw new Error('The centre has no queue');
      while ((kiosk.offlineLeft(queue.id) ?? 0) === 0) await new Promise(setImmediate);
    },
    asPerson: (id, role = 'counter') =>
      live(
        connectToHub({
          url: hubUrl,
          role,
          deviceToken: null,
          cookie: `motcua_session=${sessionOf(id)}`,
        }),
      ),
    asDisplay: async () =>
      live(
        connectToHub({
          url: hubUrl,
          role: 'display',
          deviceToken: await tokenFor('display', 'Màn hình'),
        }),
      ),
    sessionOf,
    tokenFor,
    close: async () => {
      for (const link of links) link.close();
      await kiosk.close();
      await printer.close();
      await kioskCable.close();
      if (running) await started.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Before the hub listens: an empty one would create an administrator of its own. */
async function setUpOnce(dataDir: string, { now, settings }: TestSiteOptions): Promise<void> {
  const hub = createHub({ dataDir, ...(now === undefined ? {} : { now }) });
  if (!hub.state.settings.isSetUp) await setUpCentre(hub, settings ?? aroundTheClock(kimBoi));
  hub.close();
}

function emptyPage(dir: string): string {
  mkdirSync(dir);
  writeFileSync(join(dir, 'index.html'), '<!doctype html><head></head><body></body>');
  return dir;
}

/** Resolves as soon as the condition holds, checked after every change of the link. */
export function until(link: HubConnection, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    if (holds()) return done();
    const stop = link.subscribe(() => {
      if (!holds()) return;
      stop();
      done();
    });
  });
}

async function addDevice({ hub }: StartedHub, role: DeviceRole, name: string): Promise<string> {
  const token = newToken();
  const id = `${role}-${token.slice(0, 8)}` as DeviceId;
  const device = {
    id,
    name,
    role,
    pairedAt: hub.now(),
    revoked: false,
    condition: UNKNOWN_CONDITION,
    locked: false,
    training: false,
  };
  await hub.execute(
    { commandId: `device-${id}` as never, type: 'put-device', device },
    THE_HUB_ITSELF,
  );
  hub.store.secrets.setDeviceToken(id, hashToken(token), hub.now());
  return token;
}
