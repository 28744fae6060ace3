import { Button, classNames } from '@motcua/ui';
import { ArrowRight, Plus } from 'lucide-react';
import styles from './first-step.module.css';

const css = classNames(styles);

export interface FirstStepProps {
  readonly words: string;
  readonly action: string;
  /** Whether the action leads to another page instead of beginning here. */
  readonly leadsAway?: boolean;
  readonly onPress: () => void;
}

/** An empty state: what to do first, and the link to it. */
export function FirstStep({ words, action, leadsAway = false, onPress }: FirstStepProps) {
  return (
    <div className={css('step')}>
      <p>{words}</p>
      <Button
        variant="primary"
        icon={leadsAway ? <ArrowRight size={20} /> : <Plus size={20} />}
        onPress={onPress}
      >
        {action}
      </Button>
    </div>
  );
}
