import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { HttpApp } from '../http/answers.ts';
import type { RouteContext } from './route-context.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')));
export const VERSION = version;

const health = z.object({
  status: z.literal('ok'),
  seq: z.int().describe('position of the journal'),
  at: z.number().describe("the hub's clock, milliseconds since 1970, UTC"),
  today: z.string().describe('the local day that is open'),
  version: z.string(),
  history: z
    .object({ database: z.string(), epoch: z.number(), life: z.string() })
    .describe('which data, and since when it counts; of one database the highest epoch is the hub'),
  uptimeSeconds: z.int(),
});

/** Whether the hub lives; knows nothing about anybody, so everybody may ask. */
export function healthRoutes(app: HttpApp, { hub }: RouteContext): void {
  app.get(
    '/health',
    { schema: { summary: 'Whether the hub lives', response: { 200: health } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      // A page whose own hub is gone asks from another origin whether this one answers.
      reply.header('cross-origin-resource-policy', 'cross-origin');
      const { seq, today } = hub.state;
      const uptimeSeconds = Math.floor(process.uptime());
      return {
        status: 'ok' as const,
        seq,
        at: hub.now(),
        today,
        version,
        history: hub.store.history.read(),
        uptimeSeconds,
      };
    },
  );
}
