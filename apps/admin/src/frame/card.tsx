import { classNames } from '@motcua/ui';
import type { ComponentProps } from 'react';
import styles from './parts.module.css';

const parts = classNames(styles);

export interface CardProps extends ComponentProps<'section'> {
  /** Something is to be done. */
  readonly alarm?: boolean;
}

/** A part of a page in a frame of its own: a heading and what is below it. */
export function Card({ alarm = false, ...section }: CardProps) {
  return (
    <section className={parts('card', 'stack')} data-alarm={alarm || undefined} {...section} />
  );
}
