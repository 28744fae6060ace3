import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToHub, type HubConnection } from '@motcua/client';
import type { DeviceId, DeviceRole, Instant, PersonId } from '@motcua/domain';
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
import { aroundTheClock, kimBoi } from './kim-boi/index.ts';
import { setUpCentre } from './set-up-centre.ts';

export interface TestSiteOptions {
  readonly now?: () => Instant;
  /** Kept when given; else a folder that is gone afterwards. */
  readonly dataDir?: string;
  /** Where the kiosk's built page is. */
  readonly kioskPageDir: string;
  readonly widthDots?: number;
}

export type ThermalPrinter = Awaited<ReturnType<typeof startThermalPrinter>>;

/** A whole centre in this process, on free ports: hub, one kiosk and its printer. */
export interface TestSite {
  readonly started: StartedHub;
  readonly hubUrl: string;
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
  readonly close: () => Promise<void>;
}

/** Starts Kim Bôi, open around the clock. */
export async function startTestSite(options: TestSiteOptions): Promise<TestSite> {
  const scratch = mkdtempSync(join(tmpdir(), 'motcua-site-'));
  const dataDir = options.dataDir ?? join(scratch, 'hub');
  const read = readConfig({ port: 0, dataDir, demonstration: true, commandsPerSecond: Infinity });
  if (!read.ok) throw new Error(read.sentence);
  await setUpOnce(dataDir, options.now);
  const log = createLog({ level: 'error', file: null });
  const started = await startHub(read.config, log, options.now);
  const { hub, url: hubUrl } = started;
  const sessions = createSessions(hub.store.sessions, hub.now);
  const sessionOf = (id: string) => sessions.open(id as PersonId);
  const printer = await startThermalPrinter({
    port: 0,
    httpPort: 0,
    widthDots: options.widthDots ?? 576,
  });
  const tokenFor = (role: DeviceRole, name: string) => addDevice(started, role, name);
  const kiosk = await startKioskService({
    hubUrl,
    port: 0,
    name: 'Kiosk 1',
    deviceToken: await tokenFor('kiosk', 'Kiosk 1'),
    dataDir: join(scratch, 'kiosk'),
    printer: `tcp://127.0.0.1:${printer.port}`,
    widthDots: options.widthDots ?? 576,
    pageDir: options.kioskPageDir,
  });
  const links: HubConnection[] = [];
  const live = async (link: HubConnection): Promise<HubConnection> => {
    links.push(link);
    await until(link, () => link.getState().connection === 'live');
    return link;
  };

  return {
    started,
    hubUrl,
    kioskUrl: kiosk.url,
    paperUrl: `http://127.0.0.1:${printer.httpPort}`,
    printer,
    touchKiosk: () => connectToKiosk(kiosk.url),
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
      await started.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** Before the hub listens: one that finds nobody would make an administrator of its own. */
async function setUpOnce(dataDir: string, now: TestSiteOptions['now']): Promise<void> {
  const hub = createHub({ dataDir, ...(now === undefined ? {} : { now }) });
  if (!hub.state.settings.isSetUp) await setUpCentre(hub, aroundTheClock(kimBoi));
  hub.close();
}

/** Resolves as soon as the condition holds, looked at after every change of the link. */
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
  };
  await hub.execute(
    { commandId: `device-${id}` as never, type: 'put-device', device },
    THE_HUB_ITSELF,
  );
  hub.store.secrets.setDeviceToken(id, hashToken(token), hub.now());
  return token;
}
