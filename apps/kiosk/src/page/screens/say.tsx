import { classNames } from '@motcua/ui';
import type { HTMLAttributes } from 'react';
import styles from './say.module.css';

const css = classNames(styles);

export interface SayProps extends HTMLAttributes<HTMLParagraphElement> {
  readonly look?: 'plain' | 'strong' | 'trouble';
}

/** A sentence for the visitor. */
export function Say({ look = 'plain', className = '', ...rest }: SayProps) {
  return <p {...rest} className={`${css('say', look)} ${className}`.trim()} />;
}
