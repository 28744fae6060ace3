import { type VisitorNotes, NO_VISITOR_NOTES, type Refusal } from '@motcua/domain';
import type { HubLink, CommandInput } from '@motcua/client';
import type { Change } from '@motcua/protocol';

export interface CommandRunnerState {
  /** The pending command; no other is sent meanwhile. */
  readonly underWay: CommandInput['type'] | null;
  readonly refusal: Refusal | null;
  /** The changes made by the last accepted command. */
  readonly accepted: readonly Change[];
  /** The visitor notes before they were changed: the hub undoes actions of counters, not notes. */
  readonly notesBefore: VisitorNotes | null;
  /** The last accepted command was an undo. */
  readonly undone: boolean;
}

export interface CommandRunner {
  readonly getState: () => CommandRunnerState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Sends one command; ignored while another is pending, so that a double press calls one visitor only. */
  readonly run: (input: CommandInput, takesBack?: boolean) => Promise<boolean>;
}

/** Runs one command at a time, until the mirror shows its changes. */
export function createCommandRunner(hub: HubLink): CommandRunner {
  let state: CommandRunnerState = {
    underWay: null,
    refusal: null,
    accepted: [],
    notesBefore: null,
    undone: false,
  };
  const listeners = new Set<() => void>();
  const become = (next: CommandRunnerState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  return {
    getState: () => state,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    run: async (input, takesBack = false) => {
      if (state.underWay !== null) return false;
      become({ ...state, underWay: input.type, refusal: null });
      const notesBefore = notesBeforeOf(hub, input);
      try {
        const result = await hub.execute(input);
        if (result.ok) {
          await untilShown(hub, result.value);
          become({
            underWay: null,
            refusal: null,
            accepted: result.value,
            notesBefore,
            undone: takesBack,
          });
        } else {
          become({ ...state, underWay: null, refusal: result.refusal });
        }
        return result.ok;
      } catch (fault) {
        become({
          ...state,
          underWay: null,
          refusal: { code: 'hub-unavailable', detail: {} },
        });
        throw new Error(`The command ${input.type} broke`, { cause: fault });
      }
    },
  };
}

function notesBeforeOf(hub: HubLink, input: CommandInput): VisitorNotes | null {
  if (input.type !== 'set-care') return null;
  return hub.getState().mirror?.care.get(input.visitId) ?? NO_VISITOR_NOTES;
}

/** The answer may arrive before the change; until the mirror shows it, buttons would offer the old state. */
function untilShown(hub: HubLink, changes: readonly Change[]): Promise<void> {
  const last = changes.at(-1)?.seq ?? 0;
  const shown = () => {
    const { connection, mirror } = hub.getState();
    return connection !== 'live' || (mirror?.seq ?? 0) >= last;
  };
  return new Promise((resolve) => {
    if (shown()) return resolve();
    const stop = hub.subscribe(() => {
      if (!shown()) return;
      stop();
      resolve();
    });
  });
}
