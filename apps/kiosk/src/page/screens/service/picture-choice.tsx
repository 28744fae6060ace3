import { classNames } from '@motcua/ui';
import type { ReactNode } from 'react';
import { Card, CardName, ChosenMark } from './card.tsx';
import styles from './picture-choices.module.css';

const css = classNames(styles);

export function PictureChoices({ children }: { readonly children: ReactNode }) {
  return <ul className={css('pictures')}>{children}</ul>;
}

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
      <Card look="picture" id={id} pressed={isChosen} onPress={onPress}>
        {picture}
        <CardName>{name}</CardName>
        {isChosen && <ChosenMark />}
      </Card>
    </li>
  );
}
