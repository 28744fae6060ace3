import { ok } from '@motcua/domain';
import { MAX_SETUP_FILE_LENGTH, setup, setupControl } from '@motcua/protocol/http';
import { writeSetupFile } from '@motcua/protocol/setup-file';
import { type Identity, THE_HUB_ITSELF } from '../../engine/hub-command.ts';
import { ROUTE_ROLES } from '../../identity/rights.ts';
import { previewSetup, setUpCentre } from '../../operations/set-up.ts';
import type { Serve, ServeOptions } from '../http/serve-route.ts';
import type { RouteContext } from './route-context.ts';

/** JSON escapes a letter with six bytes at most; its own is rarely longer than three. */
const LARGEST_BODY_BYTES = 3 * MAX_SETUP_FILE_LENGTH;

/** The set-up as a whole, for those who set the centre up. */
export function setupRoutes(serve: Serve, context: RouteContext): void {
  serveSetup(serve, context, setup, { only: ROUTE_ROLES.setup }, (by) => by());
}

/** The same for the command line. */
export function setupControlRoutes(serve: Serve, context: RouteContext, own: ServeOptions): void {
  serveSetup(serve, context, setupControl, own, () => THE_HUB_ITSELF);
}

function serveSetup(
  serve: Serve,
  { hub, log }: RouteContext,
  routes: typeof setup | typeof setupControl,
  options: ServeOptions,
  identityOf: (by: () => Identity) => Identity,
): void {
  const large = { ...options, bodyBytes: LARGEST_BODY_BYTES };
  serve(routes.file, options, ({ reply }) => {
    const name = `motcua-setup-${hub.state.today}.json`;
    reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(writeSetupFile(hub.state.settings.all()));
    return 'sent';
  });
  serve(routes.preview, large, ({ body: { step } }) => {
    const changes = previewSetup(hub, step);
    return changes.ok ? ok({ changes: changes.value }) : changes;
  });
  serve(routes.apply, large, async (asked) => {
    const by = identityOf(() => asked.by);
    const done = await setUpCentre(hub, asked.body.step, by);
    if (!done.ok) return done;
    log.info({ step: asked.body.step.type, by: by.personId }, 'set up');
    return ok({ changes: done.value });
  });
}
