import { Readable } from 'node:stream';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { createLog } from '../../operations/log.ts';
import { createErrorHandler } from './error-handler.ts';

it('answers in text that a file could not be read, not by the name and type of the file', async () => {
  const app = fastify();
  app.setErrorHandler(createErrorHandler(createLog({ level: 'silent', file: null })));
  app.get('/day.csv', (_request, reply) => {
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment');
    const read = () => pieces.destroy(new Error('The reader ended: SIGKILL'));
    const pieces = new Readable({ read });
    return reply.send(pieces);
  });
  const answer = await app.inject('/day.csv');
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({ code: 'fault' });
  expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
  expect(answer.headers).not.toHaveProperty('content-disposition');
  await app.close();
});
