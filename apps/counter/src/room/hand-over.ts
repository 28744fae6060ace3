import type { CounterId } from '@motcua/domain';
import type { HubLink } from '@motcua/client';
import { useHubState } from '@motcua/ui';
import { useEffect, useRef } from 'react';
import type { CommandRunner } from '../page/command-runner.ts';
import { pagePhase } from '../page/page-phase.ts';

/** A counter that was closed for the next clerk. */
interface HandOver {
  readonly counterId: CounterId;
  readonly training: boolean;
  readonly from: string | null;
}

/**
 * The quick change of clerk: closes the counter, signs out, and opens it again for the next person who signs in at this
 * screen. When the counter may not be closed, nothing else happens and the refusal is shown.
 */
export function useHandOver(
  hub: HubLink,
  runner: CommandRunner,
  signOut: () => void,
): (counterId: CounterId, training: boolean) => void {
  const waiting = useRef<HandOver | null>(null);
  const state = useHubState(hub);
  const chooses = state.connection === 'live' && pagePhase(state).type === 'choose';
  const here = state.mirror?.personId ?? null;
  const sitsAtCounters = here !== null && state.mirror?.people.get(here)?.role !== 'guide';

  useEffect(() => {
    const next = waiting.current;
    if (next === null || !chooses || here === null || here === next.from) return;
    waiting.current = null;
    const { counterId, training } = next;
    if (sitsAtCounters) void runner.run({ type: 'open-counter', counterId, training });
  }, [runner, chooses, here, sitsAtCounters]);

  return (counterId, training) => {
    void runner.run({ type: 'close-counter', counterId }).then((closed) => {
      if (!closed) return;
      waiting.current = { counterId, training, from: here };
      signOut();
    });
  };
}
