import type { SetupStepState } from '@motcua/domain/setup';
import type { PageProps } from '../frame/page-props.ts';

/** What every step of the set-up gets. */
export interface StepProps extends PageProps {
  readonly steps: readonly SetupStepState[];
  /** Opens the step that follows. */
  readonly onNext: () => void;
}
