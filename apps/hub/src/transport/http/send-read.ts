import type { FastifyReply } from 'fastify';
import type { Reader } from '../../reads/reader.ts';
import type { ReadTask } from '../../reads/read-task.ts';
import { answerRefusal } from './answers.ts';

/** Answers with what a read brings, piece by piece as the receiver takes it. */
export function sendRead(
  reply: FastifyReply,
  reader: Reader,
  task: ReadTask,
  contentType: string,
): FastifyReply {
  const pieces = reader.stream(task);
  return pieces.ok
    ? reply.type(contentType).send(pieces.value)
    : answerRefusal(reply, pieces.refusal);
}
