import { BACKUP_OLD_AFTER_MS } from '@motcua/domain';
import { z } from 'zod';
import { BACKUP_FAILURES } from '../../jobs/write-backup.ts';
import { DOORS } from '../../identity/rights.ts';
import { type HttpApp, refusals } from '../http/answers.ts';
import type { RouteContext } from './route-context.ts';

const state = z.object({
  at: z.number().describe("the hub's clock, milliseconds since 1970, UTC"),
  folder: z.string().describe('where backups lie on the hub'),
  newest: z
    .object({ name: z.string(), madeAt: z.number(), bytes: z.number() })
    .nullable()
    .describe('null: there is none'),
  count: z.int(),
  running: z.boolean(),
  failure: z
    .object({ at: z.number(), problem: z.enum(BACKUP_FAILURES) })
    .nullable()
    .describe('of the last attempt'),
  old: z.boolean().describe('older than it may become'),
});

/** Backups, for those who answer for them; that one failed, for all who work here. */
export function backupRoutes(app: HttpApp, { hub, guard, upkeep, log }: RouteContext): void {
  const { backups } = upkeep;
  const onRequest = guard.only(...DOORS.upkeep);
  const look = () => {
    const found = backups.state();
    const since = found.newest?.madeAt ?? hub.store.journal.firstAt() ?? hub.now();
    return { ...found, at: hub.now(), old: hub.now() - since > BACKUP_OLD_AFTER_MS };
  };

  app.get(
    '/api/backups',
    { onRequest, schema: { summary: 'The newest backup', response: { 200: state, ...refusals } } },
    async () => look(),
  );

  app.post(
    '/api/backups',
    {
      onRequest,
      config: { rateLimit: { max: 6, timeWindow: 60_000 } },
      schema: { summary: 'Make a backup now', response: { 200: state, ...refusals } },
    },
    async (request) => {
      const by = guard.identityOf(request);
      log.info({ personId: by.personId }, 'backup asked for');
      await backups.run(by);
      return look();
    },
  );

  app.get(
    '/api/backups/alarm',
    {
      onRequest: guard.only('clerk', 'guide', 'head', 'administrator'),
      schema: {
        summary: 'Whether somebody must look after the backups',
        response: { 200: z.object({ alarm: z.boolean() }), ...refusals },
      },
    },
    async () => {
      const { failure, old } = look();
      return { alarm: failure !== null || old };
    },
  );
}
