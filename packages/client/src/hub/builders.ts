import { ok, refuse } from '@motcua/domain';
import { someSettings, TODAY } from '@motcua/domain/builders';
import type { CommandInput, HubLink, HubState } from './hub-link.ts';
import { emptyMirror, type Mirror } from '../mirror/mirror.ts';

/** A centre in which nothing has happened yet. */
export const aMirror = (overrides: Partial<Mirror> = {}): Mirror => ({
  ...emptyMirror(someSettings(), TODAY),
  seq: 1,
  ...overrides,
});

/** A hub link as a plain object; `set` replaces the state, `commands` are the commands it received. */
export function aHubLink(first: HubState, answer: HubLink['execute'] = async () => ok([])) {
  let state = first;
  const listeners = new Set<() => void>();
  const commands: CommandInput[] = [];
  return {
    commands,
    set: (next: HubState) => {
      state = next;
      for (const listener of listeners) listener();
    },
    getState: () => state,
    subscribe: (onChange: () => void) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    execute: (input: CommandInput) => {
      commands.push(input);
      return answer(input);
    },
    ask: async () => refuse('hub-unavailable'),
    close: () => undefined,
  } satisfies HubLink & Record<string, unknown>;
}
