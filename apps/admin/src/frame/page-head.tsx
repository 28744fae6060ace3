import { classNames } from '@motcua/ui';
import type { ReactNode } from 'react';
import styles from './page-head.module.css';

const css = classNames(styles);

export interface PageHeadProps {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}

export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <div className={css('head')} data-part="page-head">
      <div>
        <h1>{title}</h1>
        {lead !== '' && <p>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
