import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { positionQuery, standby } from '@motcua/protocol/http';
import { writeBackup } from '../../backups/write-backup.ts';
import type { FeedLine } from '../../standby/feed-line.ts';
import { answerRefusal } from '../http/answer-refusal.ts';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

const COPY = /^motcua-copy-.+\.backup(?:\.part(?:-journal)?)?$/;
/** A follower that stops reading is cut; it reconnects and catches up. */
const MAX_UNREAD_BYTES = 64 << 20;

/** Everything the hub knows, hashes of passwords too: only for a computer that an administrator paired as standby. */
export function standbyRoutes(
  serve: Serve,
  { hub, guard, services, config, log }: RouteContext,
): void {
  const folder = config.dataDir === ':memory:' ? tmpdir() : config.dataDir;
  // A hub that was killed while it sent a copy left it behind.
  if (config.dataDir !== ':memory:' && existsSync(folder))
    for (const name of readdirSync(folder)) if (COPY.test(name)) rmSync(join(folder, name));
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) =>
    guard.identityOf(request).deviceRole === 'standby'
      ? undefined
      : answerRefusal(reply, { code: 'role-not-allowed', detail: {} });

  serve(standby.feed, { onRequest, hide: true }, ({ query, by: { deviceId }, request, reply }) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'application/x-ndjson' });
    reply.raw.flushHeaders();
    const { socket } = request;
    // Around the response, which would hold each line back until the answers have left: a follower comes first.
    const send = (line: FeedLine) => {
      if (socket.destroyed) return;
      const text = `${JSON.stringify(line)}\n`;
      socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
      if (socket.writableLength > MAX_UNREAD_BYTES) socket.destroy();
    };
    const position = positionQuery.safeParse(query).data ?? null;
    const close = services.feed.open(position, {
      send,
      end: () => void socket.end('0\r\n\r\n'),
    });
    const isAllowed = setInterval(() => {
      const device = deviceId === null ? undefined : hub.state.devices.get(deviceId);
      if (device === undefined || device.revoked) return void socket.destroy();
      services.vitals.reported(device.id, request.ip);
    }, 1_000);
    log.info({ deviceId, position }, 'a standby follows');
    socket.once('close', () => {
      clearInterval(isAllowed);
      close();
      log.info({ deviceId }, 'a standby is gone');
    });
    return 'sent';
  });

  serve(standby.copy, { onRequest, hide: true }, async ({ reply }) => {
    const file = join(folder, `motcua-copy-${randomUUID()}.backup`);
    await writeBackup(hub.store.db, file, hub.now(), { keepsConfidential: true });
    const stream = createReadStream(file);
    // Where a file in use cannot be removed, it is removed after it was read.
    stream.once('close', () => rmSync(file, { force: true }));
    reply.type('application/octet-stream').send(stream);
    return 'sent' as const;
  });
}
