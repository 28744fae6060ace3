import { isMissed, ok, transition } from '@motcua/domain';
import type { UseCase } from './use-case.ts';

/** Whoever was called often enough and has not come is missed, so that the counter and the next visitor go on. */
export const markMissed: UseCase<'mark-missed'> = (situation) => {
  const { state, at } = situation;
  return ok(
    state
      .called()
      .filter((visit) => isMissed(visit, at, state.settings.site.missed))
      .flatMap((visit) => {
        const after = transition(visit, { type: 'mark-no-show' }, situation);
        if (!after.ok) return [];
        return [
          {
            type: 'visit-changed',
            visit: after.value,
            action: 'mark-no-show',
            counterId: null,
            because: null,
          } as const,
        ];
      }),
  );
};
