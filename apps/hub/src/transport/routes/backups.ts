import { BACKUP_OLD_AFTER_MS, ok } from '@motcua/domain';
import { backups as described } from '@motcua/protocol/http';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import type { Serve } from '../http/serve-route.ts';
import { EVERYONE_AT_WORK, type RouteContext } from './route-context.ts';

/** Backups, for those who manage them; their failures, for all staff. */
export function backupRoutes(serve: Serve, { hub, services, log }: RouteContext): void {
  const { backups } = services;
  const only = ROUTE_ROLES.maintenance;
  const state = () => {
    const found = backups.state();
    const since = found.newest?.madeAt ?? hub.store.journal.firstAt() ?? hub.now();
    return { ...found, at: hub.now(), old: hub.now() - since > BACKUP_OLD_AFTER_MS };
  };

  serve(described.state, { only }, () => ok(state()));

  serve(described.make, { only, perMinute: 6 }, async ({ by }) => {
    log.info({ personId: by.personId }, 'backup asked for');
    await backups.run(by);
    return ok(state());
  });

  serve(described.alarm, { only: EVERYONE_AT_WORK }, () => {
    const { failure, old } = state();
    return ok({ alarm: failure !== null || old });
  });
}
