import type { Result } from '@motcua/domain';
import type { FastifyReply } from 'fastify';
import type { Reader } from '../../reads/reader.ts';
import type { ReadTask } from '../../reads/read-task.ts';

/** Answers with the pieces of a read, as the receiver takes them. */
export function sendRead(
  reply: FastifyReply,
  reader: Reader,
  task: ReadTask,
  contentType: string,
): Result<never> | 'sent' {
  const pieces = reader.stream(task);
  if (!pieces.ok) return pieces;
  reply.type(contentType).send(pieces.value);
  return 'sent';
}
