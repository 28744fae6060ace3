import { statfsSync } from 'node:fs';
import { z } from 'zod';
import { DOORS } from '../../identity/rights.ts';
import { type HttpApp, refusals } from '../http/answers.ts';
import type { RouteContext } from './route-context.ts';

const vitals = z.object({
  at: z.number().describe("the hub's clock, milliseconds since 1970, UTC"),
  startedAt: z.number().describe('what was heard before is not known any more'),
  hubFreeBytes: z.number().nullable().describe("on the disk of the hub's data"),
  devices: z.array(
    z.object({
      deviceId: z.string(),
      heardAt: z.number(),
      address: z.string().nullable(),
      clockAheadMs: z.number().nullable(),
      version: z.string().nullable(),
      freeBytes: z.number().nullable(),
      lastCallHeardAt: z.number().nullable(),
      webSocketBlocked: z.boolean().describe('it asks by HTTP again and again, which is slower'),
    }),
  ),
  alone: z
    .array(
      z.object({
        deviceId: z.string(),
        from: z.number(),
        until: z.number(),
        numbers: z.int(),
      }),
    )
    .describe('when kiosks gave numbers without the hub, as they told today'),
});

export function vitalsRoutes(app: HttpApp, { hub, config, guard, upkeep }: RouteContext): void {
  const startedAt = hub.now();
  app.get(
    '/api/devices/vitals',
    {
      onRequest: guard.only(...DOORS.upkeep),
      schema: {
        summary: 'When each device was last heard, and how it is',
        response: { 200: vitals, ...refusals },
      },
    },
    async () => ({
      at: hub.now(),
      startedAt,
      hubFreeBytes: config.dataDir === ':memory:' ? null : freeBytesOf(config.dataDir),
      devices: [...upkeep.vitals.all()],
      alone: [...upkeep.alone.all()],
    }),
  );
}

function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
