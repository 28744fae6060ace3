import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { connectToHub, type HubConnection } from '@motcua/client';
import { type CommandId, type DeviceId, type Settings, UNKNOWN_CONDITION } from '@motcua/domain';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF } from '@motcua/hub';
import {
  aroundTheClock,
  type FakeClock,
  freePort,
  kimBoi,
  layNetworkCable,
  type NetworkCable,
  setUpCentre,
} from '@motcua/testing';
import {
  createKioskCore,
  type KioskCore,
} from '../../apps/kiosk/src/service/tickets/kiosk-core.ts';
import {
  type KioskStore,
  openKioskStore,
} from '../../apps/kiosk/src/service/offline/kiosk-store.ts';
import type { KioskLog } from '../../apps/kiosk/src/service/kiosk-log.ts';
import { createSocketServer } from '../../apps/hub/src/transport/sockets/socket-server.ts';

/** Long enough for an answer on one machine, and short enough for a thousand timeouts. */
const COMMAND_TIMEOUT_MS = 120;
const LINES_KEPT = 60;
export const KIOSKS = ['kiosk-1' as DeviceId, 'kiosk-2' as DeviceId] as const;
const HUB_FILES = ['motcua.db', 'motcua.db-wal', 'motcua.seq', 'motcua.letters'];
const KIOSK_FILES = ['kiosk.db', 'kiosk.db-wal'];

/** Two queues, so that both equal and different series occur. */
function smallCentre(dayEnd: Settings['site']['dayEnd']): Settings {
  const { site, queues, services, serviceGroups, counters, safekeeping } = aroundTheClock(kimBoi);
  const [first, second] = queues;
  if (first === undefined || second === undefined) throw new Error('Kim Bôi has no queues');
  const kept = [first, second].map(({ id }) => id);
  return {
    site: { ...site, dayEnd },
    serviceGroups,
    queues: [first, second],
    services: kept.flatMap((id) => services.filter(({ queueId }) => queueId === id).slice(0, 2)),
    counters: counters.slice(0, 1).map((counter) => ({ ...counter, queueIds: kept })),
    priorityGroups: [],
    safekeeping,
  };
}

/** A hub that can be killed, with its own folder after every restore. */
export class MortalHub {
  hub: Hub;
  readonly port: number;
  #dataDir: string;
  #http: Server;
  readonly #wires = new Set<Socket>();
  readonly #parent: string;
  readonly #clock: FakeClock;
  #closeSockets: () => Promise<void>;
  #lives = 0;

  private constructor(parent: string, clock: FakeClock, dataDir: string, http: Server, hub: Hub) {
    this.#parent = parent;
    this.#clock = clock;
    this.#dataDir = dataDir;
    this.#http = http;
    this.hub = hub;
    this.port = (http.address() as AddressInfo).port;
    this.#closeSockets = this.#serve();
  }

  static async start(clock: FakeClock, dayEnd: Settings['site']['dayEnd']): Promise<MortalHub> {
    const parent = mkdtempSync(join(tmpdir(), 'motcua-offline-'));
    const dataDir = join(parent, 'hub-0');
    const hub = createHub({ dataDir, now: clock.now });
    await setUpCentre(hub, smallCentre(dayEnd));
    for (const id of KIOSKS) await pairKiosk(hub, id);
    return new MortalHub(parent, clock, dataDir, await listen(await freePort()), hub);
  }

  /** The database as in a backup. */
  backup(): Buffer {
    return this.hub.store.db.serialize();
  }

