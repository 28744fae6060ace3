import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type ConnectionTable, createConnectionTable } from './connection-table.ts';

const LIMITS = { connections: 20, connectionsPerAddress: 10, reservedConnections: 5 };

let nextPort = 40_000;
/** A connected socket. */
function aSocket(remoteAddress: string): Socket {
  nextPort += 1;
  return Object.defineProperties(new Socket(), {
    remoteAddress: { value: remoteAddress },
    remotePort: { value: nextPort },
  });
}
/** The number of admitted connections. */
function connect(table: ConnectionTable, address: string, count = 1): Socket[] {
  return Array.from({ length: count }, () => aSocket(address)).filter(
    (socket) => table.admit(socket) !== null,
  );
}
const stillThere = (sockets: readonly Socket[]) =>
  sockets.filter(({ destroyed }) => !destroyed).length;
function ask(table: ConnectionTable, sockets: readonly Socket[]): void {
  for (const socket of sockets)
    table.find(socket)?.answers.add(new ServerResponse(new IncomingMessage(socket)));
}

describe('the table of connections', () => {
  it('replaces the oldest idle connection of the address that holds most', () => {
    const table = createConnectionTable(LIMITS);
    const greedy = connect(table, '10.0.0.66', 10);
    const modest = connect(table, '10.0.0.7', 5);
    const clerk = connect(table, '10.0.0.5');

    expect(clerk).toHaveLength(1);
    expect(greedy.filter(({ destroyed }) => destroyed)).toEqual([greedy[0]]);
    expect(stillThere(modest)).toBe(5);
    expect(table.size()).toBe(15);
  });

  it('gives unknown clients all but the reserved places, and known ones these too', () => {
    const table = createConnectionTable(LIMITS);
    const [known] = connect(table, '10.0.0.5');
    table.recognize(known ?? new Socket());
    const unknown = ['10.0.1.1', '10.0.1.2', '10.0.1.3'].flatMap((each) => connect(table, each, 6));
    ask(table, unknown);

    expect(stillThere(unknown)).toBe(15);
    expect(connect(table, '10.0.0.5', 4)).toHaveLength(4);
    expect(connect(table, '127.0.0.1')).toHaveLength(1);
    expect(stillThere(unknown)).toBe(15);
  });

  it('replaces a busy connection only of an address that holds more than the new one, and never of a known client', () => {
    const table = createConnectionTable(LIMITS);
    const greedy = connect(table, '10.0.0.66', 10);
    const other = connect(table, '10.0.0.67', 5);
    ask(table, [...greedy, ...other]);
    const newcomers = connect(table, '10.0.0.5', 8);
    ask(table, newcomers);
    expect(stillThere(greedy)).toBeGreaterThanOrEqual(5);
    expect(stillThere([...greedy, ...other, ...newcomers])).toBe(15);

    const all = createConnectionTable({ ...LIMITS, connections: 3, reservedConnections: 0 });
    const staff = connect(all, '10.0.0.5', 3);
    for (const socket of staff) all.recognize(socket);
    expect(connect(all, '10.0.0.66')).toEqual([]);
    expect(stillThere(staff)).toBe(3);
  });

  it('limits the connections of one address, except of this machine itself', () => {
    const table = createConnectionTable(LIMITS);
    const greedy = connect(table, '10.0.0.66', 10);
    ask(table, greedy);
    expect(connect(table, '10.0.0.66')).toEqual([]);
    expect(stillThere(greedy)).toBe(10);
    expect(connect(table, '127.0.0.1', 10)).toHaveLength(10);
  });

  it('frees the place of a closed connection', async () => {
    const table = createConnectionTable(LIMITS);
    const [socket = new Socket()] = connect(table, '10.0.0.5');
    const closed = new Promise((done) => socket.once('close', done));
    socket.destroy();
    await closed;
    expect(table.size()).toBe(0);
    expect(table.find(socket)).toBeUndefined();
  });
});
