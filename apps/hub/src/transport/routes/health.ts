import { readFileSync } from 'node:fs';
import { ok } from '@motcua/domain';
import { health } from '@motcua/protocol/http';
import { z } from 'zod';
import type { Serve } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')));
export const VERSION = version;

export function healthRoutes(serve: Serve, { hub }: RouteContext): void {
  serve(health.read, {}, ({ reply }) => {
    reply.header('cache-control', 'no-store');
    // A page without its own hub asks from another origin whether this one answers.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    const { seq, today } = hub.state;
    const history = hub.store.history.read();
    const uptimeSeconds = Math.floor(process.uptime());
    return ok({ status: 'ok', seq, at: hub.now(), today, version, history, uptimeSeconds });
  });
}
