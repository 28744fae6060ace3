/** The baseline process without motcua: socket.io configured as in the hub, and one row per transaction in SQLite. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';

const dir = process.argv[2] ?? '.';
const db = new Database(join(dir, 'floor.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
const insert = db.prepare('INSERT INTO row (body) VALUES (?)');
const BODY = 'x'.repeat(200);

const http = createServer();
const io = new Server(http, {
  serveClient: false,
  transports: ['websocket'],
  perMessageDeflate: false,
});
io.on('connection', (socket) => {
  socket.on('ack', (_message: unknown, answer: (result: unknown) => void) => answer({ ok: true }));
  socket.on('row-and-ack', (_message: unknown, answer: (result: unknown) => void) => {
    insert.run(BODY);
    answer({ ok: true });
  });
  socket.on('broadcast', (message: unknown) => io.emit('changes', message));
  /** Milliseconds of each of `count` transactions of one row. */
  socket.on('rows', (count: number, answer: (times: readonly number[]) => void) => {
    answer(
      Array.from({ length: count }, () => {
        const start = performance.now();
        insert.run(BODY);
        return performance.now() - start;
      }),
    );
  });
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
