import type { Interceptor } from '../engine/interceptor.ts';
import type { Log } from './log.ts';

/** A line of log for each command: type, sender, result and milliseconds. */
export function logCommands(log: Log): Interceptor {
  return (next) => {
    if (!log.isLevelEnabled('info')) return next;
    return (command, identity, reason, answer, isUrgent) => {
      const start = performance.now();
      const logged: typeof answer = (result) => {
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
      };
      next(command, identity, reason, logged, isUrgent);
    };
  };
}
