import type { Hub } from '../engine/hub.ts';
import type { Log } from './log.ts';

/** The same hub, with a line of log for each command: what, by whom, how it ended, in milliseconds. */
export function logCommands(hub: Hub, log: Log): Hub {
  if (!log.isLevelEnabled('info')) return hub;
  return Object.create(hub, {
    submit: {
      value: ((command, identity, reason, answer) => {
        const start = performance.now();
        hub.submit(command, identity, reason, (result) => {
          answer(result);
          const { deviceId, personId } = identity;
          log.info({
            command: command.type,
            commandId: command.commandId,
            deviceId,
            personId,
            code: result.ok ? 'ok' : result.refusal.code,
            ms: Math.round((performance.now() - start) * 1000) / 1000,
          });
        });
      }) satisfies Hub['submit'],
    },
  }) as Hub;
}
