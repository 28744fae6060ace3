import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isLoopback } from './is-loopback.ts';

export interface ConnectionLimits {
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** Of `connections`: not available to unknown clients. */
  readonly reservedConnections: number;
}

/** One connection, from its first byte to its last. */
export interface Connection {
  readonly address: string;
  readonly key: string;
  /** Under TLS the decrypted stream, once the handshake is done. */
  stream: Socket;
  /** Requests whose answers are not completely sent. */
  readonly answers: Set<ServerResponse>;
  /** It speaks WebSocket; its messages are limited by their reader. */
  isUpgraded: boolean;
  /** Its client is signed in or a paired device. */
  isRecognized: boolean;
}

export interface ConnectionTable {
  /** Admits a new connection; null: the table is full, and no place could be freed. */
  readonly admit: (socket: Socket) => Connection | null;
  readonly find: (socket: Socket) => Connection | undefined;
  readonly all: () => Iterable<Connection>;
  readonly size: () => number;
  /** This machine itself, or the address of a known client. */
  readonly isKnown: (address: string) => boolean;
  /** The client of this socket is known: its connection is not cut, and its address may use the reserved places. */
  readonly recognize: (socket: Socket) => void;
}

/** Known addresses are remembered until a restart; the least recently used are dropped first. */
const MAX_KNOWN_ADDRESSES = 1_000;

/**
 * Decides which connections are admitted. When the table is full, a new connection replaces an idle one of the address
 * that holds most, so a client that opens many connections loses them first and idle ones lock out no other client.
 */
export function createConnectionTable(limits: ConnectionLimits): ConnectionTable {
  // Both in order of arrival: the first is the oldest.
  const byAddress = new Map<string, Set<Connection>>();
  const bySocket = new Map<string, Connection>();
  const known = new Set<string>();

  const isKnown = (address: string) => isLoopback(address) || known.has(address);
  const connectionsOf = (address: string) => byAddress.get(address)?.size ?? 0;
  const unknown = () =>
    [...byAddress].reduce((sum, [address, own]) => sum + (isKnown(address) ? 0 : own.size), 0);

  function remove(connection: Connection): void {
    if (bySocket.get(connection.key) === connection) bySocket.delete(connection.key);
    const own = byAddress.get(connection.address);
    own?.delete(connection);
    if (own?.size === 0) byAddress.delete(connection.address);
  }

  function evict(connection: Connection): void {
    remove(connection);
    connection.stream.destroy();
  }

  /** Cuts one connection to admit another; false when all of them are busy. */
  function makeRoom(newcomer: string): boolean {
    const candidates = [...byAddress]
      .filter(([address]) => isKnown(newcomer) || !isKnown(address))
      .toSorted(
        ([a, ofA], [b, ofB]) => Number(isKnown(a)) - Number(isKnown(b)) || ofB.size - ofA.size,
      )
      .map(([, own]) => [...own]);
    const idle = candidates.map((own) => own.find(isIdle)).find((found) => found !== undefined);
    // Busy, but of an address that holds more than the new one would.
    const [greediest = []] = candidates;
    const busy =
      greediest.length > connectionsOf(newcomer) + 1
        ? greediest.find(({ isRecognized }) => !isRecognized)
        : undefined;
    const victim = idle ?? busy;
    if (victim === undefined) return false;
    evict(victim);
    return true;
  }

  function hasPlace(address: string): boolean {
    const own = byAddress.get(address);
    // A proxy on this machine may connect on behalf of all clients.
    if (own !== undefined && own.size >= limits.connectionsPerAddress && !isLoopback(address)) {
      const idle = [...own].find(isIdle);
      if (idle === undefined) return false;
      evict(idle);
    }
    if (bySocket.size >= limits.connections) return makeRoom(address);
    const forUnknown = limits.connections - limits.reservedConnections;
    if (bySocket.size < forUnknown || isKnown(address) || unknown() < forUnknown) return true;
    return makeRoom(address);
  }

  return {
    admit(socket) {
      const address = socket.remoteAddress ?? '';
      if (!hasPlace(address)) return null;
      const key = keyOf(socket);
      const connection: Connection = {
        address,
        key,
        stream: socket,
        answers: new Set(),
        isUpgraded: false,
        isRecognized: false,
      };
      bySocket.set(key, connection);
      const own = byAddress.get(address) ?? new Set();
      byAddress.set(address, own.add(connection));
      socket.once('close', () => remove(connection));
      return connection;
    },
    find: (socket) => bySocket.get(keyOf(socket)),
    all: () => bySocket.values(),
    size: () => bySocket.size,
    isKnown,
    recognize(socket) {
      const connection = bySocket.get(keyOf(socket));
      if (connection === undefined) return;
      connection.isRecognized = true;
      known.delete(connection.address);
      known.add(connection.address);
      const [oldest] = known;
      if (known.size > MAX_KNOWN_ADDRESSES && oldest !== undefined) known.delete(oldest);
    },
  };
}

/** The same for a TLS stream and its underlying socket. */
function keyOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? ''} ${remotePort ?? 0}`;
}

function isIdle({ answers, isUpgraded, isRecognized }: Connection): boolean {
  return answers.size === 0 && !isUpgraded && !isRecognized;
}
