import type { Refusal } from '@motcua/domain';
import { classNames, useLanguage, useTexts } from '@motcua/ui';
import type { ReactNode } from 'react';
import { kindRefusal } from '../../flow/kiosk-words.ts';
import { Action } from '../../touch/action.tsx';
import { Keypad, type KeypadProps } from '../../touch/keypad.tsx';
import { Say } from '../say.tsx';
import { Title } from '../title.tsx';
import styles from './typing-screen.module.css';

const css = classNames(styles);

export interface TypingScreenProps extends Omit<KeypadProps, 'className'> {
  readonly title: string;
  readonly remark: string;
  /** What is typed, for screen readers. */
  readonly label: string;
  readonly typed: string;
  readonly refusal: Refusal | null;
  /** The button to continue. */
  readonly next: {
    readonly id: string;
    readonly disabled: boolean;
    readonly picture: ReactNode;
    readonly words: string;
    readonly onPress: () => void;
  };
}

/** A keypad below what has been typed with it. */
export function TypingScreen(props: TypingScreenProps) {
  const { title, remark, label, typed, refusal, next, ...keypad } = props;
  const { picture, words, ...action } = next;
  const t = useTexts();
  const language = useLanguage();
  return (
    <div className={css('typing')} data-fits>
      <Title className={css('title')} remark={remark}>
        {title}
      </Title>
      <output className={css('typed')} data-part="typed" aria-label={label}>
        {typed}
      </output>
      {refusal !== null && (
        <Say className={css('refusal')} look="trouble" role="alert" data-code={refusal.code}>
          {kindRefusal(t, refusal, language)}
        </Say>
      )}
      <Keypad {...keypad} className={css('keypad')} />
      <Action {...action} className={css('next')} look="primary" isMain>
        {picture}
        {words}
      </Action>
    </div>
  );
}
