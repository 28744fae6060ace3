import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Press } from '../../touch/press.tsx';
import { Words } from '../../text/words.tsx';

export interface PictureChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly picture: ReactNode;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** A toggle button with a picture. */
export function PictureChoice({ id, name, picture, isChosen, onPress }: PictureChoiceProps) {
  return (
    <li>
      <Press className="card card-picture" id={id} pressed={isChosen} onPress={onPress}>
        {picture}
        <span className="card-name">
          <Words>{name}</Words>
        </span>
        {isChosen && <Check className="chosen" aria-hidden="true" />}
      </Press>
    </li>
  );
}
