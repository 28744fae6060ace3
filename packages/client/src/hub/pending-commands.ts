import { refuse, type Refusal, type Result } from '@motcua/domain';
import type { Change, Command } from '@motcua/protocol';

type Answer = Result<readonly Change[]>;

interface Pending {
  readonly command: Command;
  readonly settle: (answer: Answer) => void;
}

/** Commands that wait for their answer, in the order in which they were given. */
export interface PendingCommands {
  /** The answer; `hub-unavailable` when none came within `timeoutMs`. */
  readonly add: (command: Command, timeoutMs: number) => Promise<Answer>;
  /** A second answer to a repeated command is ignored. */
  readonly answer: (command: Command, answer: Answer) => void;
  readonly all: () => readonly Command[];
  readonly refuseAll: (code: Refusal['code']) => void;
}

/** Every command is answered: after `timeoutMs` it is refused with `hub-unavailable`. */
export function createPendingCommands(): PendingCommands {
  const waiting = new Map<string, Pending>();
  return {
    add: (command, timeoutMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          settle(refuse('hub-unavailable'));
        }, timeoutMs);
        const settle = (answer: Answer): void => {
          clearTimeout(timer);
          waiting.delete(command.commandId);
          resolve(answer);
        };
        waiting.set(command.commandId, { command, settle });
      }),
    answer: (command, answer) => waiting.get(command.commandId)?.settle(answer),
    all: () => [...waiting.values()].map(({ command }) => command),
    refuseAll(code) {
      for (const { settle } of waiting.values()) settle(refuse(code));
    },
  };
}
