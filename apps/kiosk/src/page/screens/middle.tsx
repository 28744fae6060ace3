import { classNames } from '@motcua/ui';
import type { HTMLAttributes, ReactNode } from 'react';
import { Title } from './title.tsx';
import styles from './middle.module.css';

const css = classNames(styles);

export interface MiddleProps extends Omit<HTMLAttributes<HTMLDivElement>, 'title' | 'className'> {
  readonly picture?: ReactNode;
  readonly title: string;
  readonly remark?: string | null;
}

/** A screen with little to say, in the middle of the glass. */
export function Middle({ picture, title, remark, children, ...rest }: MiddleProps) {
  return (
    <div {...rest} className={css('middle')} data-fits>
      {picture}
      <Title className={css('title')} remark={remark}>
        {title}
      </Title>
      {children}
    </div>
  );
}
