import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { expect } from 'vitest';
import {
  type CommandId,
  type DeviceId,
  type DeviceRole,
  type Instant,
  type LocalDate,
  type PersonId,
  type Result,
  UNKNOWN_CONDITION,
} from '@motcua/domain';
import { createHub, type Hub, type Identity, THE_HUB_ITSELF } from '@motcua/hub';
import { type Change, PROTOCOL_VERSION, type Role } from '@motcua/protocol';
import { aroundTheClock, kimBoi, setUpCentre } from '@motcua/testing';
import { createSocketServer } from '../../apps/hub/src/transport/sockets/socket-server.ts';

/** 09:00 in Việt Nam. */
export const NOW = Date.UTC(2026, 10, 23, 2) as Instant;
export const TODAY = '2026-11-23' as LocalDate;
export const UNAUTHENTICATED: Identity = {
  deviceId: null,
  deviceRole: null,
  personId: null,
  personRole: null,
};
export const LAN: Identity = {
  ...UNAUTHENTICATED,
  personId: 'lan' as PersonId,
  personRole: 'clerk',
};

/** A hub with sockets and a whole centre; a device's token is its name. */
export class WiredHub {
  hub: Hub;
  at: Instant = NOW;
  readonly #dataDir: string;
  #http = createServer();
  #server: ReturnType<typeof createSocketServer>;
  readonly #sockets: Socket[] = [];
  #count = 0;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
    this.hub = this.#open();
    this.#server = this.#serve();
  }

  static async start(dataDir = ':memory:'): Promise<WiredHub> {
    const wired = new WiredHub(dataDir);
    await setUpCentre(wired.hub, aroundTheClock(kimBoi));
    await wired.pair('kiosk', 'kiosk');
    await wired.pair('display', 'display');
    await wired.#listen();
    return wired;
  }

  /** Stops it and restarts it on its data. */
  async startAgain(): Promise<void> {
    await this.close();
    this.hub = this.#open();
    this.#http = createServer();
    this.#server = this.#serve();
    await this.#listen();
  }

  async pair(name: string, role: DeviceRole): Promise<void> {
    const device = {
      ...{ id: name as DeviceId, name, role, pairedAt: this.at },
      ...{ revoked: false, condition: UNKNOWN_CONDITION, locked: false, training: false },
    };
    await this.#itself({ type: 'put-device', device });
  }

  async revoke(name: string): Promise<void> {
    const device = this.hub.state.devices.get(name as DeviceId);
    if (device === undefined) throw new Error(`There is no ${name}`);
    await this.#itself({ type: 'put-device', device: { ...device, revoked: true } });
  }

  async closeDay(): Promise<void> {
    await this.#itself({ type: 'close-day' });
  }

  async greet(role: Role, deviceToken: string): Promise<Socket> {
    const { port } = this.#http.address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
    this.#sockets.push(socket);
    const hello = { protocolVersion: PROTOCOL_VERSION, role, deviceToken, lastSeq: null };
    expect(await socket.emitWithAck('hello', hello)).toMatchObject({ type: 'snapshot' });
    return socket;
  }

  /** Sends any message as a command. */
  command(
    socket: Socket,
    wish: object,
    commandId = `c-${(this.#count += 1)}`,
  ): Promise<Result<readonly Change[]>> {
    return socket.emitWithAck('command', { commandId, ...wish }) as Promise<
      Result<readonly Change[]>
    >;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.splice(0)) socket.disconnect();
    await this.#server.close();
    this.hub.close();
  }

  #open(): Hub {
    return createHub({ dataDir: this.#dataDir, now: () => this.at });
  }

  #serve() {
    return createSocketServer(this.#http, {
      hub: this.hub,
      identify: ({ deviceToken }) => {
        if (deviceToken === 'lan') return LAN;
        const device = this.hub.state.devices.get(deviceToken as DeviceId);
        return device === undefined
          ? UNAUTHENTICATED
          : { ...UNAUTHENTICATED, deviceId: device.id, deviceRole: device.role };
      },
      mayConnect: () => true,
      commandsPerSecond: 500,
    });
  }

  async #listen(): Promise<void> {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
  }

  async #itself(wish: object): Promise<void> {
    const commandId = `own-${(this.#count += 1)}` as CommandId;
    const done = await this.hub.execute({ commandId, ...wish } as never, THE_HUB_ITSELF);
    expect(done).toMatchObject({ ok: true });
  }
}
