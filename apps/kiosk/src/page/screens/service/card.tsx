import { classNames } from '@motcua/ui';
import { Check } from 'lucide-react';
import { Press, type PressProps } from '../../touch/press.tsx';
import { Words } from '../../text/words.tsx';
import styles from './card.module.css';

const css = classNames(styles);

export interface CardProps extends Omit<PressProps, 'className'> {
  /** What it leads to: a usual service or a group of the first screen, a service of a list, or a picture to choose. */
  readonly look: 'usual' | 'group' | 'service' | 'picture' | 'proxy';
  readonly className?: string;
}

/** A large button for one item of a list. */
export function Card({ look, className = '', ...press }: CardProps) {
  const first = look === 'usual' || look === 'group';
  return (
    <Press
      {...press}
      className={`${css('card', first ? 'first' : '', look)} ${className}`.trim()}
    />
  );
}

export function CardName({ children }: { readonly children: string }) {
  return (
    <span className={css('name')}>
      <Words>{children}</Words>
    </span>
  );
}

export interface NameAndRemarkProps {
  readonly name: string;
  /** Below the name, in smaller letters. */
  readonly remark: string | null;
}

export function NameAndRemark({ name, remark }: NameAndRemarkProps) {
  return (
    <span className={css('words')}>
      <CardName>{name}</CardName>
      {remark !== null && <span className={css('remark')}>{remark}</span>}
    </span>
  );
}

/** The mark of a chosen card. */
export function ChosenMark() {
  return <Check className={css('chosen')} aria-hidden="true" />;
}