  /** Kills it at any moment; what was committed is on disk. */
  async kill(): Promise<void> {
    const next = join(this.#parent, `hub-${(this.#lives += 1)}`);
    mkdirSync(next);
    this.#cutAll();
    copy(HUB_FILES, this.#dataDir, next);
    const before = this.#dataDir;
    this.#dataDir = next;
    await this.#closeSockets();
    this.#http.close();
    this.hub.close();
    rmSync(before, { recursive: true, force: true });
  }

  /** Replaces the database by a backup; on another machine there are no other files. */
  putBack(image: Buffer, elsewhere: boolean): void {
    for (const file of elsewhere ? HUB_FILES : HUB_FILES.slice(0, 2))
      rmSync(join(this.#dataDir, file), { force: true });
    writeFileSync(join(this.#dataDir, 'motcua.db'), image);
  }

  async startAgain(): Promise<void> {
    this.hub = createHub({ dataDir: this.#dataDir, now: this.#clock.now });
    this.#http = await listen(this.port);
    this.#closeSockets = this.#serve();
  }

  async close(): Promise<void> {
    this.#cutAll();
    await this.#closeSockets();
    this.#http.close();
    this.hub.close();
    rmSync(this.#parent, { recursive: true, force: true });
  }

  #serve(): () => Promise<void> {
    this.#http.on('connection', (wire) => {
      this.#wires.add(wire);
      wire.once('close', () => this.#wires.delete(wire));
    });
    return serve(this.#http, this.hub);
  }

  #cutAll(): void {
    for (const wire of this.#wires) wire.destroy();
  }
}

/** A kiosk that can be killed, behind a proxy that can be cut. */
export class MortalKiosk {
  readonly id: DeviceId;
  readonly cable: NetworkCable;
  core: KioskCore;
  link: HubConnection;
  readonly #now: FakeClock['now'];
  readonly #parent = mkdtempSync(join(tmpdir(), 'motcua-kiosk-'));
  #store: KioskStore;
  #dir = '';
  #lives = 0;
  /** Its printer fails occasionally. */
  readonly #jams: () => boolean;
  /** What it logged lately, of all its lives: shown when something is wrong. */
  readonly logged: string[] = [];

  private constructor(
    id: DeviceId,
    cable: NetworkCable,
    now: FakeClock['now'],
    jams: () => boolean,
  ) {
    this.id = id;
    this.cable = cable;
    this.#now = now;
    this.#jams = jams;
    this.#dir = join(this.#parent, 'life-0');
    mkdirSync(this.#dir);
    this.#store = openKioskStore(this.#dir);
    this.link = this.#connect();
    this.core = this.#start();
  }

  /** `skewMs`: how far its clock is ahead of the hub's. */
  static async start(
    id: DeviceId,
    hubPort: number,
    clock: FakeClock,
    skewMs: number,
    jams: () => boolean,
  ): Promise<MortalKiosk> {
    const now = () => (clock.now() + skewMs) as ReturnType<FakeClock['now']>;
    return new MortalKiosk(id, await layNetworkCable(hubPort), now, jams);
  }

  /** Kills it at any moment, and restarts it on its data. */
  die(): void {
    const next = join(this.#parent, `life-${(this.#lives += 1)}`);
    mkdirSync(next);
    copy(KIOSK_FILES, this.#dir, next);
    this.core.stop();
    this.#store.close();
    this.link.close();
    rmSync(this.#dir, { recursive: true, force: true });
    this.#dir = next;
    this.#store = openKioskStore(next);
    this.link = this.#connect();
    this.core = this.#start();
  }

  async close(): Promise<void> {
    this.core.stop();
    this.#store.close();
    this.link.close();
    await this.cable.close();
    rmSync(this.#parent, { recursive: true, force: true });
  }

  #connect(): HubConnection {
    return connectToHub({
      url: this.cable.url,
      role: 'kiosk',
      deviceToken: this.id,
      now: this.#now,
      commandTimeoutMs: COMMAND_TIMEOUT_MS,
    });
  }

  #start(): KioskCore {
    return createKioskCore({
      hub: this.link,
      store: this.#store,
      slipPrinter: {
        prepare: () => undefined,
        longestMs: () => 1,
        print: async () => {
          if (this.#jams()) throw new Error('The paper jams');
          return { status: 'ready', proof: 'proved' };
        },
      },
      now: this.#now,
      onSlip: () => undefined,
      onPrinterStatus: () => undefined,
      log: this.#log(),
      againMs: 20,
    });
  }

  #log(): KioskLog {
    const life = this.#lives;
    const write = (detail: object, message: string): void => {
      const cause = 'err' in detail ? inspect(detail.err) : JSON.stringify(detail);
      this.logged.push(`${this.#now()} life ${life}: ${message} ${cause}`);
      if (this.logged.length > LINES_KEPT) this.logged.shift();
    };
    return { info: write, warn: write, error: write };
  }
}

function copy(files: readonly string[], from: string, to: string): void {
  for (const file of files)
    if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file));
}

async function listen(port: number): Promise<Server> {
  const http = createServer();
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return http;
}

/** Here a kiosk's token is its name. */
function serve(http: Server, hub: Hub): () => Promise<void> {
  const identify = ({ deviceToken }: { readonly deviceToken: string | null }): Identity => {
    const device = hub.state.devices.get(deviceToken as DeviceId);
    return {
      deviceId: device?.id ?? null,
      deviceRole: device?.role ?? null,
      personId: null,
      personRole: null,
    };
  };
  const sockets = createSocketServer(http, {
    hub,
    identify,
    mayConnect: () => true,
    commandsPerSecond: Infinity,
  });
  return sockets.close;
}

async function pairKiosk(hub: Hub, id: DeviceId): Promise<void> {
  const pairedAt = hub.now();
  const device = { id, name: id, role: 'kiosk', pairedAt, revoked: false } as const;
  const rest = { condition: UNKNOWN_CONDITION, locked: false, training: false };
  await hub.execute(
    { commandId: `pair-${id}` as CommandId, type: 'put-device', device: { ...device, ...rest } },
    THE_HUB_ITSELF,
  );
}
